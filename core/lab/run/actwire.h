// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/segmentreader.h"

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

    /// See SegmentReader::place().
    void place(const SocketAddress &address, LabSide side) { m_reader.place(address, side); }

    /// What was sent since the last call, in the order of time.
    std::vector<SegmentRecord> take();

    /// How many segments are missing in what was taken since the last call; see PacketTap::lost().
    quint64 takeLost();

private:
    std::vector<std::unique_ptr<PacketTap>> m_taps;
    SegmentReader m_reader;
    quint64 m_lost = 0; ///< what takeLost() has told of
};

} // namespace Teardown
