// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"

namespace Teardown {

/// What --help prints without a command.
QString generalHelp(const QString &program);

/// What COMMAND --help prints.
QString commandHelp(const QString &program, Command command);

/// What --version prints.
QString versionText(const QString &program);

} // namespace Teardown
