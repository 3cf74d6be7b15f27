// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/segmentrecord.h"

#include <memory>
#include <vector>

namespace Teardown {

/// What is seen on the wire in one act of a scenario. For one thread.
class ActWire
{
public:
    /// Sees the segments from and to \a homes, where the actors of the act listen, from now on.
    /// Several \a captures are those of hosts and of the router between them, which passes on what
    /// the others send: that is not seen a second time.
    ActWire(const std::vector<std::shared_ptr<PacketCapture>> &captures,
            const QSet<QHostAddress> &homes,
            bool isRelayed);

    /// From now on \a address is known to be somebody's of \a side. The other end of one that is
    /// known needs no telling.
    void place(const SocketAddress &address, LabSide side);

    /// What was sent since the last call, in the order of time.
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

    std::vector<std::unique_ptr<PacketTap>> m_taps;
    bool m_isRelayed;
    std::vector<Stream> m_streams;
    std::vector<std::pair<SocketAddress, LabSide>> m_places;
    quint64 m_lost = 0; ///< what takeLost() has told of
};

} // namespace Teardown
