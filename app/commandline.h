// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace Teardown {

/// What a program is told to do. Window is the desktop program, which has no command word.
enum class Command { Serve, Connect, Demo, Window };

/// Exit codes of CONTRACT §1. A drain adds 4, a second signal n 128 + n.
enum ExitCode : int {
    ExitDone = 0,
    ExitExpectationFailed = 1,
    ExitUsage = 2,
    ExitCannot = 3,
    ExitInternal = 70,
    ExitSignalBase = 128,
};

/// The command line and the environment, checked.
struct CommandLine
{
    QString program; ///< how it was called, for messages: "teardown-cli"
    Command command = Command::Serve;
    MonitorSettings settings;
    std::vector<SocketAddress> listen;
    ServiceKind service = ServiceKind::Line;
    bool allowRemote = false;
    QString portFile;
    QString jsonl; ///< empty: not told
    HostAndPort target;
    int count = 1;
    std::optional<Milliseconds> hold;
    bool demo = false;
    QString language; ///< empty: that of the system
};

/// The program is to say something and end: help, the version, or what was wrong.
struct EarlyExit
{
    int exitCode = ExitDone; ///< 0: the text goes to stdout, otherwise to stderr
    QString text;
};

/// Reads \a arguments (without the program's name) and the TEARDOWN_ variables of the environment;
/// the command line wins.
std::variant<CommandLine, EarlyExit> parseCommandLine(const QString &program,
                                                      const QStringList &arguments);

/// The same for the desktop program, which has no command word. What is not told stays as in
/// \a settings.
std::variant<CommandLine, EarlyExit> parseWindowArguments(const QString &program,
                                                          const QStringList &arguments,
                                                          const MonitorSettings &settings);

} // namespace Teardown
