// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandline.h"

#include "app/commandhelp.h"
#include "app/commandoptions.h"
#include "core/base/suggestion.h"
#include "core/net/settings.h"

#include <QCommandLineParser>

#include <algorithm>

namespace Teardown {

namespace {

constexpr QLatin1StringView helpOption("help");
constexpr QLatin1StringView versionOption("version");

constexpr quint16 defaultPort = 7'400;

/// What was wrong, and where to read on.
EarlyExit usageError(const QString &program, const QString &text, const char *word = "")
{
    const QString command = *word ? QStringLiteral(" %1").arg(QLatin1StringView(word)) : QString();
    return {ExitUsage, QStringLiteral("%1: %2\nTry '%1%3 --help'.\n").arg(program, text, command)};
}

/// Knows the options of all commands: which of them fit is a question for later, so that the
/// answer can name the command.
void addOptions(QCommandLineParser &parser)
{
    QStringList known;
    for (const CommandName &name : allCommands()) {
        for (const CommandOption &option : optionsOf(name.command)) {
            if (known.contains(option.name))
                continue;
            known.append(option.name);
            parser.addOption({option.name, option.meaning, option.value});
        }
    }
    parser.addOption({{QStringLiteral("h"), QString(helpOption)}, QString()});
    parser.addOption({{QStringLiteral("v"), QString(versionOption)}, QString()});
}

/// "--jsonl" may stand without its file: stdout.
QStringList withJsonlToStdout(QStringList arguments)
{
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != u"--"; ++i) {
        const bool isLast = i + 1 == arguments.size();
        if (arguments[i] == u"--jsonl" && (isLast || arguments[i + 1].startsWith(u"--")))
            arguments[i] = QStringLiteral("--jsonl=-");
    }
    return arguments;
}

/// \a name: the command, if there is one.
QString parseError(const QCommandLineParser &parser, const CommandName *name)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    const QString &told = unknown.first();
    if (told.size() == 1)
        return QStringLiteral("unknown option -%1").arg(told);
    QStringList known{QString(helpOption), QString(versionOption)};
    for (const CommandName &command : allCommands()) {
        const bool isMeant = name ? name == &command : command.command != Command::Window;
        if (!isMeant)
            continue;
        for (const CommandOption &option : optionsOf(command.command))
            known.append(option.name);
    }
    return QStringLiteral("unknown option --%1%2").arg(told, suggestion(told, known, u"--"));
}

QString unknownCommand(const QString &word)
{
    QStringList known{QStringLiteral("lab"), QStringLiteral("help")};
    for (const CommandName &name : allCommands()) {
        if (name.command != Command::Window)
            known.append(QString::fromLatin1(name.word));
    }
    return QStringLiteral("unknown command \"%1\"%2").arg(word, suggestion(word, known));
}

/// The command \a word stands for; none when there is no such command.
const CommandName *findCommand(const QString &word)
{
    const auto commands = allCommands();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const CommandName &name) {
        return name.command != Command::Window && word == QLatin1StringView(name.word);
    });
    return found == commands.end() ? nullptr : &*found;
}

Result<bool> applyEnvironment(CommandLine &line, const CommandOption &option)
{
    const QByteArray variable = environmentName(option.name);
    const QString text = qEnvironmentVariable(variable.constData());
    if (text.isEmpty())
        return true;
    const QStringList values
        = option.isRepeatable ? text.split(u' ', Qt::SkipEmptyParts) : QStringList{text};
    for (const QString &value : values) {
        const Result<bool> applied = applyOption(line, option.name, value);
        if (!applied) {
            return Failure{QStringLiteral("variable %1: %2")
                               .arg(QLatin1StringView(variable), applied.error())};
        }
    }
    return true;
}

Result<bool>
applyArguments(CommandLine &line, const CommandOption &option, const QCommandLineParser &parser)
{
    if (option.value.isEmpty())
        return applyOption(line, option.name, QStringLiteral("on"));
    const QStringList values = parser.values(option.name);
    for (const QString &value : option.isRepeatable ? values : QStringList{values.last()}) {
        const Result<bool> applied = applyOption(line, option.name, value);
        if (!applied)
            return applied;
    }
    return true;
}

Result<bool> applyOptions(CommandLine &line, const QCommandLineParser &parser)
{
    const std::vector<CommandOption> options = optionsOf(line.command);
    for (const QString &name : parser.optionNames()) {
        const bool isTaken
            = std::any_of(options.begin(), options.end(), [&](const CommandOption &option) {
                  return option.name == name;
              });
        if (!isTaken) {
            return Failure{QStringLiteral("--%1 is not an option of %2")
                               .arg(name,
                                    line.command == Command::Window
                                        ? line.program
                                        : QString::fromLatin1(nameOf(line.command).word))};
        }
    }
    for (const CommandOption &option : options) {
        const Result<bool> applied = parser.isSet(option.name)
            ? applyArguments(line, option, parser)
            : applyEnvironment(line, option);
        if (!applied)
            return applied;
    }
    return checkTogether(line.settings);
}

Result<bool> checkListen(const CommandLine &line)
{
    for (const SocketAddress &address : line.listen) {
        if (!address.address.isLoopback() && !line.allowRemote) {
            return Failure{QStringLiteral("--listen: \"%1\" can be reached from other machines; "
                                          "add --allow-remote if that is meant")
                               .arg(address.toString())};
        }
    }
    return true;
}

Result<bool> applyPositional(CommandLine &line, const QStringList &words)
{
    if (line.command != Command::Connect) {
        if (words.isEmpty())
            return true;
        return Failure{QStringLiteral("unexpected argument \"%1\"").arg(words.first())};
    }
    if (words.size() != 1) {
        return Failure{words.isEmpty()
                           ? QStringLiteral("HOST:PORT is missing")
                           : QStringLiteral("unexpected argument \"%1\"").arg(words[1])};
    }
    const Result<HostAndPort> target = parseHostAndPort(words.first());
    if (!target)
        return Failure{target.error()};
    line.target = *target;
    return true;
}

/// What is told ends up in \a line, whose program and command are set.
std::variant<CommandLine, EarlyExit>
parseCommand(CommandLine line, const QStringList &words, const QCommandLineParser &parser)
{
    if (parser.isSet(QString(helpOption)))
        return EarlyExit{ExitDone, commandHelp(line.program, line.command)};

    Result<bool> applied = applyPositional(line, words);
    if (applied)
        applied = applyOptions(line, parser);
    if (applied)
        applied = checkListen(line);
    if (!applied)
        return usageError(line.program, applied.error(), nameOf(line.command).word);
    return line;
}

/// Splits \a arguments into options and words; true when all options are known.
bool split(QCommandLineParser &parser, const QStringList &arguments)
{
    addOptions(parser);
    // QCommandLineParser takes the first word for the program's name.
    return parser.parse(QStringList{QString()} + withJsonlToStdout(arguments));
}

} // namespace

std::variant<CommandLine, EarlyExit> parseCommandLine(const QString &program,
                                                      const QStringList &arguments)
{
    QCommandLineParser parser;
    const bool isSplit = split(parser, arguments);
    const QStringList words = parser.positionalArguments();
    const CommandName *name = words.isEmpty() ? nullptr : findCommand(words.first());
    if (!isSplit)
        return usageError(program, parseError(parser, name), name ? name->word : "");
    if (parser.isSet(QString(versionOption)))
        return EarlyExit{ExitDone, versionText(program)};
    if (words.isEmpty() && parser.isSet(QString(helpOption)))
        return EarlyExit{ExitDone, generalHelp(program)};
    if (words.isEmpty())
        return usageError(program, QStringLiteral("no command"));
    if (!name)
        return usageError(program, unknownCommand(words.first()));

    auto parsed
        = parseCommand({.program = program, .command = name->command}, words.mid(1), parser);
    if (auto *line = std::get_if<CommandLine>(&parsed)) {
        if (line->listen.empty())
            line->listen.push_back({QHostAddress(QHostAddress::LocalHost), defaultPort});
        if (line->jsonl.isEmpty() && line->command != Command::Demo)
            line->jsonl = QStringLiteral("-");
    }
    return parsed;
}

std::variant<CommandLine, EarlyExit> parseWindowArguments(const QString &program,
                                                          const QStringList &arguments,
                                                          const MonitorSettings &settings)
{
    QCommandLineParser parser;
    if (!split(parser, arguments))
        return usageError(program, parseError(parser, &nameOf(Command::Window)));
    if (parser.isSet(QString(versionOption)))
        return EarlyExit{ExitDone, versionText(program)};
    return parseCommand({.program = program, .command = Command::Window, .settings = settings},
                        parser.positionalArguments(),
                        parser);
}

} // namespace Teardown
