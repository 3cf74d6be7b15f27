// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/endpointtable.h"

#include "core/service/servicefactory.h"

namespace Teardown {

namespace {

/// Spreads accepted connections over the I/O threads in turn. Called in the first of them.
class Spreader
{
public:
    Spreader(const std::vector<std::unique_ptr<IoThread>> &threads,
             std::shared_ptr<const EndpointConfig> config)
        : m_threads(threads)
        , m_config(std::move(config))
    {
    }

    void operator()(int descriptor, const SocketAddress &peer)
    {
        const IoThread &io = *m_threads[m_turn];
        m_turn = (m_turn + 1) % m_threads.size();
        Worker &worker = io.worker();
        if (worker.thread() == QThread::currentThread())
            worker.adopt(descriptor, peer, m_config);
        else
            io.post([&worker, descriptor, peer, config = m_config] {
                worker.adopt(descriptor, peer, config);
            });
    }

private:
    const std::vector<std::unique_ptr<IoThread>> &m_threads;
    std::shared_ptr<const EndpointConfig> m_config;
    std::size_t m_turn = 0;
};

Failure unknownEndpoint(EndpointId id)
{
    return {QStringLiteral("There is no endpoint %1.").arg(id)};
}

} // namespace

EndpointTable::EndpointTable(const std::vector<std::unique_ptr<IoThread>> &threads,
                             SharedState &shared)
    : m_threads(threads)
    , m_shared(shared)
{
}

EndpointTable::Entry &
EndpointTable::add(Role role, ServiceKind service, const ConnectionSettings &settings)
{
    const EndpointId id = m_next++;
    Entry &entry = m_entries[id];
    entry.snapshot.id = id;
    entry.snapshot.role = role;
    entry.snapshot.service = service;
    entry.config = std::make_shared<EndpointConfig>(
        EndpointConfig{id,
                       role,
                       service,
                       std::make_shared<const ConnectionSettings>(settings),
                       serviceFactory(service, role)});
    return entry;
}

Result<EndpointSnapshot> EndpointTable::listen(const ListenSpec &spec)
{
    if (!spec.allowRemote && !spec.address.address.isLoopback())
        return Failure{
            QStringLiteral(
                "Cannot listen on %1: other machines could connect. Use 127.0.0.1 or [::1], "
                "or allow remote clients (--allow-remote).")
                .arg(spec.address.toString())};
    Entry &entry = add(Role::Server, spec.service, spec.settings);
    entry.spec = spec;
    entry.snapshot.host = spec.address.address.toString();
    entry.snapshot.port = spec.address.port;
    const Result<bool> opened = open(entry);
    if (opened)
        return entry.snapshot;
    m_entries.erase(entry.snapshot.id);
    return Failure{opened.error()};
}

Result<bool> EndpointTable::open(Entry &entry)
{
    const IoThread &io = *m_threads.front();
    SocketAddress address = std::get<ListenSpec>(entry.spec).address;
    address.port = entry.snapshot.port; // what "any" had become stays
    auto listened = io.call([&]() -> Result<SocketAddress> {
        Worker &worker = io.worker();
        auto listener = std::make_unique<Listener>(Spreader(m_threads, entry.config),
                                                   [&worker, id = entry.snapshot.id](
                                                       const SocketAddress &peer) {
                                                       worker.reject(id, peer);
                                                   });
        auto started = listener->start(address);
        if (!started)
            return started;
        m_shared.batch.add(ListeningEvent{entry.snapshot.id, *started, entry.snapshot.service},
                           steadyNow());
        listener->setParent(&worker);
        entry.listener = listener.release();
        return started;
    });
    entry.changed = true;
    entry.snapshot.error = listened.error();
    entry.snapshot.state = listened ? EndpointState::Running : EndpointState::Failed;
    if (!listened)
        return Failure{listened.error()};
    entry.snapshot.port = listened->port;
    return true;
}

Result<EndpointId> EndpointTable::connectTo(const ConnectSpec &spec)
{
    if (spec.count < 1 || spec.count > maxClientCount)
        return Failure{QStringLiteral("Cannot start %1 clients: 1 to %2 are allowed.")
                           .arg(spec.count)
                           .arg(maxClientCount)};
    Entry &entry = add(Role::Client, spec.service, spec.settings);
    entry.spec = spec;
    entry.snapshot.host = spec.target.host;
    entry.snapshot.port = spec.target.port;
    dial(entry);
    return entry.snapshot.id;
}

void EndpointTable::dial(Entry &entry)
{
    const auto &spec = std::get<ConnectSpec>(entry.spec);
    const auto threads = static_cast<int>(m_threads.size());
    for (int thread = 0; thread < threads; ++thread) {
        const int share = spec.count / threads + (thread < spec.count % threads ? 1 : 0);
        const IoThread &io = *m_threads[static_cast<std::size_t>(thread)];
        io.post([&worker = io.worker(), spec, share, config = entry.config] {
            worker.dial({spec.target, share, spec.hold, config});
        });
    }
    entry.awaited += static_cast<quint64>(spec.count);
    entry.snapshot.state = EndpointState::Running;
    entry.changed = true;
}

Result<EndpointSnapshot> EndpointTable::restart(EndpointId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return unknownEndpoint(id);
    Entry &entry = found->second;
    if (entry.snapshot.state == EndpointState::Running)
        return entry.snapshot;
    if (std::holds_alternative<ConnectSpec>(entry.spec)) {
        dial(entry);
        return entry.snapshot;
    }
    const Result<bool> opened = open(entry);
    if (!opened)
        return Failure{opened.error()};
    return entry.snapshot;
}

void EndpointTable::stopListening(EndpointId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || !found->second.listener)
        return;
    Entry &entry = found->second;
    m_threads.front()->call([listener = entry.listener] {
        listener->stop();
        delete listener;
    });
    entry.listener = nullptr;
    entry.snapshot.state = EndpointState::Stopped;
    entry.changed = true;
}

void EndpointTable::setState(EndpointId id, EndpointState state)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->second.snapshot.state = state;
    found->second.changed = true;
}

const EndpointSnapshot *EndpointTable::find(EndpointId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second.snapshot;
}

std::vector<EndpointId> EndpointTable::listening() const
{
    std::vector<EndpointId> ids;
    for (const auto &[id, entry] : m_entries) {
        if (entry.listener)
            ids.push_back(id);
    }
    return ids;
}

void EndpointTable::count(const std::deque<Event> &events)
{
    for (const Event &event : events) {
        EndpointId id = 0;
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
            id = opened->info.endpoint;
        else if (const auto *over = std::get_if<EndedEvent>(&event.body))
            id = over->info.endpoint;
        else if (const auto *rejected = std::get_if<RejectedEvent>(&event.body))
            id = rejected->listener;
        const auto found = m_entries.find(id);
        if (found == m_entries.end())
            continue;
        Entry &entry = found->second;
        entry.changed = true;
        if (std::holds_alternative<OpenedEvent>(event.body))
            ++entry.snapshot.open;
        else if (const auto *over = std::get_if<EndedEvent>(&event.body))
            ended(entry, over->report->phase);
        else
            rejected(entry);
    }
}

void EndpointTable::ended(Entry &entry, Phase phase)
{
    ++entry.snapshot.ended;
    if (phase != Phase::Connecting) // one that never opened was never counted
        --entry.snapshot.open;
    settled(entry);
}

void EndpointTable::rejected(Entry &entry)
{
    ++entry.snapshot.rejected;
    settled(entry);
}

void EndpointTable::settled(Entry &entry)
{
    if (entry.awaited > 0 && --entry.awaited == 0 && entry.snapshot.role == Role::Client)
        entry.snapshot.state = EndpointState::Stopped;
}

std::vector<EndpointSnapshot> EndpointTable::takeChanged()
{
    std::vector<EndpointSnapshot> changed;
    for (auto &[id, entry] : m_entries) {
        if (!std::exchange(entry.changed, false))
            continue;
        changed.push_back(entry.snapshot);
    }
    return changed;
}

} // namespace Teardown
