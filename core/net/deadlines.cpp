// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/deadlines.h"

#include <QAbstractEventDispatcher>
#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace Teardown {

DeadlineList::DeadlineList(Milliseconds length)
    : m_ends{&m_ends, &m_ends}
    , m_length(length)
{
    Q_ASSERT(length > Milliseconds{0});
}

DeadlineList::~DeadlineList()
{
    while (!isEmpty())
        first().unlink();
}

Deadlines::Deadlines(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickLength);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::tick);

    // The wait lies between these two. The dispatchers differ in whether awake() comes before or
    // after the events that ended it.
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    Q_ASSERT(dispatcher);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Deadlines::forgetTime);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Deadlines::forgetTime);
}

DeadlineList &Deadlines::list(Milliseconds length)
{
    const auto found = std::find_if(m_lists.begin(), m_lists.end(), [length](const auto &list) {
        return list.length() == length;
    });
    return found != m_lists.end() ? *found : m_lists.emplace_back(length);
}

std::chrono::nanoseconds Deadlines::takeWorstLag()
{
    now();
    return std::exchange(m_worstLag, std::chrono::nanoseconds{0});
}

void Deadlines::tick()
{
    readClock();
    if (m_ticking) {
        m_worstLag = std::max<std::chrono::nanoseconds>(m_worstLag, m_now - m_tickDue);
        m_tickDue = m_now + tickLength;
    }
    if (!m_restFollows)
        passDue();
    emit ticked();
    if (!isNeeded()) {
        m_timer.stop();
        m_ticking = false;
    }
}

void Deadlines::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Deadlines::ticked) && !m_ticking)
        startTicking();
}

void Deadlines::readClock() const
{
    const TimePoint before = std::exchange(m_now, m_clock.now());
    m_timeKnown = true;
    if (!m_ticking)
        return;
    // Not from before the last look, or loopTime() would go back.
    const std::chrono::nanoseconds lag = m_now - std::max(m_tickDue, before);
    if (lag <= tickLength)
        return;
    m_stalledTotal += lag;
    m_worstLag = std::max(m_worstLag, lag);
    m_tickDue = m_now; // what follows until the tick is a hold-up of its own
}

void Deadlines::startTicking()
{
    // In this order: while it was not ticking nobody was late.
    m_tickDue = now() + tickLength;
    m_ticking = true;
    m_timer.start();
}

bool Deadlines::isNeeded() const
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Deadlines::ticked);
    return isSignalConnected(signal)
        || std::any_of(m_lists.begin(), m_lists.end(), [](const auto &list) {
               return !list.isEmpty();
           });
}

void Deadlines::passDue()
{
    m_restFollows = false;
    int passed = 0;
    // An owner may ask for a list of a new length; it comes last.
    for (DeadlineList &list : m_lists) {
        while (!list.isEmpty() && dueTime(list.first()) <= loopTime()) {
            if (passed == deadlinesPerPass) {
                m_restFollows = true;
                QMetaObject::invokeMethod(this, &Deadlines::passDue, Qt::QueuedConnection);
                return;
            }
            ++passed;
            DeadlineNode &node = list.first();
            node.unlink();
            node.m_owner->deadlinePassed(node);
        }
    }
}

} // namespace Teardown
