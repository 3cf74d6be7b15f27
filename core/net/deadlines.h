// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

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

    /// When it passes. Only while it is running.
    TimePoint due() const;

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
    TimePoint m_started;
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

    void append(DeadlineNode &node, TimePoint now)
    {
        node.m_list = this;
        node.m_started = now;
        node.previous = m_ends.previous;
        node.next = &m_ends;
        m_ends.previous->next = &node;
        m_ends.previous = &node;
    }

    DeadlineLink m_ends;
    Milliseconds m_length;
};

inline TimePoint DeadlineNode::due() const
{
    Q_ASSERT(m_list);
    return m_started + m_list->length();
}

inline Milliseconds DeadlineNode::length() const
{
    Q_ASSERT(m_list);
    return m_list->length();
}

/// The deadlines of one thread: a FIFO list for each length and one timer for all (DESIGN decision
/// 4). A start costs a few pointer writes and, once a pass of the event loop, a look at the clock.
///
/// A deadline never passes early, counted from the pass it was started in, and at most two ticks
/// late while the loop is not held up.
///
/// The timer ticks only while a deadline is running or somebody is connected to ticked(). Only then
/// is it known how long the loop was held up, too: who wants to know runs a deadline, if only a
/// long one.
///
/// Lives in a thread with an event dispatcher, which must be the one it is made in.
class Deadlines final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    static constexpr Milliseconds tickLength{20};

    /// Deadlines that pass in one go; the rest follow in the next passes of the loop.
    static constexpr int deadlinesPerPass = 500;

    explicit Deadlines(const Clock &clock, QObject *parent = nullptr);

    /// The list for \a length, made when it is asked for first, and kept: the reference stays
    /// valid. Lengths must therefore be few; they come from settings, never from a peer.
    DeadlineList &list(Milliseconds length);

    /// Starts \a node, or starts it anew, in a list of this object.
    void start(DeadlineNode &node, DeadlineList &list)
    {
        Q_ASSERT(node.m_owner);
        node.unlink();
        list.append(node, now());
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

    /// How long the loop was held up in all: the sum of the times it was more than a tick late. A
    /// hold-up counts as soon as it is over, before the sockets that waited meanwhile are served.
    std::chrono::nanoseconds stalledTotal() const
    {
        now();
        return m_stalledTotal;
    }

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

    const Clock &m_clock;
    QTimer m_timer;
    std::vector<std::unique_ptr<DeadlineList>> m_lists;
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
