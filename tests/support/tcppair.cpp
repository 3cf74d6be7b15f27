// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/tcppair.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

/// Not open when there is no such address.
Descriptor listenOn(const QHostAddress &host)
{
    sockaddr_storage address{};
    const socklen_t size = toKernelAddress({host, 0}, address);
    Descriptor listener(::socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::bind(listener.value(), reinterpret_cast<const sockaddr *>(&address), size) != 0
        || ::listen(listener.value(), 1) != 0)
        listener.close();
    return listener;
}

} // namespace

bool TcpPair::canListen(const QHostAddress &host)
{
    return listenOn(host).isOpen();
}

TcpPair::TcpPair(const QHostAddress &host)
{
    const Descriptor listener = listenOn(host);
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(listener.value(), reinterpret_cast<sockaddr *>(&address), &size);
    m_serverAddress = toSocketAddress(address);
    m_client = Descriptor(::socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    constexpr int yes = 1;
    ::setsockopt(m_client.value(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(m_client.value(), reinterpret_cast<const sockaddr *>(&address), size) != 0)
        qFatal("cannot connect to %s", qPrintable(m_serverAddress.toString()));
    m_server = Descriptor(::accept4(listener.value(), nullptr, nullptr, SOCK_CLOEXEC));
    // Acknowledges each segment as it comes (tcp(7)).
    ::setsockopt(m_server.value(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

void TcpPair::send(const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray received(bytes.size(), Qt::Uninitialized);
    if (::send(m_client.value(), bytes.constData(), size, MSG_NOSIGNAL) != bytes.size()
        || ::recv(m_server.value(), received.data(), size, MSG_WAITALL) != bytes.size())
        qFatal("cannot send");
    constexpr int yes = 1;
    ::setsockopt(m_server.value(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

void TcpPair::reset()
{
    constexpr linger abort{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_client.value(), SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    m_client.close();
}

} // namespace Teardown
