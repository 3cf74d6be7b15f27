// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectionstore.h"

#include <algorithm>
#include <utility>

namespace Teardown {

std::shared_ptr<const std::vector<Evidence>> ConnectionRecord::evidence() const
{
    if (report)
        return {report, &report->evidence};
    const auto &history = snapshot.history;
    return history ? std::shared_ptr<const std::vector<Evidence>>(history, &history->evidence)
                   : nullptr;
}

const StateHistory *ConnectionRecord::states() const
{
    if (report)
        return &report->states;
    return snapshot.history ? &snapshot.history->states : nullptr;
}

ConnectionStore::Changes ConnectionStore::apply(const Batch &batch, TimePoint now)
{
    ++m_generation;
    m_free.insert(m_free.end(), m_justDropped.begin(), m_justDropped.end());
    Changes changes;
    for (const Event &event : batch.events) {
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
            open(opened->info, now, changes);
        else if (const auto *ended = std::get_if<EndedEvent>(&event.body))
            end(*ended, now, changes);
    }
    for (const ConnectionSnapshot &snapshot : batch.connections)
        update(snapshot, now, changes);
    while (m_endedOrder.size() > m_limit)
        dropOldest(changes);
    m_justDropped = changes.dropped;
    return changes;
}

const ConnectionRecord *ConnectionStore::find(ConnectionId id) const
{
    const Slot slot = slotOf(id);
    return slot < 0 ? nullptr : &(*this)[slot];
}

/// Addresses and ports are used again, but never by two connections at once.
static bool livedTogether(const ConnectionRecord &a, const ConnectionRecord &b)
{
    return (!a.hasEnded() || b.info().opened <= a.endedAt)
        && (!b.hasEnded() || a.info().opened <= b.endedAt);
}

const ConnectionRecord *ConnectionStore::findOtherEnd(const ConnectionRecord &record) const
{
    const ConnectionInfo &info = record.info();
    if (info.local.isNull() || info.peer.isNull())
        return nullptr;
    const auto found
        = std::find_if(m_records.begin(), m_records.end(), [&](const ConnectionRecord &other) {
              return !other.dropped && other.info().local == info.peer
                  && other.info().peer == info.local && livedTogether(record, other);
          });
    return found == m_records.end() ? nullptr : &*found;
}

ConnectionRecord &ConnectionStore::at(Slot slot)
{
    return m_records[static_cast<std::size_t>(slot)];
}

static QString addressesOf(const ConnectionInfo &info)
{
    return info.local.toString() + u' ' + info.peer.toString();
}

static void setInfo(ConnectionRecord &record, const ConnectionInfo &info)
{
    const ConnectionInfo &before = record.info();
    if (before.local != info.local || before.peer != info.peer)
        record.addresses = addressesOf(info);
    record.snapshot.info = info;
}

ConnectionRecord &
ConnectionStore::obtain(const ConnectionInfo &info, TimePoint now, Changes &changes)
{
    if (const auto known = m_slots.constFind(info.id); known != m_slots.cend())
        return at(*known);

    Slot slot = slotCount();
    if (m_free.empty()) {
        m_records.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slots.insert(info.id, slot);
    ++m_liveCount;
    changes.added.push_back(slot);

    ConnectionRecord &record = at(slot);
    record = {.snapshot = {.info = info, .lastActivity = info.opened},
              .addresses = addressesOf(info),
              .heardAt = now,
              .changedBy = m_generation};
    return record;
}

void ConnectionStore::open(const ConnectionInfo &info, TimePoint now, Changes &changes)
{
    ConnectionRecord &record = obtain(info, now, changes);
    if (record.hasEnded())
        return;
    setInfo(record, info);
    record.changedBy = m_generation;
}

void ConnectionStore::update(const ConnectionSnapshot &snapshot, TimePoint now, Changes &changes)
{
    ConnectionRecord &record = obtain(snapshot.info, now, changes);
    if (record.hasEnded())
        return;
    // A client is heard of while it is connecting, before it knows both addresses.
    if (record.snapshot.state == ConnectionState::Connecting)
        setInfo(record, snapshot.info);
    record.snapshot = snapshot;
    if (record.changedBy <= m_mark)
        ++changes.updated;
    record.changedBy = m_generation;
}

void ConnectionStore::end(const EndedEvent &event, TimePoint now, Changes &changes)
{
    ConnectionRecord &record = obtain(event.info, now, changes);
    if (record.hasEnded())
        return;
    setInfo(record, event.info);
    record.snapshot.state = ConnectionState::Ended;
    record.snapshot.phase = event.report->phase;
    record.snapshot.bytesIn = event.report->bytesIn;
    record.snapshot.bytesOut = event.report->bytesOut;
    record.snapshot.nextDeadline.reset();
    record.snapshot.history.reset();
    record.report = event.report;
    record.endedAt = event.info.opened + event.report->duration;
    record.heardAt = now;
    record.changedBy = m_generation;
    --m_liveCount;
    ++changes.ended;
    m_endedOrder.push_back(m_slots.value(event.info.id));
}

void ConnectionStore::dropOldest(Changes &changes)
{
    const Slot slot = m_endedOrder.front();
    m_endedOrder.pop_front();
    ConnectionRecord &record = at(slot);
    record.dropped = true;
    m_slots.remove(record.info().id);
    changes.dropped.push_back(slot);
    ++m_dropped;
}

} // namespace Teardown
