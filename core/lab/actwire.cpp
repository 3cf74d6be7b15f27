// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actwire.h"

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
    : m_isRelayed(isRelayed)
{
    for (const auto &capture : captures)
        m_taps.push_back(std::make_unique<PacketTap>(capture, homes));
}

void ActWire::place(const SocketAddress &address, LabSide side)
{
    if (!address.isNull() && !placeOf(address))
        m_places.emplace_back(address, side);
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
        records.push_back(toRecord(std::move(captured)));
    return records;
}

quint64 ActWire::takeLost()
{
    quint64 lost = 0;
    for (const auto &tap : m_taps)
        lost += tap->lost();
    return lost - std::exchange(m_lost, lost);
}

SegmentRecord ActWire::toRecord(CapturedSegment captured)
{
    const TcpSegment &segment = captured.segment;
    const Stream &stream = streamOf(segment);
    const Stream *reverse = find(segment.destination, segment.source);
    const bool isSyn = segment.flags.has(TcpFlags::syn);
    // The SYN itself is not scaled, and nothing is unless both offered it (RFC 7323 §2.2).
    const bool isScaled = !isSyn && stream.windowScale && reverse && reverse->windowScale;
    // A reset by nobody has sequence number 0 (RFC 9293 §3.5.2), whatever there was before.
    const bool isFromNobody = segment.flags.has(TcpFlags::rst) && segment.sequence == 0;
    return {.from = segment.source,
            .to = segment.destination,
            .fromSide = sideOf(segment.source, segment.destination),
            .toSide = sideOf(segment.destination, segment.source),
            .flags = segment.flags,
            .sequence = isFromNobody ? 0 : segment.sequence - stream.first,
            .acknowledgment = reverse ? segment.acknowledgment - reverse->first : 0,
            .length = segment.length,
            .window = quint32{segment.window} << (isScaled ? *stream.windowScale : 0),
            .packet = std::move(captured.packet)};
}

ActWire::Stream &ActWire::streamOf(const TcpSegment &segment)
{
    Stream *stream = find(segment.source, segment.destination);
    if (!stream) {
        m_streams.push_back({segment.source, segment.destination, segment.sequence, {}});
        stream = &m_streams.back();
    }
    if (segment.flags.has(TcpFlags::syn)) {
        stream->first = segment.sequence;
        stream->windowScale = segment.windowScale;
    }
    return *stream;
}

ActWire::Stream *ActWire::find(const SocketAddress &from, const SocketAddress &to)
{
    const auto found = std::find_if(m_streams.begin(), m_streams.end(), [&](const Stream &stream) {
        return stream.from == from && stream.to == to;
    });
    return found == m_streams.end() ? nullptr : &*found;
}

/// The one at \a address, who talks to \a other: where only that one is known, the opposite of it.
std::optional<LabSide> ActWire::sideOf(const SocketAddress &address,
                                       const SocketAddress &other) const
{
    if (const auto side = placeOf(address))
        return side;
    const auto opposite = placeOf(other);
    if (!opposite)
        return std::nullopt;
    switch (*opposite) {
    case LabSide::Client:
        return m_isRelayed ? LabSide::Middle : LabSide::Server;
    case LabSide::Middle:
        return LabSide::Client; // servers are known by where they listen
    case LabSide::Server:
        return m_isRelayed ? LabSide::Middle : LabSide::Client;
    }
    Q_UNREACHABLE();
}

std::optional<LabSide> ActWire::placeOf(const SocketAddress &address) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const auto &place) {
        return place.first == address;
    });
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

} // namespace Teardown
