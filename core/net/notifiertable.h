// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSocketNotifier>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include <sys/epoll.h>

namespace Teardown {

/// The socket notifiers of one event dispatcher, by descriptor, and the epoll instance (epoll(7))
/// that watches them.
///
/// Each descriptor is registered once, level-triggered, for all its notifiers together. Changes
/// are handed to the kernel just before a wait, so that what is undone within a pass costs nothing.
/// Only the loss of the last notifier is told at once: the descriptor may be closed and its number
/// used again right after it. A notifier must be disabled before its descriptor is closed.
///
/// Slots may enable, disable and delete any notifier and run event loops. Lives in the dispatcher's
/// thread.
class NotifierTable final
{
    Q_DISABLE_COPY_MOVE(NotifierTable)

public:
    NotifierTable();
    ~NotifierTable();

    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

    /// Makes every write to \a eventDescriptor (eventfd(2)) end a wait. It need not be read.
    void endWaitsOn(int eventDescriptor);

    /// Hands all changes to the kernel. A notifier on something that cannot be watched is disabled
    /// with a warning, as Qt's own dispatchers do.
    void applyChanges();

    /// Whether a wait would be in vain: poll(2) calls regular files ready at all times, and epoll
    /// refuses to watch them.
    bool isAlwaysReady() const;

    /// Waits for at most \a timeout, without one for ever, or until a signal handler has run.
    /// Returns how much of what is ready it took, eventsPerWait at most.
    int wait(std::optional<std::chrono::nanoseconds> timeout);

    /// Whether something was ready at the last wait, or at one before it, that no wait has taken
    /// yet: a timer is not to go before it, or a peer would be judged whose bytes came in time. Not
    /// for ever, even when everything is ready all the time.
    bool hasUntaken() const { return m_untaken > 0; }

    /// So few that a pass of the loop is short even when each of them ends a connection.
    static constexpr int eventsPerWait = 64;

    /// Tells the notifiers of what the last wait found. EPOLLHUP and EPOLLERR go to every notifier
    /// of their descriptor. When a slot runs a nested loop, the wait of that loop replaces what is
    /// left of this one.
    void deliver();

    /// Tells each Write notifier enabled since the last call once that it may write, without asking
    /// the kernel. Those enabled meanwhile are left to the kernel. Returns how many were told.
    int deliverFreshWrites();

private:
    struct Entry
    {
        std::array<QSocketNotifier *, 3> notifiers{}; ///< by QSocketNotifier::Type
        quint32 armed = 0; ///< what the kernel watches for; 0 = not registered
        quint32 generation = 0; ///< tells the events of a closed descriptor from its successor's
        bool changed = false; ///< in m_changed
        bool freshWrite = false; ///< in m_freshWrites, and not told yet
        bool alwaysReady = false; ///< in m_alwaysReady
    };

    static quint32 wantedEvents(const Entry &entry);
    Entry &entryOf(int descriptor);
    void markChanged(int descriptor, Entry &entry);
    void release(int descriptor, Entry &entry);
    bool arm(int descriptor, Entry &entry, quint32 events);
    void doWithoutKernel(int descriptor, int error);
    void countUntaken();
    void deliver(const epoll_event &event);
    void deliverAlwaysReady();
    void activate(int descriptor, QSocketNotifier::Type type);
    int waitForEvents(std::optional<std::chrono::nanoseconds> timeout);

    int m_epoll;
    std::vector<Entry> m_entries; ///< by descriptor
    std::vector<int> m_changed;
    std::vector<int> m_freshWrites;
    std::size_t m_nextFreshWrite = 0; ///< those before it have been told
    std::vector<int> m_alwaysReady;
    std::array<epoll_event, eventsPerWait> m_events{};
    std::size_t m_registered = 0;
    std::size_t m_untaken = 0; ///< at most so many were ready and are not taken
    int m_ready = 0; ///< of m_events, by the last wait
    quint64 m_waits = 0; ///< tells a slot's nested waits
    bool m_nanosecondWaits = true;
};

} // namespace Teardown
