// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/targets.h"

#include "app/commandline.h"
#include "core/lab/scenario/scenarioreader.h"
#include "core/record/jsonlreader.h"
#include "core/service/linerequest.h"

#include <QRegularExpression>

#include <algorithm>

namespace Teardown::FuzzTargets {

namespace {

/// Short, so that lines over the limit are tried as well.
constexpr qsizetype longestLine = 64;

/// Everything that comes of \a bytes, fed in two pieces.
std::vector<JsonlRecord> readInTwo(const QByteArray &bytes, qsizetype cut)
{
    JsonlReader reader(longestLine);
    std::vector<JsonlRecord> records = reader.feed(bytes.first(cut));
    for (JsonlRecord &record : reader.feed(bytes.sliced(cut)))
        records.push_back(std::move(record));
    if (std::optional<JsonlRecord> last = reader.finish())
        records.push_back(*std::move(last));
    return records;
}

bool areTheSame(const JsonlRecord &left, const JsonlRecord &right)
{
    return left.line == right.line && left.error == right.error && left.object == right.object;
}

} // namespace

QString lineRequest(const QByteArray &line)
{
    using namespace LineRequest;
    const Request request = parse(line);
    if (const auto *work = std::get_if<Work>(&request);
        work && (work->time.count() < 0 || work->time > maxWork))
        return QStringLiteral("WORK over its limit");
    if (const auto *download = std::get_if<Download>(&request);
        download && (download->size < 0 || download->size > maxTransfer))
        return QStringLiteral("DOWNLOAD over its limit");
    if (const auto *upload = std::get_if<Upload>(&request);
        upload && (upload->size < 0 || upload->size > maxTransfer))
        return QStringLiteral("UPLOAD over its limit");
    if (parse(line.toUpper()).index() != request.index())
        return QStringLiteral("upper case is another request");
    return {};
}

QString jsonlReader(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    const QByteArray stream = bytes.sliced(1);
    const auto cut = static_cast<unsigned char>(bytes.front()) % (stream.size() + 1);
    const std::vector<JsonlRecord> whole = readInTwo(stream, 0);
    const std::vector<JsonlRecord> inTwo = readInTwo(stream, cut);
    if (!std::equal(whole.begin(), whole.end(), inTwo.begin(), inTwo.end(), areTheSame))
        return QStringLiteral("cut at %1 it reads differently").arg(cut);
    for (const JsonlRecord &record : whole) {
        if (record.error.isEmpty() != record.object[QLatin1String("event")].isString())
            return QStringLiteral("line %1 has neither an object nor an error").arg(record.line);
    }
    return {};
}

QString scenario(const QByteArray &json)
{
    static const QRegularExpression pattern(QStringLiteral("^fuzz\\.json:[0-9]+: ."));
    const ScenarioReading reading = readScenario(json, QStringLiteral("fuzz.json"));
    if (reading.scenario.has_value() != reading.errors.isEmpty())
        return QStringLiteral("a scenario with errors, or none without");
    for (const QString &error : reading.errors) {
        if (!pattern.match(error).hasMatch())
            return QStringLiteral("an error without file and line: %1").arg(error);
    }
    return {};
}

QString commandLine(const QByteArray &arguments)
{
    const QStringList words = QString::fromUtf8(arguments).split(u'\n');
    const auto parsed = parseCommandLine(QStringLiteral("fuzz"), words);
    const auto *early = std::get_if<EarlyExit>(&parsed);
    if (early && early->text.isEmpty())
        return QStringLiteral("it ends without a word");
    if (early && early->exitCode != ExitDone && early->exitCode != ExitUsage)
        return QStringLiteral("it ends with %1").arg(early->exitCode);
    return {};
}

} // namespace Teardown::FuzzTargets
