// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHostAddress>

#include <optional>
#include <vector>

struct sock_filter;

namespace Teardown {

/// Which packets a capture takes.
struct PacketFilter
{
    /// Only IPv4 with one end in here; without it all TCP over IPv4 and IPv6. IPv4 only.
    std::optional<QHostAddress> network;
    int prefixLength = 32; ///< of network, 1 to 32

    /// The classic BPF program for a packet socket of type SOCK_DGRAM (packet(7)): it keeps
    /// \a snapLength bytes of every TCP segment that is sent, and nothing of any other packet.
    ///
    /// A segment is taken when it leaves its sender. The loopback interface shows it once more as
    /// it arrives, and that is not taken.
    std::vector<sock_filter> program(quint32 snapLength) const;
};

} // namespace Teardown
