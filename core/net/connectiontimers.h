// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/deadlines.h"
#include "core/net/limits.h"
#include "core/record/event.h"

#include <array>
#include <optional>

namespace Teardown {

/// The deadlines of one connection, all in the lists of its thread.
///
/// Lives in the connection's thread.
class ConnectionTimers final : public DeadlineOwner
{
public:
    enum class Timer {
        Connect,
        Read, ///< a request begun must be complete
        Write, ///< looks for progress of acknowledgements; see noteProgress()
        Idle,
        Ping, ///< time for the next heartbeat
        Heartbeat, ///< time to look whether the peer is alive
        LingerIdle,
        LingerTotal,
        Watch, ///< no read event can come: look at the socket
        Hold, ///< a client's time is over
    };
    static constexpr std::size_t timerCount = 10;

    class Observer
    {
    public:
        /// A timer ran out. The observer may start and stop any of them, or end the connection.
        virtual void timerExpired(Timer timer) = 0;

    protected:
        ~Observer() = default;
    };

    ConnectionTimers(Deadlines &deadlines, const ConnectionSettings &settings, Observer &observer);

    /// Starts it anew with the length from the settings; does nothing when that is off.
    void restart(Timer timer);

    /// Starts it anew with a length of its own.
    void restart(Timer timer, Milliseconds length);

    void stop(Timer timer);
    void stopAll();
    bool isRunning(Timer timer) const;

    TimePoint now() const { return m_deadlines.now(); }
    std::chrono::nanoseconds loopTime() const { return m_deadlines.loopTime(); }

    /// Tells how many bytes are acknowledged, whenever that is known. True when there was no
    /// progress for the whole write deadline.
    bool isWriteOverdue(qint64 acknowledged);

    /// Starts watching for progress from here on.
    void startWrite(qint64 acknowledged);

    /// The deadline that passes first. \a lastReceived: the loopTime() of the last byte received;
    /// \a unsent: bytes that the peer has not acknowledged, without which none waits for them.
    std::optional<NextDeadline> next(std::chrono::nanoseconds lastReceived, qint64 unsent) const;

private:
    void deadlinePassed(DeadlineNode &node) override;
    DeadlineNode &node(Timer timer) { return m_nodes[static_cast<std::size_t>(timer)]; }
    const DeadlineNode &node(Timer timer) const { return m_nodes[static_cast<std::size_t>(timer)]; }
    Milliseconds length(Timer timer) const;

    Deadlines &m_deadlines;
    const ConnectionSettings &m_settings;
    Observer &m_observer;
    std::array<DeadlineNode, timerCount> m_nodes;
    qint64 m_acknowledged = 0;
    std::chrono::nanoseconds m_progress{0}; ///< loopTime() when m_acknowledged last grew
};

} // namespace Teardown
