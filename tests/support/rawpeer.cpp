// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/rawpeer.h"

#include <QtGlobal>

#include <atomic>
#include <cerrno>

#include <unistd.h>

namespace Teardown {

namespace {

constexpr Milliseconds step{5};

/// Below the ports the kernel hands out by itself (ip_local_port_range), each taken once. Where it
/// begins depends on the process, because those of the last run may still be in TIME-WAIT.
quint16 uniquePort()
{
    constexpr int first = 10'000;
    constexpr int count = 22'000;
    static std::atomic<int> taken{0};
    const int turn = taken.fetch_add(1);
    Q_ASSERT(turn < count);
    return static_cast<quint16>(first + (::getpid() % 22 * 1'000 + turn) % count);
}

} // namespace

Observation RawPeer::connectTo(const SocketAddress &target, int receiveBuffer, Milliseconds limit)
{
    PlainPeer::Options options{.source = m_source, .receiveBuffer = receiveBuffer};
    if (target.address.protocol() != QAbstractSocket::IPv6Protocol)
        return PlainPeer::connectTo(target, options, limit);
    options.source = QHostAddress(QHostAddress::LocalHostIPv6);
    for (;;) {
        m_sourcePort = options.sourcePort = uniquePort();
        const Observation seen = PlainPeer::connectTo(target, options, limit);
        if (seen.error != EADDRINUSE)
            return seen;
    }
}

QString RawPeer::key() const
{
    if (m_sourcePort == 0)
        return m_source.toString();
    return SocketAddress{QHostAddress(QHostAddress::LocalHostIPv6), m_sourcePort}.toString();
}

bool RawPeer::waitForUnread(qint64 count, Milliseconds limit) const
{
    const TimePoint until = steadyNow() + limit;
    while (unreadBytes() < count) {
        if (steadyNow() >= until)
            return false;
        pause(step);
    }
    return true;
}

qint64 RawPeer::waitUntilFull(Milliseconds limit) const
{
    return Teardown::waitUntilFull(*this, m_quietTime, limit);
}

bool RawPeer::closeWithUnread(Milliseconds limit)
{
    const bool arrived = waitUntilReadable(limit) && unreadBytes() > 0;
    close();
    return arrived;
}

qint64 waitUntilFull(const PlainPeer &peer, Milliseconds quietTime, Milliseconds limit)
{
    const TimePoint until = steadyNow() + limit;
    qint64 before = peer.unreadBytes();
    for (Milliseconds quiet{0}; quiet < quietTime && steadyNow() < until;) {
        peer.pause(step);
        const qint64 now = peer.unreadBytes();
        quiet = now == before && now > 0 ? quiet + step : Milliseconds{0};
        before = now;
    }
    return before;
}

} // namespace Teardown
