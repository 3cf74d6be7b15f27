// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"

#include <QString>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Teardown {

namespace {

void require(bool works, const char *what)
{
    if (!works)
        qFatal("%s: %s", what, qPrintable(qt_error_string(errno)));
}

std::array<int, 2> connectedOverTcp()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    require(::bind(listener, generic, size) == 0, "bind");
    require(::listen(listener, 1) == 0, "listen");
    require(::getsockname(listener, generic, &size) == 0, "getsockname");

    const int peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(::connect(peer, generic, size) == 0, "connect");
    const int ours = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    require(ours >= 0, "accept4");
    require(::fcntl(peer, F_SETFL, O_NONBLOCK) == 0, "fcntl");
    ::close(listener);
    return {ours, peer};
}

} // namespace

DescriptorPair::DescriptorPair(Family family)
{
    if (family == Family::Tcp) {
        m_ends = connectedOverTcp();
        return;
    }
    const int type = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;
    require(::socketpair(AF_UNIX, type, 0, m_ends.data()) == 0, "socketpair");
}

DescriptorPair::~DescriptorPair()
{
    closeOurs();
    closePeer();
}

void DescriptorPair::resetPeer()
{
    const linger hard{1, 0};
    require(::setsockopt(peer(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard) == 0, "setsockopt");
    closePeer();
}

void DescriptorPair::send(const QByteArray &data)
{
    const auto sent = ::send(peer(), data.constData(), std::size_t(data.size()), MSG_NOSIGNAL);
    require(sent == data.size(), "send");
}

QByteArray DescriptorPair::receive(int end)
{
    QByteArray data(4096, Qt::Uninitialized);
    const auto received = ::recv(end, data.data(), std::size_t(data.size()), MSG_DONTWAIT);
    data.resize(received > 0 ? received : 0);
    return data;
}

qint64 DescriptorPair::fill()
{
    const QByteArray block(4096, 'x');
    qint64 total = 0;
    for (;;) {
        const auto sent
            = ::send(ours(), block.constData(), std::size_t(block.size()), MSG_NOSIGNAL);
        if (sent < 0)
            return total;
        total += sent;
    }
}

void DescriptorPair::close(std::size_t end)
{
    if (const int descriptor = std::exchange(m_ends[end], -1); descriptor >= 0)
        ::close(descriptor);
}

} // namespace Teardown
