// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/endpointspec.h"
#include "core/net/iothread.h"
#include "core/net/listener.h"
#include "core/record/event.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Teardown {

/// The endpoints of a run: opens and closes listeners, starts clients, and counts by the events
/// that pass.
///
/// Lives in the main thread; the listeners live in the first I/O thread, which spreads what they
/// accept.
class EndpointTable
{
    Q_DISABLE_COPY_MOVE(EndpointTable)

public:
    EndpointTable(const std::vector<std::unique_ptr<IoThread>> &threads, SharedState &shared);
    ~EndpointTable() = default;

    Result<EndpointSnapshot> listen(const ListenSpec &spec);
    Result<EndpointId> connectTo(const ConnectSpec &spec);

    /// Opens a stopped or failed one again: a listener on the port it had, clients as many as
    /// before.
    Result<EndpointSnapshot> restart(EndpointId id);

    /// Lets in who is already waiting, then nobody. No effect on one that does not listen.
    void stopListening(EndpointId id);

    void setState(EndpointId id, EndpointState state);

    const EndpointSnapshot *find(EndpointId id) const;
    std::vector<EndpointId> listening() const;

    /// Counts what \a events say.
    void count(const std::deque<Event> &events);

    /// Those that changed since the last call.
    std::vector<EndpointSnapshot> takeChanged();

private:
    struct Entry
    {
        EndpointSnapshot snapshot;
        std::variant<ListenSpec, ConnectSpec> spec;
        std::shared_ptr<const EndpointConfig> config;
        Listener *listener
            = nullptr; ///< lives in the first I/O thread; null when it does not listen
        quint64 awaited = 0; ///< clients that have neither ended nor been rejected yet
        bool changed = true;
    };

    Entry &add(Role role, ServiceKind service, const ConnectionSettings &settings);
    Result<bool> open(Entry &entry);
    void dial(Entry &entry);
    void ended(Entry &entry, Phase phase);
    void rejected(Entry &entry);
    void settled(Entry &entry);

    const std::vector<std::unique_ptr<IoThread>> &m_threads;
    SharedState &m_shared;
    std::map<EndpointId, Entry> m_entries;
    EndpointId m_next = 1;
};

} // namespace Teardown
