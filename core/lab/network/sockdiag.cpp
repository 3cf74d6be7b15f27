// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/sockdiag.h"

#include "core/close/tcpinfo.h"
#include "core/lab/network/netlinkrequest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <initializer_list>

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr quint8 listenState = 10; // TCP_LISTEN (include/net/tcp_states.h)
constexpr __u32 noCookie = ~0U; // INET_DIAG_NOCOOKIE

struct Request
{
    nlmsghdr header;
    inet_diag_req_v2 body;
};

using Reply = std::array<char, 4096>;

inet_diag_req_v2 bodyFor(const SocketEnds &ends)
{
    inet_diag_req_v2 body = {};
    body.sdiag_family = AF_INET;
    body.sdiag_protocol = IPPROTO_TCP;
    body.idiag_ext = 1 << (INET_DIAG_INFO - 1);
    body.idiag_states = ~0U;
    body.id.idiag_sport = htons(ends.local.port);
    body.id.idiag_src[0] = htonl(ends.local.address.toIPv4Address());
    body.id.idiag_dport = htons(ends.peer.port);
    body.id.idiag_dst[0] = htonl(ends.peer.address.toIPv4Address());
    body.id.idiag_cookie[0] = noCookie;
    body.id.idiag_cookie[1] = noCookie;
    return body;
}

Request requestFor(const SocketEnds &ends)
{
    Request request{.header = {}, .body = bodyFor(ends)};
    request.header.nlmsg_len = sizeof(request);
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    return request;
}

QByteArray timerName(quint8 timer)
{
    // As in the kernel's inet_sk_diag_fill() (net/ipv4/inet_diag.c).
    static constexpr std::array names{"none", "retransmit", "keepalive", "time-wait", "persist"};
    return timer < names.size() ? names[timer] : names[0];
}

std::optional<qint64> bytesReceived(const inet_diag_msg &message, std::size_t length)
{
    // The attributes follow the fixed part.
    auto left = static_cast<int>(length - sizeof(message));
    const char *at = reinterpret_cast<const char *>(&message) + NLMSG_ALIGN(sizeof(message));
    while (left >= static_cast<int>(sizeof(rtattr))) {
        rtattr attribute;
        std::memcpy(&attribute, at, sizeof(attribute));
        if (attribute.rta_len < sizeof(attribute) || attribute.rta_len > left)
            break;
        tcp_info info = {};
        const std::size_t needed = offsetof(tcp_info, tcpi_bytes_received) + sizeof(__u64);
        const std::size_t size = attribute.rta_len - sizeof(attribute);
        if (attribute.rta_type == INET_DIAG_INFO && size >= needed) {
            std::memcpy(&info, at + sizeof(attribute), std::min(size, sizeof(info)));
            return static_cast<qint64>(info.tcpi_bytes_received);
        }
        at += RTA_ALIGN(attribute.rta_len);
        left -= static_cast<int>(RTA_ALIGN(attribute.rta_len));
    }
    return std::nullopt;
}

/// Whether \a state is one of \a states.
bool isAnyOf(const QByteArray &state, std::initializer_list<const char *> states)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

/// The kernel counts SYN and FIN, which take a sequence number each (RFC 9293 §3.4), as a byte.
KernelSight sightFrom(const inet_diag_msg &message, std::size_t length)
{
    const QByteArray state = tcpStateName(message.idiag_state);
    // A listener's queues hold connections; the second figure is their limit (sock_diag(7)).
    if (state == "LISTEN") {
        return {.state = state,
                .timer = timerName(message.idiag_timer),
                .unread = static_cast<qint64>(message.idiag_rqueue)};
    }
    const bool isFinUnread
        = message.idiag_rqueue > 0 && isAnyOf(state, {"CLOSE-WAIT", "CLOSING", "LAST-ACK"});
    const bool isControlUnsent = message.idiag_wqueue > 0
        && isAnyOf(state, {"SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK"});
    return {.state = state,
            .timer = timerName(message.idiag_timer),
            .unread = static_cast<qint64>(message.idiag_rqueue) - (isFinUnread ? 1 : 0),
            .unsent = static_cast<qint64>(message.idiag_wqueue) - (isControlUnsent ? 1 : 0),
            .received = bytesReceived(message, length)};
}

} // namespace

SockDiag::SockDiag()
    : m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))
{
}

bool SockDiag::isAvailable() const
{
    // There is no such socket; that it could be looked for is the answer.
    return NetlinkRequest(SOCK_DIAG_BY_FAMILY, 0).body(bodyFor({})).perform(m_socket.value())
        == ENOENT;
}

int SockDiag::destroy(const SocketEnds &ends) const
{
    return NetlinkRequest(SOCK_DESTROY, 0).body(bodyFor(ends)).perform(m_socket.value());
}

KernelSight SockDiag::look(const SocketEnds &ends) const
{
    const Request request = requestFor(ends);
    if (::send(m_socket.value(), &request, sizeof(request), 0) != sizeof(request))
        return {};
    alignas(nlmsghdr) Reply reply;
    const auto size = ::recv(m_socket.value(), reply.data(), reply.size(), 0);
    nlmsghdr header;
    if (size < static_cast<ssize_t>(sizeof(header) + sizeof(inet_diag_msg)))
        return {};
    std::memcpy(&header, reply.data(), sizeof(header));
    if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY)
        return {};
    const auto &message
        = *reinterpret_cast<const inet_diag_msg *>(reply.data() + NLMSG_ALIGN(sizeof(header)));
    // Where no connection has these addresses the kernel answers with the listener of the port.
    if (!ends.peer.isNull() && message.idiag_state == listenState)
        return {};
    return sightFrom(message, static_cast<std::size_t>(size) - NLMSG_ALIGN(sizeof(header)));
}

} // namespace Teardown
