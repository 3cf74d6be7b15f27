// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"

namespace Teardown {

/// `serve`: listens until a signal, and returns the exit code of the process.
int serve(const CommandLine &line);

} // namespace Teardown
