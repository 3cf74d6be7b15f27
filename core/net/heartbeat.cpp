// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/heartbeat.h"

namespace Teardown {

void Heartbeat::received(const Moment &moment)
{
    m_received = moment;
    m_ping = Ping::None;
}

void Heartbeat::pingQueued()
{
    ++m_pings;
    if (m_ping == Ping::None)
        m_ping = Ping::Queued;
}

void Heartbeat::queueSent(const Moment &moment)
{
    if (m_ping != Ping::Queued)
        return;
    m_ping = Ping::Sent;
    m_sent = moment;
}

bool Heartbeat::isDead(const Moment &moment,
                       bool unread,
                       Milliseconds interval,
                       Milliseconds timeout) const
{
    if (unread || m_ping != Ping::Sent || moment.since(m_received) < timeout)
        return false;
    // A ping that went out only now, behind a long queue, still has to be given its time.
    return moment.since(m_sent) >= interval / 2;
}

} // namespace Teardown
