// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QAbstractEventDispatcher>

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Teardown {

/// The timers of one event dispatcher, in a binary heap ordered by expiry.
///
/// A timer never fires early. A Qt::PreciseTimer fires at its time; the other types are put off to
/// a common grid so that they wake the thread together: Qt::CoarseTimer by at most 5 % of its
/// interval, Qt::VeryCoarseTimer by less than a second. A repeating timer keeps to its schedule
/// without drift; what it missed is left out, not caught up with. Lives in the dispatcher's thread.
class TimerHeap final
{
    Q_DISABLE_COPY_MOVE(TimerHeap)

public:
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    TimerHeap() = default;

    /// Starts the timer \a id, which must not be running.
    void insert(int id, Milliseconds interval, Qt::TimerType type, QObject *object, TimePoint now);

    /// Returns whether there was such a timer.
    bool remove(int id);

    /// Removes every timer of \a object and returns whether there were any.
    bool removeAll(const QObject *object);

    QList<TimerInfo> timersOf(const QObject *object) const;

    /// Time left until the timer \a id fires, zero when it is overdue, nothing when it is not
    /// running.
    std::optional<std::chrono::nanoseconds> remaining(int id, TimePoint now) const;

    /// When the next timer fires. Timers whose event is being delivered do not count: they cannot
    /// fire again until it is.
    std::optional<TimePoint> nextExpiry() const;

    /// Sends a QTimerEvent to the owner of each timer that is due at \a now, in order of expiry
    /// and at most one to each. Owners may start and stop any timer, and run event loops.
    ///
    /// Returns how many were sent. As in Qt's own dispatchers timers with an interval of zero do
    /// not count, or processEvents() with a time limit would spin on them.
    int fire(TimePoint now);

private:
    struct Timer
    {
        int id = 0;
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
        Milliseconds interval{0};
        TimePoint scheduled; ///< exact
        TimePoint expiry; ///< put off to the grid
        quint64 order = 0; ///< unique; the older of two timers that expire together goes first
        std::size_t position = 0; ///< in the heap
        bool firing = false; ///< its event is being delivered; not in the heap
    };

    static bool before(const Timer &left, const Timer &right);
    void push(Timer &timer);
    void take(Timer &timer);
    void place(Timer &timer, std::size_t position);
    void siftUp(Timer &timer);
    void siftDown(Timer &timer);

    std::unordered_map<int, Timer> m_timers; ///< by id; its nodes stay where they are
    std::vector<Timer *> m_heap;
    quint64 m_nextOrder = 0;
};

} // namespace Teardown
