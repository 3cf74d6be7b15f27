// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/capture/packetcapture.h"
#include "core/lab/scenario/scenario.h"

#include <optional>

namespace Teardown {

/// One TCP segment of a run, as its sender put it on the wire.
struct SegmentRecord
{
    SocketAddress from;
    SocketAddress to;
    std::optional<LabSide> fromSide; ///< nothing where nobody is known to have that address
    std::optional<LabSide> toSide;
    TcpFlags flags;
    quint32 sequence = 0; ///< relative: the sender's SYN has 0, its first byte 1
    quint32 acknowledgment = 0; ///< relative to the receiver's SYN; means something only with ACK
    quint32 length
        = 0; ///< bytes of payload; more than the largest segment where the interface cuts
    quint32 window = 0; ///< bytes
    CapturedPacket packet;

    /// "PSH ACK 4": the flags, and how many bytes where there are any.
    QString summary() const;

    /// "seq 1 ack 1".
    QString numbers() const;
};

/// Milliseconds from \a start to \a time, as the lab's JSON has them.
double labMilliseconds(TimePoint start, TimePoint time);

/// The segment as JSON; its time in milliseconds since \a start.
QJsonObject toJson(const SegmentRecord &segment, TimePoint start);

} // namespace Teardown
