// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <deque>
#include <mutex>
#include <vector>

namespace Teardown {

/// What happened since the last time, taken from the I/O threads in one go.
struct Batch
{
    std::deque<Event> events; ///< in the order they happened in their thread
    std::vector<ConnectionSnapshot> connections; ///< one for each that changed and has not ended
    std::vector<EndpointSnapshot> endpoints; ///< one for each that changed
};

/// Carries events from the I/O threads to the main thread: filled under a mutex, taken by a swap
/// (DESIGN decision 5). Bounded: when nobody takes them, events are dropped and counted.
///
/// Every function may be called from any thread.
class EventBatch
{
public:
    /// Events that wait at most.
    static constexpr std::size_t capacity = 200'000;

    void add(EventBody body, TimePoint mono);

    /// False while the last snapshots of \a thread still wait: keep collecting changes meanwhile.
    bool wantsSnapshots(std::size_t thread) const;

    /// Hands over the snapshots of \a thread, which must want them.
    void offer(std::size_t thread, std::vector<ConnectionSnapshot> snapshots);

    /// Everything that waits. Snapshots of connections whose end is in the same batch are left out.
    Batch take();

    /// Events dropped since the start.
    quint64 dropped() const;

private:
    mutable std::mutex m_mutex;
    std::deque<Event> m_events; ///< a vector would move thousands at once when it grows
    std::vector<std::vector<ConnectionSnapshot>> m_snapshots;
    quint64 m_dropped = 0;
};

} // namespace Teardown
