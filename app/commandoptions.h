// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"

#include <span>
#include <vector>

namespace Teardown {

struct CommandName
{
    Command command;
    const char *word; ///< what is typed; empty for the desktop program
    const char *arguments; ///< for the usage line
    const char *meaning;
};

std::span<const CommandName> allCommands();
const CommandName &nameOf(Command command);

/// One option of the command line. The settings (core/net/settings.h) are among them.
struct CommandOption
{
    QString name; ///< as in --name
    QString value; ///< for the help: "ADDR:PORT"; empty when it takes none
    QString meaning;
    QString defaultValue; ///< for the help; empty when there is none
    bool isRepeatable = false;
};

/// What \a command takes, in the order of the help.
std::vector<CommandOption> optionsOf(Command command);

/// TEARDOWN_READ_DEADLINE for read-deadline.
QByteArray environmentName(const QString &option);

/// Puts one option into \a line. An option without value is told "on" or "off". The failure names
/// the option, the value and what is allowed.
Result<bool> applyOption(CommandLine &line, const QString &name, const QString &value);

} // namespace Teardown
