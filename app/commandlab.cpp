// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandlab.h"

#include "app/commandlaboptions.h"
#include "app/commandmain.h"
#include "core/base/units.h"
#include "core/capture/pcap.h"
#include "core/lab/run/actornursery.h"
#include "core/lab/run/junit.h"
#include "core/lab/run/labcapture.h"
#include "core/lab/run/labsuite.h"
#include "core/lab/scenario/labcatalogue.h"
#include "core/lab/scenario/scenarioreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace Teardown {

namespace {

constexpr QLatin1StringView labWord("lab");
constexpr QLatin1StringView nurseryWord("nursery");

void complain(const LabLine &line, const QString &text)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(line.program), qPrintable(text));
}

/// Writes \a bytes to \a path, "-" being stdout; returns whether that worked.
bool writeTo(const LabLine &line, const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdout, QIODevice::WriteOnly)
                                     : file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    if (opened && file.write(bytes) == bytes.size() && file.flush())
        return true;
    complain(line, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return false;
}

int list(const LabLine &line, const LabCatalogue &catalogue)
{
    if (!line.isJson) {
        QString text;
        for (const Scenario &scenario : catalogue.scenarios())
            text += QStringLiteral("%1 %2  %3\n")
                        .arg(scenario.id, -5)
                        .arg(token(scenario.level), scenario.title.en);
        return printAndExit(ExitDone, text);
    }
    QJsonArray array;
    for (const Scenario &scenario : catalogue.scenarios()) {
        array.append(QJsonObject{{QStringLiteral("id"), scenario.id},
                                 {QStringLiteral("group"), scenario.group},
                                 {QStringLiteral("level"), token(scenario.level)},
                                 {QStringLiteral("title"), scenario.title.en},
                                 {QStringLiteral("file"), scenario.file}});
    }
    return writeTo(line, QStringLiteral("-"), QJsonDocument(array).toJson()) ? ExitDone
                                                                             : ExitCannot;
}

QStringList mistakesIn(const QString &path)
{
    if (QFileInfo(path).fileName() == LabCatalogue::catalogueName)
        return LabCatalogue().addCatalogue(path);
    return readScenarioFile(path).errors;
}

int check(const LabLine &line)
{
    int exitCode = ExitDone;
    for (const QString &path : line.operands) {
        const bool isReadable = QFile(path).open(QIODevice::ReadOnly);
        const QStringList mistakes = mistakesIn(path);
        for (const QString &mistake : mistakes)
            std::fprintf(stderr, "%s\n", qPrintable(mistake));
        if (!isReadable)
            exitCode = ExitCannot;
        else if (!mistakes.isEmpty() && exitCode == ExitDone)
            exitCode = ExitExpectationFailed;
    }
    return exitCode;
}

/// Null, and a complaint, when a scenario is not known.
std::optional<std::vector<const Scenario *>> chosen(const LabLine &line,
                                                    const LabCatalogue &catalogue)
{
    std::vector<const Scenario *> scenarios;
    if (line.operands.isEmpty()) {
        for (const Scenario &scenario : catalogue.scenarios())
            scenarios.push_back(&scenario);
    }
    for (const QString &id : line.operands) {
        const Scenario *scenario = catalogue.find(id);
        if (!scenario) {
            complain(line, QStringLiteral("there is no scenario %1%2").arg(id, catalogue.near(id)));
            return std::nullopt;
        }
        scenarios.push_back(scenario);
    }
    if (line.level)
        std::erase_if(scenarios,
                      [&](const Scenario *scenario) { return scenario->level != *line.level; });
    if (scenarios.empty()) {
        complain(line, QStringLiteral("no scenario to run is of level %1").arg(token(*line.level)));
        return std::nullopt;
    }
    return scenarios;
}

/// One line for people, and one more for each failure.
QString toText(const RunRecord &record)
{
    const Milliseconds took(millisecondsBetween(record.started, record.ended));
    QString text = QStringLiteral("%1 %2 %3")
                       .arg(token(record.verdict), -8)
                       .arg(record.scenario, -5)
                       .arg(record.title);
    text += record.verdict == LabVerdict::Skipped
        ? QString(QLatin1StringView(": ") % record.reason)
        : QStringLiteral(" (%1)").arg(formatDuration(took));
    text += u'\n';
    for (const QString &failure : failures(record))
        text += QString(QLatin1StringView("  ") % failure % u'\n');
    return text;
}

QByteArray toJsonText(const std::vector<RunRecord> &records)
{
    QJsonArray array;
    for (const RunRecord &record : records)
        array.append(toJson(record));
    return QJsonDocument(QJsonObject{{QStringLiteral("scenarios"), array}}).toJson();
}

QString total(const std::vector<RunRecord> &records)
{
    const auto count = [&](LabVerdict verdict) {
        return std::count_if(records.begin(), records.end(), [&](const RunRecord &record) {
            return record.verdict == verdict;
        });
    };
    return QStringLiteral("%1 passed, %2 failed, %3 skipped\n")
        .arg(count(LabVerdict::Passed))
        .arg(count(LabVerdict::Failed))
        .arg(count(LabVerdict::Skipped));
}

/// This program, called as it was up to the word "lab".
QStringList nurseryCommand()
{
    QStringList command = QCoreApplication::arguments();
    command.first() = QCoreApplication::applicationFilePath();
    command.resize(command.indexOf(labWord) + 1);
    return command << nurseryWord;
}

/// Whether packets can be saved where they are to be; looked at before anything is run.
bool hasPacketFolder(const LabLine &line)
{
    if (line.packetFolder.isEmpty()
        || (QDir().mkpath(line.packetFolder) && QFileInfo(line.packetFolder).isWritable()))
        return true;
    complain(line,
             QStringLiteral("--pcap %1: no files can be written there").arg(line.packetFolder));
    return false;
}

/// Saves what was captured, and says what was not, and why. Returns whether all could be written.
bool savePackets(const LabLine &line, const std::vector<RunRecord> &records)
{
    bool isWritten = true;
    for (const RunRecord &record : records) {
        const bool isSkipped = record.verdict == LabVerdict::Skipped;
        const QString reason = isSkipped ? record.reason : record.notCaptured;
        if (!reason.isEmpty()) {
            complain(line, QStringLiteral("%1 was not captured: %2").arg(record.scenario, reason));
            continue;
        }
        if (const quint64 lost = lostSegments(record); lost > 0)
            complain(line,
                     QStringLiteral("%1: %2 packets were lost").arg(record.scenario).arg(lost));
        const QString path
            = QDir(line.packetFolder).filePath(record.scenario + QLatin1StringView(".pcap"));
        if (const QString error = writePcap(path, packetsOf(record)); !error.isEmpty()) {
            complain(line, QStringLiteral("%1: %2").arg(path, error));
            isWritten = false;
        }
    }
    return isWritten;
}

int run(const LabLine &line, const LabCatalogue &catalogue)
{
    const auto scenarios = chosen(line, catalogue);
    if (!scenarios)
        return ExitUsage;
    if (!hasPacketFolder(line))
        return ExitCannot;
    // A report on stdout is not mixed with the lines for people.
    const bool isStdoutTaken = line.junitFile == u"-" || line.jsonFile == u"-";
    std::FILE *stream = isStdoutTaken ? stderr : stdout;
    const auto print = [stream](const QString &text) {
        std::fputs(qPrintable(text), stream);
        std::fflush(stream);
    };
    LabOptions options{.nursery = std::make_shared<ActorNursery>(nurseryCommand())};
    if (!line.packetFolder.isEmpty() || !line.jsonFile.isEmpty())
        openCapture(options);
    const auto records = runScenarios(*scenarios, line.jobs, options, [&](const RunRecord &record) {
        print(toText(record));
    });
    print(total(records));
    bool isWritten = true;
    if (!line.junitFile.isEmpty())
        isWritten = writeTo(line, line.junitFile, toJUnit(records)) && isWritten;
    if (!line.jsonFile.isEmpty())
        isWritten = writeTo(line, line.jsonFile, toJsonText(records)) && isWritten;
    if (!line.packetFolder.isEmpty())
        isWritten = savePackets(line, records) && isWritten;
    if (!isWritten)
        return ExitCannot;
    const bool isPassed = std::none_of(records.begin(), records.end(), [](const RunRecord &record) {
        return record.verdict == LabVerdict::Failed;
    });
    return isPassed ? ExitDone : ExitExpectationFailed;
}

} // namespace

int lab(const QString &program, const QStringList &arguments)
{
    // How process actors are started; not for people.
    if (arguments == QStringList{nurseryWord})
        return runActorNursery();
    const auto parsed = parseLabLine(program, arguments);
    if (const auto *early = std::get_if<EarlyExit>(&parsed))
        return printAndExit(early->exitCode, early->text);
    const auto &line = std::get<LabLine>(parsed);
    if (line.verb == LabLine::Verb::Check)
        return check(line);
    LabCatalogue catalogue = LabCatalogue::builtIn();
    if (!line.scenarioFolder.isEmpty()) {
        const QStringList errors = catalogue.addFolder(line.scenarioFolder);
        for (const QString &error : errors)
            std::fprintf(stderr, "%s\n", qPrintable(error));
        if (!errors.isEmpty())
            return ExitCannot;
    }
    return line.verb == LabLine::Verb::List ? list(line, catalogue) : run(line, catalogue);
}

} // namespace Teardown
