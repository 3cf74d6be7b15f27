// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/timerheap.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <bit>
#include <limits>

namespace Teardown {

namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

// "Never" is often written as the largest interval; nanoseconds would overflow.
constexpr Milliseconds longestInterval = std::chrono::years(10);

nanoseconds gridOf(Qt::TimerType type, Milliseconds interval)
{
    if (type == Qt::PreciseTimer)
        return 0ns;
    if (type == Qt::VeryCoarseTimer && interval >= 1s)
        return 1s;
    // A power of two, so that timers of different intervals meet.
    return Milliseconds(std::bit_floor(quint64(interval.count() / 20)));
}

TimePoint nextOnGrid(TimePoint time, nanoseconds grid)
{
    if (grid == 0ns)
        return time;
    const nanoseconds beyond = time.time_since_epoch() % grid;
    return beyond == 0ns ? time : time + (grid - beyond);
}

// With a step of at least a nanosecond no timer, not even one of zero, is due twice at one time.
nanoseconds stepOf(Milliseconds interval)
{
    return std::max<nanoseconds>(interval, 1ns);
}

int saturated(Milliseconds interval)
{
    return int(std::min<qint64>(interval.count(), std::numeric_limits<int>::max()));
}

} // namespace

void TimerHeap::insert(
    int id, Milliseconds interval, Qt::TimerType type, QObject *object, TimePoint now)
{
    Q_ASSERT(object && interval >= 0ms && !m_timers.contains(id));

    Timer &timer = m_timers[id];
    timer.id = id;
    timer.type = type;
    timer.object = object;
    timer.interval = std::min(interval, longestInterval);
    timer.scheduled = now + stepOf(timer.interval);
    timer.expiry = nextOnGrid(timer.scheduled, gridOf(type, timer.interval));
    push(timer);
}

bool TimerHeap::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    if (!found->second.firing)
        take(found->second);
    m_timers.erase(found);
    return true;
}

bool TimerHeap::removeAll(const QObject *object)
{
    const std::size_t count = m_timers.size();
    for (auto timer = m_timers.begin(); timer != m_timers.end();) {
        if (timer->second.object != object) {
            ++timer;
            continue;
        }
        if (!timer->second.firing)
            take(timer->second);
        timer = m_timers.erase(timer);
    }
    return m_timers.size() != count;
}

QList<TimerHeap::TimerInfo> TimerHeap::timersOf(const QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            timers.append(TimerInfo(id, saturated(timer.interval), timer.type));
    }
    return timers;
}

std::optional<nanoseconds> TimerHeap::remaining(int id, TimePoint now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return std::nullopt;
    return std::max<nanoseconds>(found->second.expiry - now, 0ns);
}

std::optional<TimePoint> TimerHeap::nextExpiry() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front()->expiry;
}

int TimerHeap::fire(TimePoint now)
{
    int fired = 0;
    while (!m_heap.empty() && m_heap.front()->expiry <= now) {
        Timer &timer = *m_heap.front();
        take(timer);
        timer.firing = true;
        timer.scheduled += stepOf(timer.interval);
        if (timer.scheduled <= now)
            timer.scheduled = now + stepOf(timer.interval);
        timer.expiry = nextOnGrid(timer.scheduled, gridOf(timer.type, timer.interval));
        if (timer.interval > 0ms)
            ++fired;

        const int id = timer.id;
        const quint64 order = timer.order;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);

        // The owner may have stopped it, and even started another one of the same id.
        const auto found = m_timers.find(id);
        if (found != m_timers.end() && found->second.order == order) {
            found->second.firing = false;
            push(found->second);
        }
    }
    return fired;
}

bool TimerHeap::before(const Timer &left, const Timer &right)
{
    return left.expiry != right.expiry ? left.expiry < right.expiry : left.order < right.order;
}

void TimerHeap::push(Timer &timer)
{
    timer.order = m_nextOrder++;
    m_heap.push_back(nullptr);
    place(timer, m_heap.size() - 1);
    siftUp(timer);
}

void TimerHeap::take(Timer &timer)
{
    Timer &last = *m_heap.back();
    m_heap.pop_back();
    if (&last == &timer)
        return;
    place(last, timer.position);
    siftUp(last);
    siftDown(last);
}

void TimerHeap::place(Timer &timer, std::size_t position)
{
    m_heap[position] = &timer;
    timer.position = position;
}

void TimerHeap::siftUp(Timer &timer)
{
    while (timer.position > 0) {
        const std::size_t position = timer.position;
        Timer &parent = *m_heap[(position - 1) / 2];
        if (!before(timer, parent))
            return;
        place(timer, parent.position);
        place(parent, position);
    }
}

void TimerHeap::siftDown(Timer &timer)
{
    for (;;) {
        const std::size_t position = timer.position;
        std::size_t child = 2 * position + 1;
        if (child >= m_heap.size())
            return;
        if (child + 1 < m_heap.size() && before(*m_heap[child + 1], *m_heap[child]))
            ++child;
        Timer &smaller = *m_heap[child];
        if (!before(smaller, timer))
            return;
        place(timer, child);
        place(smaller, position);
    }
}

} // namespace Teardown
