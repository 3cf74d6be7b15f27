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
    /// \a node ran out and is stopped. The owner may start, stop or destroy any node in this call.
    virtual void deadlinePassed(DeadlineNode &node) = 0;

protected:
    DeadlineOwner() = default;
    ~DeadlineOwner() = default;
    Q_DISABLE_COPY_MOVE(DeadlineOwner)
};

/// One deadline, a member of its owner. Destroying it stops it.
class DeadlineNode
{
    Q_DISABLE_COPY_MOVE(DeadlineNode)

public:
    DeadlineNode() = default;
    ~DeadlineNode() { unlink(); }

    void setOwner(DeadlineOwner *owner) { m_owner = owner; }

    bool isRunning() const { return m_list != nullptr; }

    /// When it passes. Only while it is running.
    TimePoint due() const;

    /// The whole length. Only while it is running.
    Milliseconds length() const;

private:
    friend class DeadlineList;
    friend class Deadlines;

    void unlink();

    DeadlineNode *m_previous = nullptr;
    DeadlineNode *m_next = nullptr;
    DeadlineList *m_list = nullptr;
    DeadlineOwner *m_owner = nullptr;
    TimePoint m_started;
};

/// All running deadlines of one length, the oldest first: a restart is a move to the end.
class DeadlineList
{
    Q_DISABLE_COPY_MOVE(DeadlineList)

public:
    explicit DeadlineList(Milliseconds length)
        : m_length(length)
    {
    }
    ~DeadlineList();

    Milliseconds length() const { return m_length; }

private:
    friend class DeadlineNode;
    friend class Deadlines;

    void append(DeadlineNode &node, TimePoint now);

    DeadlineNode *m_first = nullptr;
    DeadlineNode *m_last = nullptr;
    Milliseconds m_length;
};

/// The deadlines of one thread: a FIFO list for each length and one timer for all (DESIGN decision
/// 4).
///
/// A deadline never passes early, and at most two ticks late while the loop is not held up. It also
/// measures how long the loop was held up, so that a stall of our own is not blamed on a peer.
/// Lives in its thread and must outlive the nodes running in it.
class Deadlines final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    static constexpr Milliseconds tickLength{20};

    /// Expiries handled in one go; the rest follow in the next pass of the loop.
    static constexpr int expiriesPerPass = 500;

    explicit Deadlines(const Clock &clock, QObject *parent = nullptr);

    /// The list for \a length, made when it is asked for first. The reference stays valid.
    DeadlineList &list(Milliseconds length);

    /// Starts \a node, or starts it anew.
    void start(DeadlineNode &node, DeadlineList &list);

    void stop(DeadlineNode &node) { node.unlink(); }

    /// The time of this pass of the event loop: no system call.
    TimePoint now() const { return m_now; }

    /// How long the loop was held up since the start, in all: time beyond one tick between two
    /// passes.
    std::chrono::nanoseconds stalledTotal() const { return m_stalledTotal; }

    /// The longest hold-up since the last call.
    std::chrono::nanoseconds takeWorstLag();

    /// Reads the clock; called on each pass of the event loop.
    void refresh();

    /// One tick: lets pass what is due. The timer calls it; tests do with a stepped clock.
    void tick();

signals:
    /// After each tick, for work that is done in slices.
    void ticked();

private:
    void passDue();

    const Clock &m_clock;
    QTimer m_timer;
    std::vector<std::unique_ptr<DeadlineList>> m_lists;
    TimePoint m_now;
    TimePoint m_lastTick;
    std::chrono::nanoseconds m_stalledTotal{0};
    std::chrono::nanoseconds m_worstLag{0};
};

} // namespace Teardown
