// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ring.h"
#include "core/record/eventbatch.h"
#include "ui/models/connectionstore.h"

#include <QHash>

#include <vector>

namespace Teardown {

/// How much a paused view holds back.
struct HiddenCounts
{
    quint64 opened = 0; ///< connections
    quint64 ended = 0; ///< connections
    quint64 changed = 0; ///< live connections with new figures

    bool isEmpty() const { return opened == 0 && ended == 0 && changed == 0; }
    bool operator==(const HiddenCounts &) const = default;
};

/// Batches that are not to be shown yet, folded into one.
///
/// Bounded whatever the length of the pause: of a live connection the last snapshot, of those
/// opened and ended in the pause the last ConnectionStore::endedLimit, of those that lived when it
/// began their end.
class HiddenChanges
{
public:
    void add(const Batch &batch);

    struct Taken
    {
        Batch batch; ///< what opened, then what ended; those that lived at the start end first
        quint64 dropped = 0; ///< ended connections that are not in it
    };

    /// Gives everything up and starts anew.
    Taken take();

    const HiddenCounts &counts() const { return m_counts; }

private:
    void end(const Event &event, ConnectionId id);

    QHash<ConnectionId, Event> m_opened; ///< opened in the pause and still live
    QHash<ConnectionId, ConnectionSnapshot> m_snapshots; ///< of live connections
    std::vector<Event> m_endedOld; ///< lived when the pause began
    Ring<Event> m_endedNew{ConnectionStore::endedLimit};
    HiddenCounts m_counts;
};

} // namespace Teardown
