// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/jsonchannel.h"

namespace Teardown {

/// Runs one act in a private network for the RemoteAct at the other end of \a channel, until that
/// has gone. The process must have one thread, and should end afterwards.
void runActHost(const JsonChannel &channel);

} // namespace Teardown
