// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"

#include <QHash>

#include <cstddef>
#include <deque>
#include <memory>
#include <vector>

namespace Teardown {

/// One connection, live or ended, as the table keeps it.
struct ConnectionRecord
{
    ConnectionSnapshot snapshot; ///< the last one; its info is always right
    std::shared_ptr<const CloseReport> report; ///< null while it lives
    TimePoint shownSince; ///< when the table first showed it, or showed its end
    quint64 changedBy = 0; ///< the apply() that changed it last
    bool dropped = false; ///< waits for release()
    mutable QString addresses; ///< for RowFilter; made when first needed

    const ConnectionInfo &info() const { return snapshot.info; }
    bool hasEnded() const { return report != nullptr; }

    /// The sentence under the table needs both; the moment of its end, or \a now.
    TimePoint until(TimePoint now) const { return report ? info().opened + report->duration : now; }
};

/// All live connections and the last ended ones, each in a slot that does not move while it lives.
///
/// Knows nothing of rows. A slot of a dropped connection is used again only after release(), so
/// that whoever refers to slots can let go first.
class ConnectionStore
{
public:
    using Slot = int;

    /// How many ended connections are kept; beyond it the oldest leave.
    static constexpr std::size_t endedLimit = 50'000;

    /// What an apply() did to the set of slots.
    struct Changes
    {
        std::vector<Slot> added;
        std::vector<Slot> dropped; ///< to be given to release(); may hold some of added
        bool ended = false; ///< some connection ended
    };

    /// Takes what happened, as seen at \a now. A connection is made known by whatever is heard of
    /// it first; after its end nothing changes it.
    Changes apply(const Batch &batch, TimePoint now);

    void release(const std::vector<Slot> &dropped);

    /// Adds to the count of dropped ones those that left before they were stored.
    void countDropped(quint64 dropped) { m_dropped += dropped; }

    const ConnectionRecord &operator[](Slot slot) const
    {
        return m_records[static_cast<std::size_t>(slot)];
    }

    /// Slots are 0 to slotCount() - 1; those not in use are marked dropped.
    int slotCount() const { return static_cast<int>(m_records.size()); }

    /// -1 when there is none.
    Slot slotOf(ConnectionId id) const { return m_slots.value(id, -1); }
    const ConnectionRecord *find(ConnectionId id) const;

    int liveCount() const { return m_liveCount; }
    int endedCount() const { return static_cast<int>(m_endedOrder.size()); }
    quint64 dropped() const { return m_dropped; }

    /// The number of the last apply(), as in ConnectionRecord::changedBy.
    quint64 generation() const { return m_generation; }

private:
    ConnectionRecord &at(Slot slot);
    ConnectionRecord &obtain(const ConnectionInfo &info, TimePoint now, Changes &changes);
    void open(const ConnectionInfo &info, TimePoint now, Changes &changes);
    void update(const ConnectionSnapshot &snapshot, TimePoint now, Changes &changes);
    void end(const EndedEvent &event, TimePoint now, Changes &changes);
    void dropOldest(Changes &changes);

    std::vector<ConnectionRecord> m_records;
    std::vector<Slot> m_free;
    QHash<ConnectionId, Slot> m_slots;
    std::deque<Slot> m_endedOrder; ///< the oldest first
    quint64 m_generation = 0;
    quint64 m_dropped = 0;
    int m_liveCount = 0;
};

} // namespace Teardown
