// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/heartbeat.h"

#include <algorithm>

namespace Teardown {

void Heartbeat::received(Time now)
{
    m_received = now;
    m_ping = Ping::None;
}

void Heartbeat::pingQueued(const Place &place, qint64 acknowledged)
{
    ++m_pings;
    if (m_ping == Ping::None) {
        m_ping = Ping::Queued;
        m_acknowledged = acknowledged;
        if (place.begin != m_lastPingEnd)
            m_ahead = place.begin;
    }
    m_lastPingEnd = place.end;
}

bool Heartbeat::isCatchingUp(qint64 acknowledged) const
{
    return m_ping != Ping::None && std::min(acknowledged, m_ahead) > m_acknowledged;
}

void Heartbeat::queueSent(Time now)
{
    if (m_ping != Ping::Queued)
        return;
    m_ping = Ping::Sent;
    m_sent = now;
}

/// The least time a peer has to answer a ping.
static Milliseconds answerTime(Milliseconds interval)
{
    return interval / 2;
}

bool Heartbeat::isPingUseful(Time now, Milliseconds interval, Milliseconds timeout) const
{
    const bool hasVerdict = timeout > Milliseconds{0};
    return !hasVerdict || m_ping != Ping::Sent
        || now - m_received + answerTime(interval) <= timeout;
}

bool Heartbeat::isDead(Time now, bool unread, Milliseconds interval, Milliseconds timeout) const
{
    if (unread || m_ping != Ping::Sent || now - m_received < timeout)
        return false;
    // A ping that went out only now, behind a long queue, still has to be given its time.
    return now - m_sent >= answerTime(interval);
}

} // namespace Teardown
