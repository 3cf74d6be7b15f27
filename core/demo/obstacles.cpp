// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/obstacles.h"

namespace Teardown {

namespace {

std::optional<HostAndPort> targetOf(const SocketAddress &address)
{
    if (address.isNull())
        return {};
    return HostAndPort{address.address.toString(), address.port};
}

} // namespace

Obstacles::Obstacles()
    : m_silentPort(QHostAddress(QHostAddress::LocalHost))
    , m_fullListener(QHostAddress(QHostAddress::LocalHost))
{
}

std::optional<HostAndPort> Obstacles::put(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::PortNobodyListensOn:
        // Bound, so that nobody else gets the port; not listening, so that the kernel refuses.
        return targetOf(m_silentPort.address());
    case Obstacle::FullAcceptQueue:
        // A queue of length 0 holds one connection; further SYNs are dropped (listen(2)).
        if (!m_fullListener.listen(0)
            || !m_waiting.connectTo(m_fullListener.address(), {}, Milliseconds(500)))
            return {};
        return targetOf(m_fullListener.address());
    case Obstacle::AddressWithoutScope:
        return HostAndPort{QStringLiteral("fe80::1"), 9};
    case Obstacle::NameThatDoesNotExist:
        // The last dot keeps the resolver from trying search domains.
        return HostAndPort{QStringLiteral("nobody.invalid."), 9};
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
