// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/deadlines.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <utility>

namespace Teardown {

TimePoint DeadlineNode::due() const
{
    Q_ASSERT(m_list);
    return m_started + m_list->m_length;
}

Milliseconds DeadlineNode::length() const
{
    Q_ASSERT(m_list);
    return m_list->m_length;
}

void DeadlineNode::unlink()
{
    if (!m_list)
        return;
    (m_previous ? m_previous->m_next : m_list->m_first) = m_next;
    (m_next ? m_next->m_previous : m_list->m_last) = m_previous;
    m_previous = nullptr;
    m_next = nullptr;
    m_list = nullptr;
}

DeadlineList::~DeadlineList()
{
    while (m_first)
        m_first->unlink();
}

void DeadlineList::append(DeadlineNode &node, TimePoint now)
{
    node.m_list = this;
    node.m_started = now;
    node.m_previous = m_last;
    (m_last ? m_last->m_next : m_first) = &node;
    m_last = &node;
}

Deadlines::Deadlines(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_now(clock.now())
    , m_lastTick(m_now)
{
    // The tick never stops: a silent timer could not tell a stalled loop from an idle one.
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::tick);
    m_timer.start(tickLength);
    if (auto *dispatcher = QAbstractEventDispatcher::instance())
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Deadlines::refresh);
}

DeadlineList &Deadlines::list(Milliseconds length)
{
    const auto found = std::find_if(m_lists.begin(), m_lists.end(), [length](const auto &list) {
        return list->length() == length;
    });
    if (found != m_lists.end())
        return **found;
    return *m_lists.emplace_back(std::make_unique<DeadlineList>(length));
}

void Deadlines::start(DeadlineNode &node, DeadlineList &list)
{
    node.unlink();
    list.append(node, m_now);
}

std::chrono::nanoseconds Deadlines::takeWorstLag()
{
    return std::exchange(m_worstLag, std::chrono::nanoseconds{0});
}

void Deadlines::refresh()
{
    m_now = m_clock.now();
    // Sockets are delivered before timers in the same pass, so the lag has to be known here
    // already.
    const auto lag = m_now - m_lastTick - tickLength;
    if (lag <= tickLength)
        return;
    m_stalledTotal += lag;
    m_worstLag = std::max<std::chrono::nanoseconds>(m_worstLag, lag);
    m_lastTick = m_now;
}

void Deadlines::tick()
{
    refresh();
    const auto lag = m_now - m_lastTick - tickLength;
    m_worstLag = std::max<std::chrono::nanoseconds>(m_worstLag, lag);
    m_lastTick = m_now;
    passDue();
    emit ticked();
}

void Deadlines::passDue()
{
    int passed = 0;
    // By index: an owner may ask for a list of a new length.
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        DeadlineList &list = *m_lists[i];
        while (list.m_first && list.m_first->due() <= m_now) {
            if (passed == expiriesPerPass) {
                QMetaObject::invokeMethod(this, &Deadlines::passDue, Qt::QueuedConnection);
                return;
            }
            DeadlineNode &node = *list.m_first;
            node.unlink();
            ++passed;
            node.m_owner->deadlinePassed(node);
        }
    }
}

} // namespace Teardown
