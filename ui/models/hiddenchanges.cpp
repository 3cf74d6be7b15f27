// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/hiddenchanges.h"

#include <algorithm>
#include <iterator>

namespace Teardown {

void HiddenChanges::add(const Batch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body)) {
            m_opened.insert(opened->info.id, event);
            ++m_counts.opened;
        } else if (const auto *ended = std::get_if<EndedEvent>(&event.body)) {
            end(event, ended->info.id);
        }
    }
    for (const ConnectionSnapshot &snapshot : batch.connections)
        m_snapshots.insert(snapshot.info.id, snapshot);
    m_counts.changed = static_cast<quint64>(m_snapshots.size());
}

void HiddenChanges::end(const Event &event, ConnectionId id)
{
    // The ended event tells everything the opened one did.
    const bool openedInPause = m_opened.remove(id);
    m_snapshots.remove(id);
    if (openedInPause)
        m_endedNew.push(event);
    else
        m_endedOld.push_back(event);
    ++m_counts.ended;
}

HiddenChanges::Taken HiddenChanges::take()
{
    Taken taken;
    taken.dropped = m_endedNew.dropped();

    std::vector<Event> &events = taken.batch.events;
    events.reserve(static_cast<std::size_t>(m_opened.size()) + m_endedOld.size()
                   + m_endedNew.size());
    events.assign(m_opened.cbegin(), m_opened.cend());
    std::sort(events.begin(), events.end(), [](const Event &a, const Event &b) {
        return std::get<OpenedEvent>(a.body).info.id < std::get<OpenedEvent>(b.body).info.id;
    });
    std::move(m_endedOld.begin(), m_endedOld.end(), std::back_inserter(events));
    events.insert(events.end(), m_endedNew.begin(), m_endedNew.end());
    taken.batch.connections.assign(m_snapshots.cbegin(), m_snapshots.cend());

    *this = HiddenChanges{};
    return taken;
}

} // namespace Teardown
