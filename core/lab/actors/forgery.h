// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/network/sockdiag.h"

#include <optional>

namespace Teardown {

// What no ordinary program may do to a connection, and root of a namespace may in it.

enum class ForgedSegment { Rst, Syn };

/// The sequence number the socket expects next from its peer, read by TCP_REPAIR without a trace;
/// needs CAP_NET_ADMIN. Nothing, with errno, when that fails.
std::optional<quint32> expectedSequence(int descriptor);

/// Sends the owner of \a victim, from its peer's address, a segment the peer knows nothing of;
/// needs CAP_NET_RAW. Returns 0 or an errno.
int sendForged(const SocketEnds &victim, quint32 sequence, ForgedSegment segment);

/// Closes a connection without a packet (TCP_REPAIR); needs CAP_NET_ADMIN. Returns -1 with errno,
/// and leaves the descriptor open, when that is not permitted.
int closeInSilence(int descriptor);

} // namespace Teardown
