// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/loadclient.h"

#include "core/base/socketaddress.h"
#include "tests/bench/driver/plan.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr int silenceLimit = 10'000; // milliseconds

[[noreturn]] void fail(const char *what)
{
    die(QStringLiteral("a client of the load cannot %1: %2")
            .arg(QString::fromLatin1(what), QString::fromLocal8Bit(std::strerror(errno))));
}

void setOption(int socket, int level, int option)
{
    const int on = 1;
    if (::setsockopt(socket, level, option, &on, sizeof on) != 0)
        fail("set an option of its socket");
}

/// 127.128.0.0 to 127.191.255.255 in turn, so that no port is waited for in TIME-WAIT.
void bindToNextSource(int socket)
{
    static quint32 count = 0;
    sockaddr_in source{};
    source.sin_family = AF_INET;
    source.sin_addr.s_addr = htonl(0x7f800000U + count++ % 0x400000U);
    setOption(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&source), sizeof source) != 0)
        fail("bind its source address");
}

} // namespace

LoadClient::LoadClient(const SocketAddress &server)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (!m_socket.isOpen())
        fail("have a socket");
    bindToNextSource(m_socket.value());
    setOption(m_socket.value(), IPPROTO_TCP, TCP_NODELAY);
    sockaddr_storage target{};
    const socklen_t size = toKernelAddress(server, target);
    // Blocking: over loopback the handshake is done within the call.
    if (::connect(m_socket.value(), reinterpret_cast<const sockaddr *>(&target), size) != 0)
        fail("connect");
    ::fcntl(m_socket.value(), F_SETFL, O_NONBLOCK);
}

void LoadClient::say(const QByteArray &bytes)
{
    const ssize_t sent
        = ::send(m_socket.value(), bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    if (sent != bytes.size())
        fail("send a message");
}

void LoadClient::send(const QByteArray &bytes)
{
    say(bytes);
    m_owed += bytes.size();
}

bool LoadClient::receiveEcho()
{
    std::array<char, 4096> buffer;
    const ssize_t received = ::recv(m_socket.value(), buffer.data(), buffer.size(), 0);
    if (received <= 0)
        fail("receive an echo");
    m_owed -= received;
    return m_owed <= 0;
}

void LoadClient::exchange(const QByteArray &message)
{
    static std::array<char, 64 * 1024> buffer;
    qsizetype unsent = message.size();
    for (m_owed = message.size(); m_owed > 0;) {
        if (unsent > 0) {
            const char *rest = message.constEnd() - unsent;
            unsent -= std::max<ssize_t>(0,
                                        ::send(m_socket.value(),
                                               rest,
                                               std::size_t(unsent),
                                               MSG_NOSIGNAL));
        }
        const ssize_t received = ::recv(m_socket.value(), buffer.data(), buffer.size(), 0);
        m_owed -= std::max<ssize_t>(0, received);
        if (received == 0)
            fail("exchange a long message");
        if (m_owed > 0)
            wait(unsent > 0 ? POLLIN | POLLOUT : POLLIN);
    }
}

void LoadClient::waitFor(const QByteArray &words)
{
    for (QByteArray received; !received.endsWith(words); received += receive())
        wait(POLLIN);
}

void LoadClient::wait(short events) const
{
    pollfd wanted{m_socket.value(), events, 0};
    if (::poll(&wanted, 1, silenceLimit) <= 0)
        fail("wait any longer");
}

QByteArray LoadClient::receive()
{
    static std::array<char, 64 * 1024> buffer;
    const ssize_t received = ::recv(m_socket.value(), buffer.data(), buffer.size(), 0);
    if (received < 0)
        fail("receive");
    return {buffer.data(), received};
}

} // namespace Teardown
