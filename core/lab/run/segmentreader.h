// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/segmentrecord.h"

#include <vector>

namespace Teardown {

/// Makes of captured segments what people read: relative numbers, windows in bytes, sides. For one
/// thread.
class SegmentReader
{
public:
    /// \a isRelayed: hasRelay() of the scenario.
    explicit SegmentReader(bool isRelayed)
        : m_isRelayed(isRelayed)
    {
    }

    /// From now on \a address is known to be somebody's of \a side. The other end of one that is
    /// known needs no telling.
    void place(const SocketAddress &address, LabSide side);

    /// Reads the next segment, in the order of time.
    SegmentRecord read(CapturedSegment captured);

private:
    /// One direction of a connection.
    struct Stream
    {
        SocketAddress from;
        SocketAddress to;
        quint32 first = 0; ///< of its SYN; of the first segment seen where there was none
        quint32 next = 0; ///< what the sender sends next
        std::optional<quint8> windowScale;
        bool isFinished = false; ///< its FIN was sent
        bool isOver = true; ///< nothing of it lives: a SYN is a new beginning
    };

    static bool isFromNobody(const TcpSegment &segment);
    static Stream begin(const TcpSegment &segment);
    void follow(Stream &stream, const TcpSegment &segment);
    Stream &streamOf(const SocketAddress &from, const SocketAddress &to, quint32 sequence);
    Stream *find(const SocketAddress &from, const SocketAddress &to);
    std::optional<LabSide> sideOf(const SocketAddress &address, const SocketAddress &other) const;
    std::optional<LabSide> placeOf(const SocketAddress &address) const;

    bool m_isRelayed;
    std::vector<Stream> m_streams;
    std::vector<std::pair<SocketAddress, LabSide>> m_places;
};

} // namespace Teardown
