// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/eventbatch.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace Teardown {

void EventBatch::add(EventBody body, TimePoint mono)
{
    Q_ASSERT(!std::holds_alternative<EndedEvent>(body) || std::get<EndedEvent>(body).report);
    Event event{mono, QDateTime::currentDateTimeUtc(), std::move(body)};
    const std::lock_guard lock(m_mutex);
    if (m_events.size() < capacity)
        m_events.push_back(std::move(event));
    else
        ++m_dropped;
}

bool EventBatch::wantsSnapshots(std::size_t thread) const
{
    const std::lock_guard lock(m_mutex);
    return thread >= m_snapshots.size() || m_snapshots[thread].empty();
}

void EventBatch::offer(std::size_t thread, std::vector<ConnectionSnapshot> snapshots)
{
    const std::lock_guard lock(m_mutex);
    if (m_snapshots.size() <= thread)
        m_snapshots.resize(thread + 1);
    m_snapshots[thread] = std::move(snapshots);
}

Batch EventBatch::take()
{
    Batch batch;
    std::vector<std::vector<ConnectionSnapshot>> snapshots;
    {
        const std::lock_guard lock(m_mutex);
        batch.events.swap(m_events);
        snapshots.swap(m_snapshots);
    }
    std::unordered_set<ConnectionId> gone;
    for (const Event &event : batch.events) {
        if (const auto *ended = std::get_if<EndedEvent>(&event.body))
            gone.insert(ended->info.id);
    }
    for (auto &ofThread : snapshots) {
        for (ConnectionSnapshot &snapshot : ofThread) {
            if (!gone.contains(snapshot.info.id))
                batch.connections.push_back(std::move(snapshot));
        }
    }
    return batch;
}

quint64 EventBatch::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace Teardown
