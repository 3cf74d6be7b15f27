// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Teardown {

/// True when this process is to be the one that dials for the row self-connect: main() goes on with
/// runSelfDialer() then.
bool isSelfDialerCall(int argc, char **argv);

/// The main() of that process. To be called before anything starts a thread.
int runSelfDialer(int argc, char **argv);

} // namespace Teardown
