// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/rawpeer.h"

namespace Teardown {

namespace {

constexpr Milliseconds step{5};

/// So many steps without a new byte count as a full buffer.
constexpr int quietSteps = 20;

} // namespace

Observation RawPeer::connectTo(const SocketAddress &target, int receiveBuffer, Milliseconds limit)
{
    const bool isIpv6 = target.address.protocol() == QAbstractSocket::IPv6Protocol;
    return PlainPeer::connectTo(target,
                                {.source = isIpv6 ? QHostAddress() : m_source,
                                 .receiveBuffer = receiveBuffer,
                                 .sendBuffer = 0},
                                limit);
}

bool RawPeer::waitForUnread(qint64 count, Milliseconds limit) const
{
    const TimePoint until = std::chrono::steady_clock::now() + limit;
    while (unreadBytes() < count) {
        if (std::chrono::steady_clock::now() >= until)
            return false;
        pause(step);
    }
    return true;
}

qint64 RawPeer::waitUntilFull(Milliseconds limit) const
{
    const TimePoint until = std::chrono::steady_clock::now() + limit;
    qint64 before = unreadBytes();
    for (int quiet = 0; quiet < quietSteps && std::chrono::steady_clock::now() < until;) {
        pause(step);
        const qint64 now = unreadBytes();
        quiet = now == before && now > 0 ? quiet + 1 : 0;
        before = now;
    }
    return before;
}

bool RawPeer::closeWithUnread(Milliseconds limit)
{
    const bool arrived = waitUntilReadable(limit) && unreadBytes() > 0;
    close();
    return arrived;
}

} // namespace Teardown
