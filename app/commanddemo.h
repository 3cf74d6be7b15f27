// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"

namespace Teardown {

/// `demo`: makes the endings happen, prints each as a line of a table or as JSON Lines, and returns
/// the exit code of the process: 1 when one was not as expected.
int demonstrate(const CommandLine &line);

} // namespace Teardown
