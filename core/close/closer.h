// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

class QTcpSocket;

/// The only place that shuts, closes or resets a socket (DESIGN decision 9).
///
/// Qt's own ways lie: abort(), delete and process exit send a FIN, so a cut-off answer looks
/// complete to the peer (Qt 6.4). Here a truncation is always an RST.
namespace Teardown::Closer {

/// Sends our FIN once the kernel's queue is empty; reading goes on (shutdown(2), SHUT_WR).
/// Returns 0 or the errno.
int shutWrite(int descriptor);

/// Closes after both FINs have been exchanged: nothing more appears on the wire.
void close(QTcpSocket &socket);

/// Ends with RST: what is queued is thrown away, and the peer is told so.
void reset(QTcpSocket &socket, int descriptor);

/// As reset(), for a descriptor no socket has taken.
void reset(int descriptor);

/// Closes a descriptor that never connected; nothing but a SYN was ever sent.
void abandon(int descriptor);

} // namespace Teardown::Closer
