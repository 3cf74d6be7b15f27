// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Teardown {

/// To be called first: standard descriptors that are closed must not become sockets, and a reader
/// that has gone must be an error, not a signal.
void prepareProcess();

/// The whole of a program without a window: reads \a argv from its \a first word, runs the command
/// and returns the exit code of the process. \a program is its name in messages.
int runCommand(int argc, char **argv, int first, const QString &program);

/// Prints help to stdout or a complaint to stderr; returns the exit code of the process.
int printAndExit(int exitCode, const QString &text);

} // namespace Teardown
