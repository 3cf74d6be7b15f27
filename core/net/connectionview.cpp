// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// What is seen of a connection while it lives; how it lives is in connection.cpp.

#include "core/close/tcpinfo.h"
#include "core/net/connection.h"
#include "core/net/leansocket.h"

namespace Teardown {

Holdup Connection::holdup() const
{
    const auto since = [this](TimePoint time) {
        return std::chrono::duration_cast<Milliseconds>(m_timers.now() - time);
    };
    Holdup holdup{.id = m_info.id};
    const qint64 left = undelivered();
    if (m_state == ConnectionState::Connecting) {
        holdup.kind = HoldupKind::Connecting;
        holdup.duration = since(m_info.opened);
    } else if (!m_draining) {
        holdup.kind = HoldupKind::NotYetTold;
    } else if (left > 0) {
        holdup.kind = HoldupKind::Unsent;
        holdup.bytes = left;
        holdup.duration = since(m_lastActivity);
    } else if (m_facts.finSent) {
        holdup.kind = HoldupKind::AwaitingFin;
        holdup.duration = since(m_finSentAt);
    } else {
        holdup.kind = HoldupKind::InRequest;
        holdup.duration = since(m_service->busySince().value_or(m_lastActivity));
    }
    return holdup;
}

void Connection::sample()
{
    if (m_descriptor < 0)
        return;
    m_turns = 0;
    if (m_hasBuffers)
        m_hasBuffers = !m_socket->releaseBuffers();
    const auto info = readTcpInfo(m_descriptor);
    if (!info)
        return;
    m_states.note({.mono = m_timers.now(), .state = info->state});
    m_tcp = {.state = info->state, .rtt = info->rtt, .retransmits = info->retransmits};
    m_unacknowledged = info->isAllAcknowledged() ? 0 : unacknowledgedBytes(m_descriptor);
    m_sampled = true;
    m_dirty = true;
}

void Connection::setWatched(bool watched)
{
    m_watched = watched;
    m_dirty = true;
}

std::optional<TcpInfo> Connection::tcpInfo() const
{
    if (m_descriptor < 0)
        return std::nullopt;
    return readTcpInfo(m_descriptor);
}

ConnectionSnapshot Connection::snapshot() const
{
    ConnectionSnapshot snapshot{
        .info = m_info,
        .state = m_state,
        .phase = m_phase,
        .lastActivity = m_lastActivity,
        .bytesIn = m_bytesIn,
        .bytesOut = m_bytesOut,
        .isHalfClosedByUs = m_facts.finSent && !m_closing && !m_facts.finReceived,
        .unsent = m_queue.size() + m_unacknowledged,
    };
    if (!isGone() && (!m_facts.intent || !m_closing))
        snapshot.phase = phase(snapshot.unsent);
    if (m_sampled)
        snapshot.tcp = m_tcp;
    snapshot.nextDeadline = m_timers.next(m_heartbeat.lastReceived(), snapshot.unsent);
    if (m_drainDeadline && (!snapshot.nextDeadline || *m_drainDeadline < snapshot.nextDeadline->at))
        snapshot.nextDeadline = NextDeadline{DeadlineKind::Drain, *m_drainDeadline, m_drainLength};
    if (m_watched)
        snapshot.history
            = std::make_shared<const ConnectionHistory>(ConnectionHistory{m_evidence, m_states});
    return snapshot;
}

} // namespace Teardown
