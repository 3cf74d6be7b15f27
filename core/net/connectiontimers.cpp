// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/connectiontimers.h"

#include <algorithm>

namespace Teardown {

namespace {

/// How often the progress of acknowledgements is looked at, as a part of the write deadline.
constexpr int looksPerWriteDeadline = 8;

constexpr Milliseconds watchInterval{100};

std::optional<DeadlineKind> publicKind(ConnectionTimers::Timer timer)
{
    using Timer = ConnectionTimers::Timer;
    switch (timer) {
    case Timer::Connect:
        return DeadlineKind::Connect;
    case Timer::Read:
        return DeadlineKind::Read;
    case Timer::Write:
        return DeadlineKind::Write;
    case Timer::Idle:
        return DeadlineKind::Idle;
    case Timer::Heartbeat:
        return DeadlineKind::Heartbeat;
    case Timer::LingerIdle:
        return DeadlineKind::LingerIdle;
    case Timer::LingerTotal:
        return DeadlineKind::LingerTotal;
    case Timer::Ping:
    case Timer::Watch:
    case Timer::Hold:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

ConnectionTimers::ConnectionTimers(Deadlines &deadlines,
                                   const ConnectionSettings &settings,
                                   Observer &observer)
    : m_deadlines(deadlines)
    , m_settings(settings)
    , m_observer(observer)
{
    for (DeadlineNode &node : m_nodes)
        node.setOwner(this);
}

Milliseconds ConnectionTimers::length(Timer timer) const
{
    switch (timer) {
    case Timer::Connect:
        return m_settings.connectDeadline;
    case Timer::Read:
        return m_settings.readDeadline;
    case Timer::Write:
        if (m_settings.writeDeadline == Milliseconds{0})
            return Milliseconds{0};
        return std::max(Deadlines::tickLength, m_settings.writeDeadline / looksPerWriteDeadline);
    case Timer::Idle:
        return m_settings.idleTimeout;
    case Timer::Ping:
        return m_settings.heartbeat;
    case Timer::Heartbeat:
        return m_settings.heartbeatTimeout;
    case Timer::LingerIdle:
        return m_settings.lingerIdle;
    case Timer::LingerTotal:
        return m_settings.lingerTotal;
    case Timer::Watch:
        return watchInterval;
    case Timer::Hold:
        break; // its length is the client's
    }
    return Milliseconds{0};
}

void ConnectionTimers::restart(Timer timer)
{
    restart(timer, length(timer));
}

void ConnectionTimers::restart(Timer timer, Milliseconds length)
{
    if (length > Milliseconds{0})
        m_deadlines.start(node(timer), m_deadlines.list(length));
}

void ConnectionTimers::stop(Timer timer)
{
    m_deadlines.stop(node(timer));
}

void ConnectionTimers::stopAll()
{
    for (DeadlineNode &node : m_nodes)
        m_deadlines.stop(node);
}

bool ConnectionTimers::isRunning(Timer timer) const
{
    return node(timer).isRunning();
}

void ConnectionTimers::startWrite(qint64 acknowledged)
{
    m_acknowledged = acknowledged;
    m_progress = loopTime();
    restart(Timer::Write);
}

bool ConnectionTimers::isWriteOverdue(qint64 acknowledged)
{
    if (acknowledged > m_acknowledged) {
        m_acknowledged = acknowledged;
        m_progress = loopTime();
    }
    return loopTime() - m_progress >= m_settings.writeDeadline;
}

std::optional<NextDeadline> ConnectionTimers::next(std::chrono::nanoseconds lastReceived,
                                                   qint64 unsent) const
{
    const auto guarded
        = [this](DeadlineKind kind, std::chrono::nanoseconds from, Milliseconds length) {
              return NextDeadline{kind, m_deadlines.timeAt(from + length), length};
          };
    std::optional<NextDeadline> first;
    for (std::size_t i = 0; i < timerCount; ++i) {
        const auto timer = static_cast<Timer>(i);
        const auto kind = publicKind(timer);
        if (!kind || !isRunning(timer) || (timer == Timer::Write && unsent == 0))
            continue;
        NextDeadline candidate{*kind, m_deadlines.due(node(timer)), node(timer).length()};
        // These two timers look more often than the deadline they guard.
        if (timer == Timer::Write)
            candidate = guarded(*kind, m_progress, m_settings.writeDeadline);
        if (timer == Timer::Heartbeat)
            candidate = guarded(*kind, lastReceived, m_settings.heartbeatTimeout);
        if (!first || candidate.at < first->at)
            first = candidate;
    }
    return first;
}

void ConnectionTimers::deadlinePassed(DeadlineNode &node)
{
    m_observer.timerExpired(static_cast<Timer>(&node - m_nodes.data()));
}

} // namespace Teardown
