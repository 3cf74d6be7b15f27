// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

// What the peers of the benchmark have in common: an echo server that is told ADDRESS PORT, and
// that SIGTERM drains: it lets nobody new in, sends each client FIN, waits for theirs, and ends.

namespace Teardown {

/// As long as the engine's (Listener::backlog).
inline constexpr int peerBacklog = 4096;

/// A non-blocking socket that listens on the address and port of the command line. Ends the program
/// with a message when that is not possible.
int listenAsTold(int argc, char **argv);

/// Blocks SIGTERM; the descriptor becomes readable when it comes.
int terminationDescriptor();

/// What accept4(2) returns for a non-blocking socket, with Nagle's algorithm off; -1 when nobody
/// waits.
int acceptClient(int listener);

} // namespace Teardown
