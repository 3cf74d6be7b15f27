// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/segmentreader.h"

#include <algorithm>

namespace Teardown {

void SegmentReader::place(const SocketAddress &address, LabSide side)
{
    if (!address.isNull() && !placeOf(address))
        m_places.emplace_back(address, side);
}

SegmentRecord SegmentReader::read(CapturedSegment captured)
{
    const TcpSegment &segment = captured.segment;
    Stream &stream = streamOf(segment.source, segment.destination, segment.sequence);
    if (segment.flags.has(TcpFlags::syn) && stream.isOver)
        stream = begin(segment);
    follow(stream, segment);
    const Stream *reverse = find(segment.destination, segment.source);
    // The SYN itself is not scaled, and nothing is unless both offered it (RFC 7323 §2.2).
    const bool isScaled = !segment.flags.has(TcpFlags::syn) && stream.windowScale && reverse
        && reverse->windowScale;
    return {.from = segment.source,
            .to = segment.destination,
            .fromSide = sideOf(segment.source, segment.destination),
            .toSide = sideOf(segment.destination, segment.source),
            .flags = segment.flags,
            .sequence = isFromNobody(segment) ? 0 : segment.sequence - stream.first,
            .acknowledgment = reverse ? segment.acknowledgment - reverse->first : 0,
            .length = segment.length,
            .window = quint32{segment.window} << (isScaled ? *stream.windowScale : 0),
            .packet = std::move(captured.packet)};
}

/// A reset by nobody has sequence number 0 (RFC 9293 §3.5.2), whatever there was before.
bool SegmentReader::isFromNobody(const TcpSegment &segment)
{
    return segment.flags.has(TcpFlags::rst) && segment.sequence == 0;
}

SegmentReader::Stream SegmentReader::begin(const TcpSegment &segment)
{
    return {.from = segment.source,
            .to = segment.destination,
            .first = segment.sequence,
            .next = segment.sequence + 1,
            .windowScale = segment.windowScale,
            .isOver = false};
}

/// Notes how far the sender is, and whether the connection is over: only then does another SYN
/// begin a new one. One that is forged into a living connection does not (RFC 5961 §4).
void SegmentReader::follow(Stream &stream, const TcpSegment &segment)
{
    const auto setOver = [this](Stream &one) {
        one.isOver = true;
        if (Stream *reverse = find(one.to, one.from))
            reverse->isOver = true;
    };
    if (segment.flags.has(TcpFlags::rst)) {
        if (segment.sequence == stream.next || isFromNobody(segment))
            setOver(stream);
        return;
    }
    if (segment.flags.has(TcpFlags::syn))
        return;
    const bool isFin = segment.flags.has(TcpFlags::fin);
    const quint32 end = segment.sequence + segment.length + (isFin ? 1 : 0);
    if (static_cast<qint32>(end - stream.next) > 0)
        stream.next = end;
    stream.isFinished = stream.isFinished || isFin;
    const Stream *reverse = find(stream.to, stream.from);
    if (stream.isFinished && reverse && reverse->isFinished)
        setOver(stream);
}

SegmentReader::Stream &
SegmentReader::streamOf(const SocketAddress &from, const SocketAddress &to, quint32 sequence)
{
    if (Stream *stream = find(from, to))
        return *stream;
    m_streams.push_back({.from = from, .to = to, .first = sequence, .next = sequence});
    return m_streams.back();
}

SegmentReader::Stream *SegmentReader::find(const SocketAddress &from, const SocketAddress &to)
{
    const auto found = std::find_if(m_streams.begin(), m_streams.end(), [&](const Stream &stream) {
        return stream.from == from && stream.to == to;
    });
    return found == m_streams.end() ? nullptr : &*found;
}

/// The one at \a address, who talks to \a other: where only that one is known, the opposite of it.
std::optional<LabSide> SegmentReader::sideOf(const SocketAddress &address,
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

std::optional<LabSide> SegmentReader::placeOf(const SocketAddress &address) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const auto &place) {
        return place.first == address;
    });
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

} // namespace Teardown
