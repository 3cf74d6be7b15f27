// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

namespace Teardown {

/// Decides when a silent peer is dead (DESIGN decision 13). Knows no socket and no timer.
///
/// The verdict needs all of: silence longer than the timeout; a ping that reached the kernel and
/// had time to be answered; and nothing unread that might be the answer. All times are
/// Deadlines::loopTime(): while our own loop stands still nobody is silent.
class Heartbeat
{
public:
    using Time = std::chrono::nanoseconds;

    /// A byte came, whichever.
    void received(Time now);

    /// Where a ping lies in all that was ever sent.
    struct Place
    {
        qint64 begin = 0;
        qint64 end = 0;
    };

    /// A ping was queued for sending at \a place; the peer had acknowledged \a acknowledged bytes
    /// until then.
    void pingQueued(const Place &place, qint64 acknowledged);

    /// Everything queued so far is in the kernel.
    void queueSent(Time now);

    /// False when the answer to one more ping would come too late to count: the verdict is due
    /// sooner, and rests on a ping that is out already.
    bool isPingUseful(Time now, Milliseconds interval, Milliseconds timeout) const;

    /// True when the peer has to be taken for dead. \a unread: something waits that nobody has read
    /// yet.
    bool isDead(Time now, bool unread, Milliseconds interval, Milliseconds timeout) const;

    /// True when the peer, having acknowledged \a acknowledged bytes, has worked off some of what
    /// was queued ahead of the ping: it could not answer yet, but is alive.
    ///
    /// The pings themselves do not count: the kernel of a frozen program acknowledges them, too.
    bool isCatchingUp(qint64 acknowledged) const;

    /// True while a ping is in the peer's kernel and no byte has come since: only then can isDead()
    /// become true by the mere passing of time.
    bool isPingOut() const { return m_ping == Ping::Sent; }

    Time lastReceived() const { return m_received; }
    quint64 pings() const { return m_pings; }

private:
    enum class Ping { None, Queued, Sent }; ///< since the last byte received

    Time m_received{0};
    Time m_sent{0}; ///< when the first ping since then reached the kernel
    qint64 m_ahead = 0; ///< the end of what was sent before the first ping and is no ping
    qint64 m_lastPingEnd = 0;
    qint64 m_acknowledged = 0; ///< when the first ping was queued
    quint64 m_pings = 0;
    Ping m_ping = Ping::None;
};

} // namespace Teardown
