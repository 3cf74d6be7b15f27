// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/capture/tcpsegment.h"

#include <QByteArray>

namespace Teardown {

/// What a packet of a test has in its headers; all else is zero.
struct PacketPlan
{
    SocketAddress source;
    SocketAddress destination;
    quint8 flags = 0;
    quint32 sequence = 0;
    quint32 acknowledgment = 0;
    quint16 window = 0;
    QByteArray options; ///< of TCP, a multiple of four bytes
    QByteArray ipOptions; ///< of IPv4, likewise
    QByteArray payload;
    quint8 protocol = 6; ///< TCP
    quint16 fragment = 0; ///< of IPv4: flags and offset
};

/// The packet from its IP header on; IPv6 when its source is. Checksums are not made.
QByteArray packetOf(const PacketPlan &plan);

} // namespace Teardown
