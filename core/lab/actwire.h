// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/segmentrecord.h"

#include <vector>

namespace Teardown {

/// What is seen on the wire in one act of a scenario. For one thread.
class ActWire
{
public:
    /// Sees the segments from and to \a home, where the actors of the act listen, from now on.
    ActWire(std::shared_ptr<PacketCapture> capture, const QHostAddress &home, bool hasMiddle);

    /// From now on \a address is known to be somebody's of \a side. The other end of one that is
    /// known needs no telling.
    void place(const SocketAddress &address, LabSide side);

    /// What was sent since the last call.
    std::vector<SegmentRecord> take();

    /// How many segments are missing in what was taken since the last call; see PacketTap::lost().
    quint64 takeLost();

private:
    /// One direction of a connection.
    struct Stream
    {
        SocketAddress from;
        SocketAddress to;
        quint32 first = 0; ///< of its SYN; of the first segment seen where there was none
        std::optional<quint8> windowScale;
    };

    SegmentRecord toRecord(CapturedSegment captured);
    Stream &streamOf(const TcpSegment &segment);
    Stream *find(const SocketAddress &from, const SocketAddress &to);
    std::optional<LabSide> sideOf(const SocketAddress &address, const SocketAddress &other) const;
    std::optional<LabSide> placeOf(const SocketAddress &address) const;

    PacketTap m_tap;
    bool m_hasMiddle;
    std::vector<Stream> m_streams;
    std::vector<std::pair<SocketAddress, LabSide>> m_places;
    quint64 m_lost = 0; ///< what takeLost() has told of
};

} // namespace Teardown
