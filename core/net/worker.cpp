// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/worker.h"

#include "core/close/closer.h"
#include "core/net/dialer.h"
#include "core/net/socketoptions.h"
#ifdef Q_OS_LINUX
#include "core/net/epolldispatcher.h"
#endif

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace Teardown {

namespace {

const quint32 *currentEventsOfThisThread()
{
#ifdef Q_OS_LINUX
    if (const auto *dispatcher
        = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        return dispatcher->currentEventsAddress();
#endif
    return nullptr;
}

} // namespace

Worker::Worker(std::size_t thread, SharedState &shared)
    : m_deadlines(m_clock)
    , m_shared(shared)
    , m_context{.deadlines = m_deadlines, .currentEvents = currentEventsOfThisThread()}
    , m_thread(thread)
    , m_lastSnapshots(m_deadlines.now())
{
    m_context.endGateWorks = Teardown::endGateWorks(m_context.currentEvents);
    connect(&m_deadlines, &Deadlines::ticked, this, &Worker::onTick);
}

Worker::~Worker()
{
    resetAll(Reason::DrainForced);
    // Their deadlines live in a member of this object: they have to go before it.
    const auto left = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(left);
}

Connection &Worker::add(const std::shared_ptr<const EndpointConfig> &endpoint)
{
    auto *connection = new Connection({.id = m_shared.nextConnection.fetch_add(1),
                                       .role = endpoint->role,
                                       .endpoint = endpoint->id,
                                       .service = endpoint->service},
                                      endpoint->settings,
                                      m_context,
                                      this);
    connect(connection, &Connection::ended, this, [this, connection](const CloseReport &report) {
        onEnded(*connection, report);
    });
    connection->index = m_connections.size();
    m_connections.push_back(connection);
    m_byId.emplace(connection->info().id, connection);
    m_shared.open.fetch_add(1);
    return *connection;
}

void Worker::adopt(int descriptor,
                   const SocketAddress &peer,
                   const std::shared_ptr<const EndpointConfig> &endpoint)
{
    if (m_shared.open.load() >= m_shared.cap) {
        Closer::reset(descriptor);
        reject(endpoint->id, peer);
        return;
    }
    openConnection(add(endpoint), descriptor, peer, *endpoint);
}

void Worker::openConnection(Connection &connection,
                            int descriptor,
                            const SocketAddress &peer,
                            const EndpointConfig &endpoint)
{
    setSocketOptions(descriptor, *endpoint.settings);
    connection.prepare(descriptor, peer);
    m_shared.batch.add(OpenedEvent{connection.info()}, m_deadlines.now());
    connection.open(endpoint.factory);
}

void Worker::dial(const HostAndPort &target,
                  int count,
                  std::optional<Milliseconds> hold,
                  const std::shared_ptr<const EndpointConfig> &endpoint)
{
    const int now = std::min(count, dialsPerPass);
    for (int i = 0; i < now; ++i)
        dialOne(target, hold, endpoint);
    if (count > now)
        QMetaObject::invokeMethod(
            this, [=, this] { dial(target, count - now, hold, endpoint); }, Qt::QueuedConnection);
}

void Worker::dialOne(const HostAndPort &target,
                     std::optional<Milliseconds> hold,
                     const std::shared_ptr<const EndpointConfig> &endpoint)
{
    if (m_shared.open.load() >= m_shared.cap) {
        reject(endpoint->id, {});
        return;
    }
    Connection &connection = add(endpoint);
    auto *dialer = new Dialer(target, &connection);
    connect(dialer,
            &Dialer::lookedUp,
            &connection,
            [&connection](int addresses, const QString &error) {
                connection.addEvidence(Layer::App,
                                       What::NameLookup,
                                       addresses > 0 ? QByteArray::number(addresses)
                                                     : error.toUtf8());
            });
    connect(dialer, &Dialer::trying, &connection, &Connection::tryingAddress);
    connect(dialer,
            &Dialer::attemptFailed,
            &connection,
            [&connection](const SocketAddress &address, int error) {
                connection
                    .addEvidence(Layer::Kernel,
                                 What::ConnectError,
                                 QString(address.toString() % u' ' % errnoName(error)).toLatin1());
            });
    connect(dialer, &Dialer::failed, &connection, &Connection::failConnect);
    connect(dialer,
            &Dialer::connected,
            &connection,
            [this, &connection, hold, endpoint](int descriptor, const SocketAddress &peer) {
                openConnection(connection, descriptor, peer, *endpoint);
                if (hold)
                    connection.holdFor(*hold);
            });
    connection.startConnectDeadline();
    dialer->start();
}

void Worker::reject(EndpointId endpoint, const SocketAddress &peer)
{
    m_shared.batch.add(RejectedEvent{endpoint, peer, Reason::LimitRejected}, m_deadlines.now());
}

Connection *Worker::find(ConnectionId id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : found->second;
}

std::vector<ConnectionId> Worker::connections(std::optional<EndpointId> endpoint) const
{
    std::vector<ConnectionId> ids;
    for (const Connection *connection : m_connections) {
        if (!endpoint || connection->info().endpoint == *endpoint)
            ids.push_back(connection->info().id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void Worker::watch(const std::vector<ConnectionId> &connections)
{
    const auto setWatched = [this](bool watched) {
        for (const ConnectionId id : m_watched) {
            if (Connection *connection = find(id))
                connection->setWatched(watched);
        }
    };
    setWatched(false);
    m_watched = connections;
    setWatched(true);
}

void Worker::resetAll(Reason reason)
{
    while (!m_connections.empty())
        m_connections.back()->reset(reason);
}

void Worker::onEnded(Connection &connection, const CloseReport &report)
{
    m_connections[connection.index] = m_connections.back();
    m_connections[connection.index]->index = connection.index;
    m_connections.pop_back();
    m_byId.erase(connection.info().id);
    m_shared.open.fetch_sub(1);
    m_shared.ended.fetch_add(1);
    m_shared.batch.add(EndedEvent{connection.info(), report}, m_deadlines.now());
    emit ended(connection.info(), report);
    // Its own signal is running.
    connection.deleteLater();
}

void Worker::onTick()
{
    m_bytesIn.store(m_context.bytesIn, std::memory_order_relaxed);
    m_bytesOut.store(m_context.bytesOut, std::memory_order_relaxed);
    const qint64 lag = m_deadlines.takeWorstLag().count();
    if (lag > m_worstLag.load())
        m_worstLag.store(lag);
    m_sampler.slice(m_connections);
    if (m_deadlines.now() - m_lastSnapshots >= snapshotInterval)
        offerSnapshots();
}

void Worker::offerSnapshots()
{
    m_lastSnapshots = m_deadlines.now();
    if (!m_shared.snapshotsWanted.load() || !m_shared.batch.wantsSnapshots(m_thread))
        return;
    std::vector<ConnectionSnapshot> snapshots;
    for (Connection *connection : m_connections) {
        if (connection->takeDirty())
            snapshots.push_back(connection->snapshot());
    }
    m_shared.batch.offer(m_thread, std::move(snapshots));
}

} // namespace Teardown
