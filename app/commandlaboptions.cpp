// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandlaboptions.h"

#include "app/commandoptions.h"
#include "core/base/wholenumber.h"

#include <QCommandLineParser>

#include <array>

namespace Teardown {

namespace {

constexpr int maxJobs = 64;

struct LabOption
{
    const char *name;
    const char *value; ///< empty when it takes none
    const char *verbs; ///< that know it
};

constexpr std::array labOptions{
    LabOption{"all", "", "run"},
    LabOption{"level", "L0|L1", "run"},
    LabOption{"junit", "FILE", "run"},
    LabOption{"json", "FILE", "run"},
    LabOption{"pcap", "DIR", "run"},
    LabOption{"jobs", "N", "run"},
    LabOption{"scenarios", "DIR", "list run"},
};

QString help(const QString &program)
{
    return QStringLiteral(
               "Usage: %1 lab list [--json] [--scenarios DIR]\n"
               "       %1 lab check FILE…\n"
               "       %1 lab run [ID…] [--all] [options]\n"
               "Shows every way a TCP connection can end, on real sockets.\n"
               "\n"
               "  list               the scenarios, a line each; with --json an array\n"
               "  check FILE…        whether files of your own are in order\n"
               "  run ID…            run these and tell what was not as expected\n"
               "\n"
               "Options:\n"
               "  --all              run all scenarios\n"
               "  --level L0|L1      run only those of this level, all of them if none is named:\n"
               "                     L0 on plain loopback, L1 in a private network\n"
               "  --jobs N           so many at a time [1]\n"
               "  --scenarios DIR    add the scenarios of a folder of your own\n"
               "  --junit FILE       write the verdicts as JUnit XML; - is stdout\n"
               "  --json FILE        write every step that was seen as JSON; - is stdout\n"
               "  --pcap DIR         save the packets of each scenario as DIR/ID.pcap, for "
               "Wireshark\n"
               "  --help             show this and end\n"
               "\n"
               "Exit codes: 0 all passed or skipped, 1 an expectation was not met, 2 usage,\n"
               "3 a file cannot be read or written.\n")
        .arg(program);
}

EarlyExit labUsageError(const QString &program, const QString &text)
{
    return {ExitUsage, QStringLiteral("%1: %2\nTry '%1 lab --help'.\n").arg(program, text)};
}

/// The value of the option, or of its variable; empty when there is neither.
QString valueOf(const QCommandLineParser &parser, const char *name)
{
    const QString option = QString::fromLatin1(name);
    if (parser.isSet(option))
        return parser.value(option);
    return qEnvironmentVariable(environmentName(option).constData());
}

std::optional<LabLine::Verb> verbFrom(const QString &word)
{
    if (word == u"list")
        return LabLine::Verb::List;
    if (word == u"check")
        return LabLine::Verb::Check;
    if (word == u"run")
        return LabLine::Verb::Run;
    return std::nullopt;
}

/// What is wrong with the values; empty when nothing is.
QString readValues(const QCommandLineParser &parser, LabLine &line)
{
    line.junitFile = valueOf(parser, "junit");
    line.jsonFile = line.isJson ? QString() : valueOf(parser, "json");
    line.packetFolder = valueOf(parser, "pcap");
    line.scenarioFolder = valueOf(parser, "scenarios");
    if (const QString level = valueOf(parser, "level"); !level.isEmpty()) {
        for (const LabLevel known : allLabLevels) {
            if (level == token(known))
                line.level = known;
        }
        if (!line.level)
            return QStringLiteral("--level %1: L0 or L1 is expected").arg(level);
    }
    if (const QString jobs = valueOf(parser, "jobs"); !jobs.isEmpty()) {
        const auto number = parseWholeNumber(jobs);
        if (!number || *number < 1 || *number > maxJobs)
            return QStringLiteral("--jobs %1: a number from 1 to %2 is expected")
                .arg(jobs)
                .arg(maxJobs);
        line.jobs = static_cast<int>(*number);
    }
    return {};
}

/// An option that does not belong to \a verb; empty when there is none.
QString strayOption(const QCommandLineParser &parser, const QString &verb)
{
    for (const LabOption &option : labOptions) {
        const QString name = QString::fromLatin1(option.name);
        const QStringList verbs = QString::fromLatin1(option.verbs).split(u' ');
        if (parser.isSet(name) && !verbs.contains(verb))
            return name;
    }
    return {};
}

QString checkOperands(const LabLine &line)
{
    switch (line.verb) {
    case LabLine::Verb::List:
        return line.operands.isEmpty()
            ? QString()
            : QStringLiteral("lab list takes no %1").arg(line.operands.first());
    case LabLine::Verb::Check:
        return line.operands.isEmpty() ? QStringLiteral("lab check needs a file") : QString();
    case LabLine::Verb::Run:
        if (line.operands.isEmpty() ? !line.all && !line.level : line.all)
            return QStringLiteral("lab run needs either scenarios, such as B1, or --all");
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::variant<LabLine, EarlyExit> parseLabLine(const QString &program, const QStringList &arguments)
{
    LabLine line{.program = program};
    QStringList rest = arguments;
    const QString word = rest.isEmpty() ? QString() : rest.takeFirst();
    if (word == u"--help" || word == u"-h")
        return EarlyExit{ExitDone, help(program)};
    const auto verb = verbFrom(word);
    if (!verb)
        return labUsageError(program,
                             word.isEmpty() ? QStringLiteral("lab needs list, check or run")
                                            : QStringLiteral("lab does not know %1").arg(word));
    line.verb = *verb;
    // The same word has a file in one command and none in the other.
    line.isJson = line.verb == LabLine::Verb::List && rest.removeAll(QStringLiteral("--json")) > 0;

    QCommandLineParser parser;
    for (const LabOption &option : labOptions)
        parser.addOption({QString::fromLatin1(option.name), {}, QString::fromLatin1(option.value)});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    if (!parser.parse(QStringList{program} + rest))
        return labUsageError(program, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return EarlyExit{ExitDone, help(program)};
    if (const QString stray = strayOption(parser, word); !stray.isEmpty())
        return labUsageError(program, QStringLiteral("lab %1 does not take --%2").arg(word, stray));
    line.all = parser.isSet(QStringLiteral("all"));
    line.operands = parser.positionalArguments();
    for (const QString &error : {readValues(parser, line), checkOperands(line)}) {
        if (!error.isEmpty())
            return labUsageError(program, error);
    }
    return line;
}

} // namespace Teardown
