// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/tcpinfo.h"

#include <array>
#include <cstddef>

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

qint64 queueLength(int descriptor, unsigned long request)
{
    int length = 0;
    return ::ioctl(descriptor, request, &length) == 0 ? length : 0;
}

} // namespace

bool TcpInfo::isAllAcknowledged() const
{
    constexpr quint8 closed = 7; // TCP_CLOSE in <netinet/tcp.h>
    return state != closed && unacked == 0 && notSent == 0;
}

std::optional<TcpInfo> readTcpInfo(int descriptor)
{
    tcp_info info = {};
    socklen_t size = sizeof(info);
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return std::nullopt;
    return TcpInfo{
        .state = info.tcpi_state,
        .rtt = std::chrono::microseconds(info.tcpi_rtt),
        .rttVariation = std::chrono::microseconds(info.tcpi_rttvar),
        .retransmits = info.tcpi_total_retrans,
        .unacked = info.tcpi_unacked,
        .notSent = info.tcpi_notsent_bytes,
        .lost = info.tcpi_lost,
        .congestionWindow = info.tcpi_snd_cwnd,
        .mss = info.tcpi_snd_mss,
        .bytesAcked = info.tcpi_bytes_acked,
        .bytesReceived = info.tcpi_bytes_received,
    };
}

QByteArray tcpStateName(quint8 state)
{
    // The kernel's order (include/net/tcp_states.h); the names are RFC 9293's.
    static constexpr std::array names{"UNKNOWN",
                                      "ESTABLISHED",
                                      "SYN-SENT",
                                      "SYN-RECEIVED",
                                      "FIN-WAIT-1",
                                      "FIN-WAIT-2",
                                      "TIME-WAIT",
                                      "CLOSED",
                                      "CLOSE-WAIT",
                                      "LAST-ACK",
                                      "LISTEN",
                                      "CLOSING"};
    return state < names.size() ? names[state] : names[0];
}

qint64 unacknowledgedBytes(int descriptor)
{
    return queueLength(descriptor, SIOCOUTQ);
}

qint64 unreadBytes(int descriptor)
{
    return queueLength(descriptor, SIOCINQ);
}

int takeSocketError(int descriptor)
{
    int error = 0;
    socklen_t size = sizeof(error);
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : 0;
}

/// \a call is getsockname(2) or getpeername(2).
static SocketAddress addressBy(int (*call)(int, sockaddr *, socklen_t *), int descriptor)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof(storage);
    if (call(descriptor, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return {};
    return toSocketAddress(storage);
}

SocketAddress localAddress(int descriptor)
{
    return addressBy(::getsockname, descriptor);
}

SocketAddress peerAddress(int descriptor)
{
    return addressBy(::getpeername, descriptor);
}

} // namespace Teardown
