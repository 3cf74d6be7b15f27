// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actwire.h"

#include <algorithm>

namespace Teardown {

namespace {

/// Whether a router passed it on: it has fewer hops left than it began with (ip(7),
/// ip_default_ttl).
bool isPassedOn(const CapturedPacket &packet)
{
    constexpr quint8 initialHops = 64;
    constexpr qsizetype hopsOffset = 8; // IPv4; there is no other in a private network
    return static_cast<quint8>(packet.bytes[hopsOffset]) < initialHops;
}

} // namespace

ActWire::ActWire(const std::vector<std::shared_ptr<PacketCapture>> &captures,
                 const QSet<QHostAddress> &homes,
                 bool isRelayed)
    : m_reader(isRelayed)
{
    for (const auto &capture : captures)
        m_taps.push_back(std::make_unique<PacketTap>(capture, homes));
}

std::vector<SegmentRecord> ActWire::take()
{
    std::vector<CapturedSegment> all;
    for (const auto &tap : m_taps) {
        for (CapturedSegment &captured : tap->take()) {
            if (m_taps.size() == 1 || !isPassedOn(captured.packet))
                all.push_back(std::move(captured));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &one, const auto &other) {
        return one.packet.time < other.packet.time;
    });
    std::vector<SegmentRecord> records;
    for (CapturedSegment &captured : all)
        records.push_back(m_reader.read(std::move(captured)));
    return records;
}

quint64 ActWire::takeLost()
{
    quint64 lost = 0;
    for (const auto &tap : m_taps)
        lost += tap->lost();
    return lost - std::exchange(m_lost, lost);
}

} // namespace Teardown
