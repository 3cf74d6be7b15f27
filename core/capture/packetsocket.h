// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/result.h"
#include "core/capture/packetfilter.h"

#include <QByteArray>

#include <vector>

namespace Teardown {

/// One packet as the kernel handed it over.
struct CapturedPacket
{
    TimePoint time; ///< of the kernel's stamp, on the clock of everything else
    qint64 wallTime = 0; ///< the stamp itself: nanoseconds since 1970, UTC
    QByteArray bytes; ///< from the IP header on, at most PacketSocket::snapLength of them
    quint32 length = 0; ///< how many it had
};

/// A packet socket (packet(7)) on all interfaces of the network namespace of the thread that opens
/// it, with a ring the kernel writes to. For one thread at a time.
class PacketSocket
{
public:
    /// How much of a packet is kept: the longest headers, and 136 bytes of payload.
    static constexpr quint32 snapLength = 256;

    /// How many packets wait to be read; what comes when it is full is dropped and counted.
    static constexpr quint32 ringCapacity = 8192;

    /// Fails with what is missing and how to get it. \a filter works before the first packet.
    static Result<PacketSocket> open(const PacketFilter &filter);

    PacketSocket(PacketSocket &&other) noexcept;
    PacketSocket &operator=(PacketSocket &&other) noexcept;
    ~PacketSocket();

    /// What has come since the last call, in the order it came; at most ringCapacity.
    std::vector<CapturedPacket> read();

    /// How many packets the kernel dropped since the last call, because the ring was full.
    quint64 takeDropped();

private:
    PacketSocket() = default;

    Descriptor m_socket;
    char *m_ring = nullptr;
    quint32 m_next = 0; ///< the frame to be read next
};

} // namespace Teardown
