// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/routenetlink.h"

#include "core/lab/network/netlinkrequest.h"

#include <cerrno>
#include <chrono>
#include <thread>

#include <arpa/inet.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr const char *loopback = "lo";

/// The number of an interface in the namespace of \a socket, which need not be the thread's; 0 when
/// there is none of that name.
int indexOf(int socket, const char *interface)
{
    ifreq request = {};
    qstrncpy(request.ifr_name, interface, sizeof(request.ifr_name));
    return ::ioctl(socket, SIOCGIFINDEX, &request) == 0 ? request.ifr_ifindex : 0;
}

ifinfomsg interfaceMessage(int index, bool up)
{
    ifinfomsg message = {};
    message.ifi_index = index;
    message.ifi_flags = up ? unsigned{IFF_UP} : 0U;
    message.ifi_change = IFF_UP;
    return message;
}

rtmsg routeMessage(const NetworkPrefix &destination, quint8 type)
{
    rtmsg message = {};
    message.rtm_family = AF_INET;
    message.rtm_dst_len = destination.length;
    // What is local is looked for in one table only.
    message.rtm_table = type == RTN_LOCAL ? RT_TABLE_LOCAL : RT_TABLE_MAIN;
    message.rtm_protocol = RTPROT_STATIC;
    message.rtm_scope = type == RTN_LOCAL ? RT_SCOPE_HOST : RT_SCOPE_UNIVERSE;
    message.rtm_type = type;
    return message;
}

/// As netlink wants it: network byte order.
quint32 bytesOf(const QHostAddress &address)
{
    return htonl(address.toIPv4Address());
}

} // namespace

RouteNetlink::RouteNetlink()
    : m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE))
{
}

int RouteNetlink::addCable(const char *name, const char *peer, int peerNamespace) const
{
    const ifinfomsg down = interfaceMessage(0, false);
    return NetlinkRequest(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL)
        .body(down)
        .addName(IFLA_IFNAME, name)
        .begin(IFLA_LINKINFO)
        .addName(IFLA_INFO_KIND, "veth")
        .begin(IFLA_INFO_DATA)
        .begin(VETH_INFO_PEER, {reinterpret_cast<const char *>(&down), sizeof(down)})
        .addName(IFLA_IFNAME, peer)
        .addNumber(IFLA_NET_NS_FD, static_cast<quint32>(peerNamespace))
        .end()
        .end()
        .end()
        .perform(m_socket.value());
}

int RouteNetlink::setUp(const char *interface, bool up) const
{
    return NetlinkRequest(RTM_NEWLINK, 0)
        .body(interfaceMessage(indexOf(m_socket.value(), interface), up))
        .perform(m_socket.value());
}

int RouteNetlink::waitUntilRunning(const char *interface) const
{
    using namespace std::chrono_literals;
    constexpr auto limit = 5s;
    const auto until = steadyNow() + limit;
    ifreq request = {};
    qstrncpy(request.ifr_name, interface, sizeof(request.ifr_name));
    while (steadyNow() < until) {
        if (::ioctl(m_socket.value(), SIOCGIFFLAGS, &request) != 0)
            return errno;
        if ((request.ifr_flags & IFF_RUNNING) != 0)
            return 0;
        std::this_thread::sleep_for(1ms);
    }
    return ETIMEDOUT;
}

int RouteNetlink::changeAddress(quint16 request,
                                quint16 flags,
                                const char *interface,
                                const NetworkPrefix &address) const
{
    ifaddrmsg message = {};
    message.ifa_family = AF_INET;
    message.ifa_prefixlen = address.length;
    message.ifa_index = static_cast<quint32>(indexOf(m_socket.value(), interface));
    return NetlinkRequest(request, flags)
        .body(message)
        .addNumber(IFA_LOCAL, bytesOf(address.address))
        .addNumber(IFA_ADDRESS, bytesOf(address.address))
        .perform(m_socket.value());
}

int RouteNetlink::addAddress(const char *interface, const NetworkPrefix &address) const
{
    return changeAddress(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, interface, address);
}

int RouteNetlink::removeAddress(const char *interface, const NetworkPrefix &address) const
{
    return changeAddress(RTM_DELADDR, 0, interface, address);
}

int RouteNetlink::addGateway(const NetworkPrefix &destination, const QHostAddress &gateway) const
{
    return NetlinkRequest(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL)
        .body(routeMessage(destination, RTN_UNICAST))
        .addNumber(RTA_DST, bytesOf(destination.address))
        .addNumber(RTA_GATEWAY, bytesOf(gateway))
        .perform(m_socket.value());
}

int RouteNetlink::addRoute(const NetworkPrefix &destination, quint8 type) const
{
    NetlinkRequest request(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL);
    request.body(routeMessage(destination, type)).addNumber(RTA_DST, bytesOf(destination.address));
    if (type == RTN_LOCAL)
        request.addNumber(RTA_OIF, static_cast<quint32>(indexOf(m_socket.value(), loopback)));
    return request.perform(m_socket.value());
}

int RouteNetlink::removeRoute(const NetworkPrefix &destination, quint8 type) const
{
    rtmsg message = routeMessage(destination, type);
    return NetlinkRequest(RTM_DELROUTE, 0)
        .body(message)
        .addNumber(RTA_DST, bytesOf(destination.address))
        .perform(m_socket.value());
}

} // namespace Teardown
