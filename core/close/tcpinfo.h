// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/socketaddress.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace Teardown {

/// What the kernel knows about a TCP socket (tcp(7), TCP_INFO), in our units.
struct TcpInfo
{
    quint8 state = 0; ///< TCP_ESTABLISHED and so on, from <netinet/tcp.h>
    std::chrono::microseconds rtt{0};
    std::chrono::microseconds rttVariation{0};
    quint32 retransmits = 0; ///< segments, over the whole life
    quint32 unacked = 0; ///< segments
    quint32 notSent = 0; ///< bytes
    quint32 lost = 0; ///< segments
    quint32 congestionWindow = 0; ///< segments
    quint32 mss = 0; ///< bytes
    quint64 bytesAcked = 0;
    quint64 bytesReceived = 0;

    /// Everything sent has arrived. False also when it cannot be told: a closed socket counts
    /// nothing as sent (tcp_write_queue_purge(), Linux 6.1).
    bool isAllAcknowledged() const;
};

/// Nothing when \a descriptor is not an open TCP socket.
std::optional<TcpInfo> readTcpInfo(int descriptor);

/// The name of a TCP_INFO state as in RFC 9293, such as "ESTABLISHED"; "UNKNOWN" for a strange one.
QByteArray tcpStateName(quint8 state);

/// Bytes in our kernel's send queue the peer has not acknowledged; our FIN counts as one (SIOCOUTQ,
/// tcp(7)).
qint64 unacknowledgedBytes(int descriptor);

/// Bytes in our kernel's receive queue nobody has read (SIOCINQ, tcp(7)).
qint64 unreadBytes(int descriptor);

/// The pending error of the socket, which reading it clears (SO_ERROR, socket(7)); 0 when there is
/// none.
int takeSocketError(int descriptor);

/// The address of our own end; null when the kernel does not know it any more.
SocketAddress localAddress(int descriptor);

/// The address of the other end; null when the kernel does not know it any more.
SocketAddress peerAddress(int descriptor);

} // namespace Teardown
