// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandoptions.h"

#include "core/base/units.h"
#include "core/base/wholenumber.h"
#include "core/net/settings.h"

#include <algorithm>

namespace Teardown {

namespace {

constexpr CommandName commandTable[]{
    {Command::Serve, "serve", "[options]", "listen, and tell why each connection ended"},
    {Command::Connect, "connect", "HOST:PORT [options]", "open client connections and watch them"},
    {Command::Demo, "demo", "[options]", "make every ending happen on the loopback and show it"},
    {Command::Window, "", "[options]", "show connections and why each one ended"},
};

/// An option that is not a setting.
struct OwnOption
{
    const char *name;
    const char *value;
    const char *meaning;
    const char *defaultValue;
    bool isRepeatable;
    Result<bool> (*apply)(CommandLine &line, const QString &value);
};

Failure notAllowed(const char *name, const QString &value, const QString &allowed)
{
    return {QStringLiteral("--%1: \"%2\" is not %3").arg(QLatin1StringView(name), value, allowed)};
}

Result<bool> applyListen(CommandLine &line, const QString &value)
{
    const Result<SocketAddress> address = parseSocketAddress(value);
    if (!address)
        return Failure{QStringLiteral("--listen: %1").arg(address.error())};
    line.listen.push_back(*address);
    return true;
}

Result<bool> applyService(CommandLine &line, const QString &value)
{
    const std::optional<ServiceKind> service = serviceKindFromToken(value);
    if (!service)
        return notAllowed("service", value, QStringLiteral("line, echo, discard or chargen"));
    line.service = *service;
    return true;
}

Result<bool> applyFile(const char *name, QString &field, const QString &value)
{
    if (value.isEmpty())
        return notAllowed(name, value, QStringLiteral("the name of a file"));
    field = value;
    return true;
}

Result<bool> applyFlag(const char *name, bool &field, const QString &value)
{
    if (value != u"on" && value != u"off")
        return notAllowed(name, value, QStringLiteral("on or off"));
    field = value == u"on";
    return true;
}

Result<bool> applyCount(CommandLine &line, const QString &value)
{
    const std::optional<qint64> count = parseWholeNumber(value);
    if (!count || *count < 1 || *count > maxClientCount) {
        return notAllowed("count",
                          value,
                          QStringLiteral("a whole number from 1 to %1").arg(maxClientCount));
    }
    line.count = static_cast<int>(*count);
    return true;
}

Result<bool> applyHold(CommandLine &line, const QString &value)
{
    const Result<Milliseconds> hold = parseDuration(value);
    if (!hold)
        return Failure{QStringLiteral("--hold: %1").arg(hold.error())};
    line.hold = hold->count() > 0 ? std::optional(*hold) : std::nullopt;
    return true;
}

Result<bool> applyLanguage(CommandLine &line, const QString &value)
{
    if (value != u"en" && value != u"zh_CN")
        return notAllowed("lang", value, QStringLiteral("en or zh_CN"));
    line.language = value;
    return true;
}

constexpr OwnOption listenOption{"listen",
                                 "ADDR:PORT",
                                 "listen here; port 0 takes any free one; may be repeated",
                                 "127.0.0.1:7400",
                                 true,
                                 applyListen};
constexpr OwnOption allowRemoteOption{"allow-remote",
                                      "",
                                      "let --listen take addresses that other machines can reach",
                                      "",
                                      false,
                                      [](CommandLine &line, const QString &value) {
                                          return applyFlag("allow-remote", line.allowRemote, value);
                                      }};
constexpr OwnOption serviceOption{"service",
                                  "NAME",
                                  "what is spoken: line, echo, discard or chargen",
                                  "line",
                                  false,
                                  applyService};
constexpr OwnOption portFileOption{"port-file",
                                   "FILE",
                                   "once listening, write one ADDR:PORT a line to FILE",
                                   "",
                                   false,
                                   [](CommandLine &line, const QString &value) {
                                       return applyFile("port-file", line.portFile, value);
                                   }};
constexpr OwnOption countOption{"count",
                                "N",
                                "how many connections to open",
                                "1",
                                false,
                                applyCount};
constexpr OwnOption holdOption{"hold",
                               "DURATION",
                               "then close in good order; off: stay until somebody ends it",
                               "off",
                               false,
                               applyHold};
constexpr OwnOption demoOption{"demo",
                               "",
                               "show a demonstration: endings of all kinds on the loopback",
                               "",
                               false,
                               [](CommandLine &line, const QString &value) {
                                   return applyFlag("demo", line.demo, value);
                               }};
constexpr OwnOption languageOption{"lang",
                                   "LANGUAGE",
                                   "language of the window: en or zh_CN; otherwise the system's",
                                   "",
                                   false,
                                   applyLanguage};

constexpr OwnOption jsonlOption(const char *defaultValue)
{
    return {"jsonl",
            "FILE",
            "write the events as JSON Lines to FILE; - is stdout",
            defaultValue,
            false,
            [](CommandLine &line, const QString &value) {
                return applyFile("jsonl", line.jsonl, value);
            }};
}

std::vector<OwnOption> ownOptions(Command command)
{
    switch (command) {
    case Command::Serve:
        return {listenOption, allowRemoteOption, serviceOption, portFileOption, jsonlOption("-")};
    case Command::Connect:
        return {countOption, holdOption, serviceOption, jsonlOption("-")};
    case Command::Demo:
        return {jsonlOption("")};
    case Command::Window:
        return {listenOption, allowRemoteOption, serviceOption, demoOption, languageOption};
    }
    Q_UNREACHABLE();
}

bool takesSetting(Command command, const Setting &setting)
{
    switch (command) {
    case Command::Serve:
        return !setting.clientOnly;
    case Command::Connect:
    case Command::Window:
        return true;
    case Command::Demo:
        return false;
    }
    Q_UNREACHABLE();
}

QString valueName(Setting::Kind kind)
{
    switch (kind) {
    case Setting::Kind::Duration:
        return QStringLiteral("DURATION");
    case Setting::Kind::Size:
        return QStringLiteral("SIZE");
    case Setting::Kind::Count:
        return QStringLiteral("N");
    case Setting::Kind::Switch:
        return QStringLiteral("on|off");
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const CommandName> allCommands()
{
    return commandTable;
}

const CommandName &nameOf(Command command)
{
    return *std::find_if(std::begin(commandTable),
                         std::end(commandTable),
                         [command](const CommandName &name) { return name.command == command; });
}

std::vector<CommandOption> optionsOf(Command command)
{
    std::vector<CommandOption> options;
    for (const OwnOption &option : ownOptions(command)) {
        options.push_back({QString::fromLatin1(option.name),
                           QString::fromLatin1(option.value),
                           QString::fromLatin1(option.meaning),
                           QString::fromLatin1(option.defaultValue),
                           option.isRepeatable});
    }
    for (const Setting &setting : allSettings()) {
        if (takesSetting(command, setting)) {
            options.push_back({QString::fromLatin1(setting.name),
                               valueName(setting.kind),
                               QString::fromLatin1(setting.meaning),
                               setting.value(MonitorSettings())});
        }
    }
    return options;
}

QByteArray environmentName(const QString &option)
{
    return "TEARDOWN_" + option.toLatin1().toUpper().replace('-', '_');
}

Result<bool> applyOption(CommandLine &line, const QString &name, const QString &value)
{
    if (const Setting *setting = findSetting(name))
        return setting->apply(line.settings, value);
    for (const OwnOption &option : ownOptions(line.command)) {
        if (name == QLatin1StringView(option.name))
            return option.apply(line, value);
    }
    return Failure{QStringLiteral("unknown option --%1").arg(name)};
}

} // namespace Teardown
