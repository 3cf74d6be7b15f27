// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <list>

namespace Teardown {

class DeadlineList;
class DeadlineNode;

/// Is told when one of its deadlines passes.
class DeadlineOwner
{
public:
    /// \a node ran out and is stopped. The owner may start, stop or destroy any node in this call,
    /// but must not run an event loop or destroy the Deadlines.
    virtual void deadlinePassed(DeadlineNode &node) = 0;

protected:
    DeadlineOwner() = default;
    ~DeadlineOwner() = default;
    Q_DISABLE_COPY_MOVE(DeadlineOwner)
};

/// One element, or both ends, of a circular list.
struct DeadlineLink
{
    DeadlineLink *previous = nullptr;
    DeadlineLink *next = nullptr;
};

/// One deadline, a member of its owner. Destroying it stops it.
class DeadlineNode final : private DeadlineLink
{
    Q_DISABLE_COPY_MOVE(DeadlineNode)

public:
    DeadlineNode() = default;
    ~DeadlineNode() { unlink(); }

    /// Must be set before the first start.
    void setOwner(DeadlineOwner *owner) { m_owner = owner; }

    bool isRunning() const { return m_list != nullptr; }

    /// The whole length. Only while it is running.
    Milliseconds length() const;

private:
    friend class DeadlineList;
    friend class Deadlines;

    void unlink()
    {
        if (!m_list)
            return;
        previous->next = next;
        next->previous = previous;
        m_list = nullptr;
    }

    DeadlineList *m_list = nullptr;
    DeadlineOwner *m_owner = nullptr;
    std::chrono::nanoseconds m_started{0}; ///< in the time of the loop
};

/// All running deadlines of one length, the oldest first: a restart is a move to the end.
class DeadlineList final
{
    Q_DISABLE_COPY_MOVE(DeadlineList)

public:
    /// \a length must be more than zero.
    explicit DeadlineList(Milliseconds length);

    /// Stops what is running.
    ~DeadlineList();

    Milliseconds length() const { return m_length; }

private:
    friend class Deadlines;

    bool isEmpty() const { return m_ends.next == &m_ends; }
    DeadlineNode &first() const { return *static_cast<DeadlineNode *>(m_ends.next); }

    void append(DeadlineNode &node, std::chrono::nanoseconds loopTime)
    {
        node.m_list = this;
        node.m_started = loopTime;
        node.previous = m_ends.previous;
        node.next = &m_ends;
        m_ends.previous->next = &node;
        m_ends.previous = &node;
    }

    DeadlineLink m_ends;
    Milliseconds m_length;
};

inline Milliseconds DeadlineNode::length() const
{
    Q_ASSERT(m_list);
    return m_list->length();
}

/// The deadlines of one thread: a FIFO list for each length and one timer for all (DESIGN decision
/// 4). A start costs a few pointer writes and, once a pass of the event loop, a look at the clock.
///
/// A deadline never passes early, counted from the pass it was started in, and at most two ticks
/// late while the loop is not held up. The time of a hold-up does not count: whatever stopped us
/// (a suspended machine, a debugger) may have stopped the peer as well, and what it sent meanwhile
/// may be more than is served at once. No peer is to pay for that.
///
/// The timer ticks only while a deadline is running or somebody is connected to ticked().
///
/// Lives in a thread with an event dispatcher, which must be the one it is made in.
class Deadlines final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    static constexpr Milliseconds tickLength{20};

    /// Deadlines that pass in one go; the rest follow in the next passes of the loop.
    static constexpr int deadlinesPerPass = 100;

    explicit Deadlines(const Clock &clock, QObject *parent = nullptr);

    /// The list for \a length, made when it is asked for first, and kept: the reference stays
    /// valid. Lengths must therefore be few; they come from settings, never from a peer.
    DeadlineList &list(Milliseconds length);

    /// Starts \a node, or starts it anew, in a list of this object.
    void start(DeadlineNode &node, DeadlineList &list)
    {
        Q_ASSERT(node.m_owner);
        node.unlink();
        list.append(node, loopTime());
        if (!m_ticking)
            startTicking();
    }

    /// Does nothing when it is not running.
    void stop(DeadlineNode &node) { node.unlink(); }

    /// The time, read once in each pass of the event loop. A clock that a test has stepped is seen
    /// from the next pass or tick() on.
    TimePoint now() const
    {
        if (!m_timeKnown)
            readClock();
        return m_now;
    }

    bool isTicking() const { return m_ticking; }

    /// The time in which the loop was running, from an arbitrary start; never goes back.
    ///
    /// It leaves out what the loop was held up: whenever it is more than a tick late, all of that.
    /// A hold-up is left out as soon as it is over, before the sockets that waited meanwhile are
    /// served.
    std::chrono::nanoseconds loopTime() const
    {
        const TimePoint time = now(); // first: it may add to the hold-ups
        return time.time_since_epoch() - m_stalledTotal;
    }

    /// When it will be \a loopTime, or was, unless the loop is held up.
    TimePoint timeAt(std::chrono::nanoseconds loopTime) const
    {
        return now() + (loopTime - this->loopTime());
    }

    /// When \a node passes, unless the loop is held up. Only while it is running.
    TimePoint due(const DeadlineNode &node) const { return timeAt(dueTime(node)); }

    /// The most the loop was late since the last call, however little.
    std::chrono::nanoseconds takeWorstLag();

    /// One tick: lets pass what is due. The timer calls it; tests do with a stepped clock.
    void tick();

signals:
    /// After each tick, for work that is done in slices.
    void ticked();

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    void forgetTime() { m_timeKnown = false; }
    void readClock() const;
    void startTicking();
    bool isNeeded() const;
    void passDue();

    static std::chrono::nanoseconds dueTime(const DeadlineNode &node)
    {
        return node.m_started + node.length();
    }

    const Clock &m_clock;
    QTimer m_timer;
    std::list<DeadlineList> m_lists;
    bool m_ticking = false;
    bool m_restFollows = false; ///< passDue() is queued

    // What is known of the time, kept up to date behind now().
    mutable bool m_timeKnown = false;
    mutable TimePoint m_now;
    mutable TimePoint m_tickDue; ///< when the loop is late from, while ticking
    mutable std::chrono::nanoseconds m_stalledTotal{0};
    mutable std::chrono::nanoseconds m_worstLag{0};
};

} // namespace Teardown
