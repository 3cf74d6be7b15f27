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
    ConnectionSnapshot snapshot; ///< the last one; once ended with the bytes of the report
    std::shared_ptr<const CloseReport> report; ///< null while it lives
    QString addresses; ///< both as text, for RowFilter
    TimePoint endedAt; ///< only once ended
    TimePoint heardAt; ///< when the store first heard of it, or of its end
    quint64 changedBy = 0; ///< the apply() that changed it last
    bool dropped = false; ///< no longer in use

    const ConnectionInfo &info() const { return snapshot.info; }
    bool hasEnded() const { return report != nullptr; }

    /// What was seen of it so far; null for one that lives and is not watched.
    std::shared_ptr<const std::vector<Evidence>> evidence() const;

    /// The states of our kernel's end so far; null for one that lives and is not watched.
    const StateHistory *states() const;
};

/// All live connections and the last ended ones, each in a slot that does not move while it lives.
///
/// Knows nothing of rows. A slot of a dropped connection is used again by the next apply() at the
/// earliest, so that whoever refers to slots can let go first. A copy goes its own way with the
/// same slots.
class ConnectionStore
{
public:
    using Slot = int;

    /// How many ended connections are kept unless told; beyond it the oldest leave.
    static constexpr std::size_t endedLimit = 50'000;

    explicit ConnectionStore(std::size_t limit = endedLimit)
        : m_limit(limit)
    {
    }

    /// What an apply() did.
    struct Changes
    {
        std::vector<Slot> added;
        std::vector<Slot> dropped; ///< may hold some of added
        quint64 ended = 0; ///< connections
        quint64 updated = 0; ///< known connections with their first news since mark()
    };

    /// Takes what happened, as seen at \a now. A connection is made known by whatever is heard of
    /// it first; after its end nothing changes it.
    Changes apply(const Batch &batch, TimePoint now);

    /// From here on Changes::updated counts anew.
    void mark() { m_mark = m_generation; }

    const ConnectionRecord &operator[](Slot slot) const
    {
        return m_records[static_cast<std::size_t>(slot)];
    }

    /// Slots are 0 to slotCount() - 1; those not in use are marked dropped.
    int slotCount() const { return static_cast<int>(m_records.size()); }

    /// -1 when there is none.
    Slot slotOf(ConnectionId id) const { return m_slots.value(id, -1); }
    const ConnectionRecord *find(ConnectionId id) const;

    /// The connection of this program whose two ends are those of \a record the other way round,
    /// at the same time; null when the peer is somebody else. Looks through all.
    const ConnectionRecord *findOtherEnd(const ConnectionRecord &record) const;

    int liveCount() const { return m_liveCount; }
    int endedCount() const { return static_cast<int>(m_endedOrder.size()); }
    quint64 dropped() const { return m_dropped; }

private:
    ConnectionRecord &at(Slot slot);
    ConnectionRecord &obtain(const ConnectionInfo &info, TimePoint now, Changes &changes);
    void open(const ConnectionInfo &info, TimePoint now, Changes &changes);
    void update(const ConnectionSnapshot &snapshot, TimePoint now, Changes &changes);
    void end(const EndedEvent &event, TimePoint now, Changes &changes);
    void dropOldest(Changes &changes);

    std::vector<ConnectionRecord> m_records;
    std::vector<Slot> m_free;
    std::vector<Slot> m_justDropped; ///< free from the next apply() on
    QHash<ConnectionId, Slot> m_slots;
    std::deque<Slot> m_endedOrder; ///< the oldest first
    std::size_t m_limit;
    quint64 m_generation = 0;
    quint64 m_mark = 0;
    quint64 m_dropped = 0;
    int m_liveCount = 0;
};

} // namespace Teardown
