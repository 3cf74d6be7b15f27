// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/tcpsegment.h"

#include <QStringList>
#include <QtEndian>

#include <array>

#include <netinet/in.h>

namespace Teardown {

namespace {

constexpr qsizetype ipv4HeaderSize = 20;
constexpr qsizetype ipv6HeaderSize = 40;
constexpr qsizetype tcpHeaderSize = 20;

quint8 byteAt(QByteArrayView bytes, qsizetype offset)
{
    return static_cast<quint8>(bytes[offset]);
}

template <typename Number> Number numberAt(QByteArrayView bytes, qsizetype offset)
{
    return qFromBigEndian<Number>(bytes.data() + offset);
}

/// What the IP header says: who, and which bytes are TCP.
struct IpPayload
{
    QHostAddress source;
    QHostAddress destination;
    QByteArrayView captured; ///< from the TCP header on
    qsizetype length = 0; ///< of the TCP header and what follows, as it was sent
};

std::optional<IpPayload> parseIpv4(QByteArrayView packet)
{
    if (packet.size() < ipv4HeaderSize)
        return std::nullopt;
    constexpr quint16 fragmentOffset = 0x1fff;
    const qsizetype header = (byteAt(packet, 0) & 0x0f) * 4;
    const qsizetype total = numberAt<quint16>(packet, 2);
    const bool isLaterFragment = (numberAt<quint16>(packet, 6) & fragmentOffset) != 0;
    if (header < ipv4HeaderSize || total < header || packet.size() < header || isLaterFragment
        || byteAt(packet, 9) != IPPROTO_TCP)
        return std::nullopt;
    return IpPayload{.source = QHostAddress(numberAt<quint32>(packet, 12)),
                     .destination = QHostAddress(numberAt<quint32>(packet, 16)),
                     .captured = packet.sliced(header),
                     .length = total - header};
}

std::optional<IpPayload> parseIpv6(QByteArrayView packet)
{
    if (packet.size() < ipv6HeaderSize || byteAt(packet, 6) != IPPROTO_TCP)
        return std::nullopt;
    const auto addressAt = [&](qsizetype offset) {
        Q_IPV6ADDR address;
        for (int i = 0; i < 16; ++i)
            address[i] = byteAt(packet, offset + i);
        return QHostAddress(address);
    };
    return IpPayload{.source = addressAt(8),
                     .destination = addressAt(24),
                     .captured = packet.sliced(ipv6HeaderSize),
                     .length = numberAt<quint16>(packet, 4)};
}

std::optional<IpPayload> parseIp(QByteArrayView packet)
{
    if (packet.isEmpty())
        return std::nullopt;
    switch (byteAt(packet, 0) >> 4) {
    case 4:
        return parseIpv4(packet);
    case 6:
        return parseIpv6(packet);
    default:
        return std::nullopt;
    }
}

/// The shift count among the options (RFC 9293 §3.1, RFC 7323 §2.2).
std::optional<quint8> windowScaleIn(QByteArrayView options)
{
    constexpr quint8 endOfOptions = 0;
    constexpr quint8 noOperation = 1;
    constexpr quint8 windowScale = 3;
    constexpr quint8 largestShift = 14;
    qsizetype at = 0;
    while (at < options.size() && byteAt(options, at) != endOfOptions) {
        if (byteAt(options, at) == noOperation) {
            ++at;
            continue;
        }
        const qsizetype size = at + 1 < options.size() ? byteAt(options, at + 1) : 0;
        if (size < 2 || at + size > options.size())
            return std::nullopt;
        if (byteAt(options, at) == windowScale && size == 3)
            return std::min(byteAt(options, at + 2), largestShift);
        at += size;
    }
    return std::nullopt;
}

} // namespace

QString TcpFlags::toString() const
{
    constexpr std::array names{"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    QStringList set;
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if (has(static_cast<quint8>(1U << bit)))
            set += QLatin1StringView(names[bit]);
    }
    return set.join(u' ');
}

std::optional<TcpSegment> parseSegment(QByteArrayView packet)
{
    const auto ip = parseIp(packet);
    if (!ip || ip->captured.size() < tcpHeaderSize)
        return std::nullopt;
    const QByteArrayView tcp = ip->captured;
    const qsizetype header = (byteAt(tcp, 12) >> 4) * 4;
    if (header < tcpHeaderSize || header > ip->length)
        return std::nullopt;
    TcpSegment segment{.source = {ip->source, numberAt<quint16>(tcp, 0)},
                       .destination = {ip->destination, numberAt<quint16>(tcp, 2)},
                       .flags = {byteAt(tcp, 13)},
                       .sequence = numberAt<quint32>(tcp, 4),
                       .acknowledgment = numberAt<quint32>(tcp, 8),
                       .length = static_cast<quint32>(ip->length - header),
                       .window = numberAt<quint16>(tcp, 14)};
    if (segment.flags.has(TcpFlags::syn)) {
        const qsizetype captured = std::min(header, tcp.size());
        segment.windowScale = windowScaleIn(tcp.sliced(tcpHeaderSize, captured - tcpHeaderSize));
    }
    return segment;
}

} // namespace Teardown
