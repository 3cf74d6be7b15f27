// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/socketaddress.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Teardown {

/// The control bits of a TCP header (RFC 9293 §3.1), as they stand in its 14th byte.
struct TcpFlags
{
    static constexpr quint8 fin = 0x01;
    static constexpr quint8 syn = 0x02;
    static constexpr quint8 rst = 0x04;
    static constexpr quint8 psh = 0x08;
    static constexpr quint8 ack = 0x10;

    quint8 bits = 0;

    bool has(quint8 flag) const { return (bits & flag) != 0; }
    bool operator==(const TcpFlags &) const = default;

    /// "FIN ACK": the names of RFC 9293 in the order of the bits.
    QString toString() const;
};

/// What the headers of one packet say.
struct TcpSegment
{
    SocketAddress source;
    SocketAddress destination;
    TcpFlags flags;
    quint32 sequence = 0;
    quint32 acknowledgment = 0; ///< means something only with ACK
    quint32 length = 0; ///< bytes of payload it was sent with, also where fewer were captured
    quint16 window = 0; ///< as written; what it means in bytes takes the scale of the SYN
    std::optional<quint8> windowScale; ///< the option of a SYN (RFC 7323 §2.2)
};

/// Reads a packet that begins with its IPv4 or IPv6 header.
///
/// \a packet may have been cut anywhere behind the fixed part of the TCP header, and may hold
/// anything: what is no whole TCP header, or contradicts itself, is nothing. Later fragments and
/// IPv6 extension headers are nothing, too.
std::optional<TcpSegment> parseSegment(QByteArrayView packet);

} // namespace Teardown
