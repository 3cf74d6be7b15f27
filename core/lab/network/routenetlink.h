// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"

#include <QHostAddress>

namespace Teardown {

/// A network as routes name it: 192.0.2.0/24.
struct NetworkPrefix
{
    QHostAddress address;
    quint8 length = 32;
};

/// Interfaces, addresses and routes (IPv4) of one network namespace (rtnetlink(7)), which needs
/// CAP_NET_ADMIN there. For one thread.
///
/// Every function returns 0 or an errno.
class RouteNetlink
{
public:
    /// Of the namespace the calling thread is in; it stays that one.
    RouteNetlink();

    /// Two interfaces with a cable between them (veth(4)): \a name here, \a peer in the namespace
    /// behind the descriptor \a peerNamespace. Both are down.
    int addCable(const char *name, const char *peer, int peerNamespace) const;

    int setUp(const char *interface, bool up) const;

    /// Waits until packets get through an interface that is up, as the one at the other end of the
    /// cable is: until then the kernel drops them.
    int waitUntilRunning(const char *interface) const;

    /// The kernel adds the route to the network the address is in.
    int addAddress(const char *interface, const NetworkPrefix &address) const;

    /// The routes that need the address go with it.
    int removeAddress(const char *interface, const NetworkPrefix &address) const;

    int addGateway(const NetworkPrefix &destination, const QHostAddress &gateway) const;

    /// A route without a gateway, of a type such as RTN_BLACKHOLE (rtnetlink(7)). RTN_LOCAL
    /// delivers to this namespace itself.
    int addRoute(const NetworkPrefix &destination, quint8 type) const;

    /// One of addRoute(). Where there is none: ESRCH.
    int removeRoute(const NetworkPrefix &destination, quint8 type) const;

private:
    int changeAddress(quint16 request,
                      quint16 flags,
                      const char *interface,
                      const NetworkPrefix &address) const;

    Descriptor m_socket;
};

} // namespace Teardown
