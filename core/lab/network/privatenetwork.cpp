// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/privatenetwork.h"

#include "core/lab/network/namespacesupport.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <linux/rtnetlink.h>

namespace Teardown {

namespace {

constexpr const char *cableEnd = "eth0";
constexpr quint8 networkLength = 24;
constexpr quint8 routerNumber = 1;

LabSide otherEnd(LabSide end)
{
    return end == LabSide::Client ? LabSide::Server : LabSide::Client;
}

/// The interface of the router toward an end.
const char *routerInterface(LabSide end)
{
    return end == LabSide::Client ? "client" : "server";
}

/// A host in the network of an end.
QHostAddress addressIn(LabSide end, quint8 number)
{
    constexpr quint32 clients = 0xc0000200; // 192.0.2.0
    constexpr quint32 servers = 0xc6336400; // 198.51.100.0
    return QHostAddress((end == LabSide::Client ? clients : servers) + number);
}

NetworkPrefix networkOf(LabSide end)
{
    return {addressIn(end, 0), networkLength};
}

/// A half of the network, with all its hosts: more precise than what is there, so that it wins.
NetworkPrefix hostsOf(LabSide end)
{
    return {addressIn(end, 0), networkLength + 1};
}

quint8 kernelType(PrivateNetwork::Route route)
{
    switch (route) {
    case PrivateNetwork::Route::Open:
        return RTN_UNICAST;
    case PrivateNetwork::Route::Unreachable:
        return RTN_UNREACHABLE;
    case PrivateNetwork::Route::Prohibit:
        return RTN_PROHIBIT;
    case PrivateNetwork::Route::Blackhole:
        return RTN_BLACKHOLE;
    case PrivateNetwork::Route::None:
        return RTN_THROW; // as if the table had none (ip-route(8))
    case PrivateNetwork::Route::Local:
        return RTN_LOCAL;
    }
    Q_UNREACHABLE();
}

/// Does one thing after the other until one fails.
template <typename... Steps> int firstError(Steps... steps)
{
    int error = 0;
    std::ignore = (... && ((error = steps()) == 0));
    return error;
}

} // namespace

Result<std::unique_ptr<PrivateNetwork>> PrivateNetwork::make()
{
    if (const QString fault = enterUserNamespace(); !fault.isEmpty())
        return Failure{fault};
    std::array<Host, 3> hosts{Host::make(), Host::make(), Host::make()};
    for (const Host &each : hosts) {
        if (!each.place.isOpen())
            return Failure{whyNoNamespace(NamespaceStage::Namespace, errno)};
    }
    std::unique_ptr<PrivateNetwork> network(new PrivateNetwork(std::move(hosts)));
    if (const int error = network->connectHosts(); error != 0)
        return Failure{whyNoNamespace(NamespaceStage::Network, error)};
    return network;
}

int PrivateNetwork::connectHosts()
{
    for (const Host &each : m_hosts) {
        if (const int error = each.kernel.setUp("lo", true); error != 0)
            return error;
    }
    return firstError([&] { return connectEnd(LabSide::Client); },
                      [&] { return connectEnd(LabSide::Server); },
                      [&] { return setSysctl(LabSide::Middle, "ip_forward", "1"); },
                      // It would keep back every second refusal for a second.
                      [&] { return setSysctl(LabSide::Middle, "icmp_ratelimit", "0"); });
}

int PrivateNetwork::connectEnd(LabSide end)
{
    const RouteNetlink &router = host(LabSide::Middle).kernel;
    const RouteNetlink &kernel = host(end).kernel;
    const char *socket = routerInterface(end);
    return firstError(
        [&] { return router.addCable(socket, cableEnd, host(end).place.descriptor()); },
        [&] { return router.setUp(socket, true); },
        [&] {
            return router.addAddress(socket, {addressIn(end, routerNumber), networkLength});
        },
        [&] {
            return kernel.addAddress(cableEnd, {home(end), networkLength});
        },
        [&] { return setLink(end, true); });
}

QHostAddress PrivateNetwork::home(LabSide side) const
{
    return side == LabSide::Middle ? addressIn(LabSide::Server, routerNumber)
                                   : addressIn(side, host(side).number);
}

NamespaceVisit PrivateNetwork::visit(LabSide side) const
{
    return NamespaceVisit(host(side).place);
}

std::vector<LabSide> PrivateNetwork::networks() const
{
    return {allLabSides.begin(), allLabSides.end()};
}

int PrivateNetwork::setRoute(LabSide on, LabSide toward, Route route)
{
    const RouteNetlink &kernel = host(on).kernel;
    Route &now = host(on).routes[static_cast<std::size_t>(toward)];
    if (now != Route::Open) {
        if (const int error = kernel.removeRoute(hostsOf(toward), kernelType(now)); error != 0)
            return error;
    }
    now = route;
    return route == Route::Open ? 0 : kernel.addRoute(hostsOf(toward), kernelType(route));
}

int PrivateNetwork::setLink(LabSide on, bool up)
{
    const RouteNetlink &kernel = host(on).kernel;
    const RouteNetlink &router = host(LabSide::Middle).kernel;
    if (!up)
        return kernel.setUp(cableEnd, false);
    return firstError([&] { return kernel.setUp(cableEnd, true); },
                      [&] { return kernel.waitUntilRunning(cableEnd); },
                      [&] { return router.waitUntilRunning(routerInterface(on)); },
                      // The kernel forgets a gateway with the link.
                      [&] { return addWayOut(on); });
}

int PrivateNetwork::addWayOut(LabSide end) const
{
    return host(end).kernel.addGateway(networkOf(otherEnd(end)), addressIn(end, routerNumber));
}

int PrivateNetwork::changeAddress(LabSide on)
{
    Host &roaming = host(on);
    const NetworkPrefix old{home(on), networkLength};
    ++roaming.number;
    return firstError([&] { return roaming.kernel.removeAddress(cableEnd, old); },
                      [&] {
                          return roaming.kernel.addAddress(cableEnd, {home(on), networkLength});
                      },
                      [&] { return addWayOut(on); });
}

int PrivateNetwork::setSysctl(LabSide on, const char *name, const QByteArray &value)
{
    // What the files under /proc/sys/net are about is the namespace of the thread that opens them.
    const NamespaceVisit there = visit(on);
    const QByteArray path = QByteArrayLiteral("/proc/sys/net/ipv4/") + name;
    const Descriptor file(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    const auto size = static_cast<std::size_t>(value.size());
    return file.isOpen() && ::write(file.value(), value.constData(), size) == value.size() ? 0
                                                                                           : errno;
}

} // namespace Teardown
