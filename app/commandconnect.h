// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"

namespace Teardown {

/// `connect`: runs clients until all have ended, and returns the exit code of the process: 0 when
/// all ended in good order, 3 when one was never connected, 1 when one ended otherwise.
int connectClients(const CommandLine &line);

} // namespace Teardown
