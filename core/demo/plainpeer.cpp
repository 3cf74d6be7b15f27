// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/plainpeer.h"

#include "core/close/closereport.h"
#include "core/close/tcpinfo.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

using AddressCall = int (*)(int, const sockaddr *, socklen_t);

/// bind(2) or connect(2) with \a address.
int callWith(AddressCall call, int socket, const SocketAddress &address)
{
    sockaddr_storage storage;
    const socklen_t size = toKernelAddress(address, storage);
    return call(socket, reinterpret_cast<const sockaddr *>(&storage), size);
}

Descriptor openSocket(const QHostAddress &towards)
{
    const int family = towards.protocol() == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET;
    return Descriptor(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

void setBuffer(int socket, int option, int size)
{
    if (size > 0)
        ::setsockopt(socket, SOL_SOCKET, option, &size, sizeof size);
}

Observation failure(int error)
{
    return {.end = Observation::End::Error, .error = error};
}

/// Waits for \a events on \a socket (-1: only for the time). Nothing when they are there.
std::optional<Observation> waitOn(int socket, short events, const StopFlag *stop, TimePoint until)
{
    std::array polled{pollfd{.fd = socket, .events = events, .revents = 0},
                      pollfd{.fd = stop ? stop->descriptor() : -1, .events = POLLIN, .revents = 0}};
    for (;;) {
        // One more, so that the last millisecond is not spent spinning.
        const qint64 left = millisecondsBetween(steadyNow(), until) + 1;
        const int ready
            = ::poll(polled.data(), polled.size(), static_cast<int>(std::max<qint64>(left, 0)));
        if (ready < 0 && errno != EINTR)
            return failure(errno);
        if (polled[1].revents != 0 && ready > 0)
            return Observation{.end = Observation::End::Stopped};
        if (ready > 0)
            return {};
        if (steadyNow() >= until)
            return Observation{.end = Observation::End::TimeLimit};
    }
}

} // namespace

QString Observation::toString() const
{
    const auto ending = [this]() -> QString {
        switch (end) {
        case End::Complete:
            return QStringLiteral("done");
        case End::EndOfStream:
            return QStringLiteral("EOF");
        case End::Error:
            return errnoName(error);
        case End::TimeLimit:
            return QStringLiteral("nothing within the limit");
        case End::Stopped:
            return QStringLiteral("stopped");
        }
        Q_UNREACHABLE();
    };
    if (bytes.isEmpty())
        return ending();
    const QString arrived = QStringLiteral("%1 bytes").arg(bytes.size());
    return end == End::Complete ? arrived : QStringLiteral("%1, then %2").arg(arrived, ending());
}

QHostAddress uniquePeerAddress()
{
    // 127.0.x.y is left to listeners and to people.
    static std::atomic<quint32> last{0x7f010000};
    return QHostAddress(last.fetch_add(1) + 1);
}

PlainPeer::PlainPeer(const StopFlag *stop)
    : m_stop(stop)
{
}

PlainPeer::PlainPeer(Descriptor socket, const StopFlag *stop)
    : m_socket(std::move(socket))
    , m_stop(stop)
{
}

Observation
PlainPeer::connectTo(const SocketAddress &target, const Options &options, Milliseconds limit)
{
    m_buffer.clear();
    m_socket = openSocket(target.address);
    if (!m_socket.isOpen())
        return failure(errno);
    setBuffer(m_socket.value(), SO_RCVBUF, options.receiveBuffer);
    setBuffer(m_socket.value(), SO_SNDBUF, options.sendBuffer);
    if (!options.source.isNull()
        && callWith(::bind, m_socket.value(), {options.source, options.sourcePort}) < 0)
        return failure(errno);
    if (callWith(::connect, m_socket.value(), target) == 0)
        return {};
    if (errno != EINPROGRESS)
        return failure(errno);
    if (const auto interrupted = waitFor(POLLOUT, after(limit)))
        return *interrupted;
    if (const int error = takeSocketError(m_socket.value()))
        return failure(error);
    return {};
}

SocketAddress PlainPeer::localAddress() const
{
    return Teardown::localAddress(m_socket.value());
}

Observation PlainPeer::send(const QByteArray &bytes, Milliseconds limit)
{
    const TimePoint until = after(limit);
    Observation result;
    while (result.sent < bytes.size()) {
        const ssize_t count = ::send(m_socket.value(),
                                     bytes.constData() + result.sent,
                                     static_cast<size_t>(bytes.size() - result.sent),
                                     MSG_NOSIGNAL);
        if (count >= 0) {
            result.sent += count;
            m_bytesSent += count;
        } else if (errno != EAGAIN && errno != EINTR) {
            result.end = Observation::End::Error;
            result.error = errno;
            return result;
        } else if (const auto interrupted = waitFor(POLLOUT, until)) {
            result.end = interrupted->end;
            result.error = interrupted->error;
            return result;
        }
    }
    return result;
}

Observation PlainPeer::readSome(Milliseconds limit)
{
    if (m_buffer.isEmpty()) {
        if (const auto stop = receive(after(limit)))
            return *stop;
    }
    return taken(m_buffer.size());
}

Observation PlainPeer::readLine(Milliseconds limit)
{
    const TimePoint until = after(limit);
    for (qsizetype searched = 0;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0) {
            const bool carriageReturn = end > 0 && m_buffer.at(end - 1) == '\r';
            const qsizetype length = carriageReturn ? end - 1 : end;
            return taken(length, end + 1 - length);
        }
        searched = m_buffer.size();
        if (const auto stop = receive(until))
            return ended(*stop);
    }
}

Observation PlainPeer::readExactly(qsizetype count, Milliseconds limit)
{
    const TimePoint until = after(limit);
    while (m_buffer.size() < count) {
        if (const auto stop = receive(until))
            return ended(*stop);
    }
    return taken(count);
}

Observation PlainPeer::readToEnd(Milliseconds limit)
{
    const TimePoint until = after(limit);
    for (;;) {
        if (const auto stop = receive(until))
            return ended(*stop);
    }
}

Observation PlainPeer::waitForReset(Milliseconds limit)
{
    if (const auto interrupted = waitFor(0, after(limit)))
        return *interrupted;
    // Both sides' FIN raise POLLHUP as well, but leave no error.
    if (const int error = takeSocketError(m_socket.value()))
        return failure(error);
    return {.end = Observation::End::EndOfStream};
}

Observation PlainPeer::waitUntilReadable(Milliseconds limit) const
{
    return waitFor(POLLIN, after(limit)).value_or(Observation{});
}

qint64 PlainPeer::unreadBytes() const
{
    return Teardown::unreadBytes(m_socket.value());
}

void PlainPeer::shutdownWrite()
{
    ::shutdown(m_socket.value(), SHUT_WR);
}

void PlainPeer::reset()
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_socket.value(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

void PlainPeer::close()
{
    m_socket.close();
}

bool PlainPeer::pause(Milliseconds duration) const
{
    const auto interrupted = waitOn(-1, 0, m_stop, after(duration));
    return interrupted->end == Observation::End::TimeLimit;
}

std::optional<Observation> PlainPeer::waitFor(short events, TimePoint until) const
{
    return waitOn(m_socket.value(), events, m_stop, until);
}

/// Adds what the kernel has to the buffer. A value says why there will be nothing.
std::optional<Observation> PlainPeer::receive(TimePoint until)
{
    std::array<char, 16 * 1024> chunk;
    for (;;) {
        const ssize_t count = ::recv(m_socket.value(), chunk.data(), chunk.size(), 0);
        if (count > 0) {
            m_buffer.append(chunk.data(), count);
            m_bytesReceived += count;
            return {};
        }
        if (count == 0)
            return Observation{.end = Observation::End::EndOfStream};
        if (errno != EAGAIN && errno != EINTR)
            return failure(errno);
        if (const auto interrupted = waitFor(POLLIN, until))
            return interrupted;
    }
}

Observation PlainPeer::taken(qsizetype count, qsizetype skipped)
{
    Observation result;
    result.bytes = m_buffer.left(count);
    m_buffer.remove(0, count + skipped);
    return result;
}

Observation PlainPeer::ended(const Observation &how)
{
    Observation result = taken(m_buffer.size());
    result.end = how.end;
    result.error = how.error;
    return result;
}

PlainListener::PlainListener(const QHostAddress &address, const StopFlag *stop)
    : m_socket(openSocket(address))
    , m_stop(stop)
{
    if (callWith(::bind, m_socket.value(), {address, 0}) < 0)
        m_socket.close();
}

bool PlainListener::listen(int backlog)
{
    return ::listen(m_socket.value(), backlog) == 0;
}

SocketAddress PlainListener::address() const
{
    return Teardown::localAddress(m_socket.value());
}

std::optional<PlainPeer> PlainListener::accept(Milliseconds limit)
{
    const TimePoint until = after(limit);
    for (;;) {
        Descriptor socket(
            ::accept4(m_socket.value(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.isOpen())
            return PlainPeer(std::move(socket), m_stop);
        if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            return {};
        if (waitOn(m_socket.value(), POLLIN, m_stop, until))
            return {};
    }
}

} // namespace Teardown
