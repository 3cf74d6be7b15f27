// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/worker.h"

#include "core/close/closer.h"
#include "core/net/dialer.h"
#include "core/net/socketoptions.h"

#include <algorithm>

namespace Teardown {

Worker::Worker(std::size_t thread, SharedState &shared)
    : m_deadlines(m_clock)
    , m_shared(shared)
    , m_context{.deadlines = m_deadlines}
    , m_thread(thread)
    , m_lastSnapshots(m_deadlines.now())
{
    m_context.endGateWorks = Teardown::endGateWorks();
    connect(&m_deadlines, &Deadlines::ticked, this, &Worker::onTick);
    connect(&m_dialTimer, &QTimer::timeout, this, &Worker::dialSlice);
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
    auto created
        = std::make_unique<Connection>(ConnectionInfo{.id = m_shared.nextConnection.fetch_add(1),
                                                      .role = endpoint->role,
                                                      .endpoint = endpoint->id,
                                                      .service = endpoint->service},
                                       endpoint->settings,
                                       m_context);
    Connection &connection = *created;
    connect(&connection, &Connection::ended, this, [this, &connection](const CloseReport &report) {
        onEnded(connection, report);
    });
    connection.index = m_connections.size();
    m_connections.push_back(std::move(created));
    m_byId.emplace(connection.info().id, &connection);
    m_shared.open.fetch_add(1);
    return connection;
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

void Worker::dial(DialOrder order)
{
    m_orders.push_back(std::move(order));
    m_dialTimer.start(Milliseconds{0}); // once a pass of the loop
}

void Worker::dialSlice()
{
    for (int dialed = 0; dialed < dialsPerPass && !m_orders.empty(); ++dialed) {
        DialOrder &order = m_orders.front();
        if (--order.count >= 0)
            dialOne(order);
        else
            m_orders.erase(m_orders.begin());
    }
    if (m_orders.empty())
        m_dialTimer.stop();
}

void Worker::stopDialing(std::optional<EndpointId> endpoint, Reason reason)
{
    std::erase_if(m_orders, [&](const DialOrder &order) {
        if (endpoint && order.endpoint->id != *endpoint)
            return false;
        for (int left = order.count; left > 0; --left)
            reject(order.endpoint->id, {}, reason);
        return true;
    });
}

void Worker::dialOne(const DialOrder &order)
{
    if (m_shared.open.load() >= m_shared.cap) {
        reject(order.endpoint->id, {});
        return;
    }
    Connection &connection = add(order.endpoint);
    auto *dialer = new Dialer(order.target, order.endpoint->settings->connectDeadline, &connection);
    connect(dialer,
            &Dialer::lookedUp,
            &connection,
            [&connection, host = order.target.host](int addresses) {
                connection.addEvidence(Layer::App,
                                       What::NameLookup,
                                       QString(host % u' ' % QString::number(addresses)).toUtf8());
            });
    connect(dialer, &Dialer::trying, &connection, &Connection::tryingAddress);
    const auto note = [&connection](Layer layer, const SocketAddress &address, QStringView why) {
        connection.addEvidence(layer,
                               What::ConnectError,
                               QString(address.toString() % u' ' % why).toLatin1());
    };
    connect(dialer,
            &Dialer::attemptFailed,
            &connection,
            [note](const SocketAddress &address, int error) {
                note(Layer::Kernel, address, errnoName(error));
            });
    connect(dialer, &Dialer::attemptGivenUp, &connection, [note](const SocketAddress &address) {
        note(Layer::App, address, u"no-answer");
    });
    connect(dialer, &Dialer::metItself, &connection, [note](const SocketAddress &address) {
        note(Layer::Kernel, address, u"self-connect");
    });
    connect(dialer, &Dialer::failed, &connection, &Connection::failConnect);
    connect(dialer,
            &Dialer::connected,
            &connection,
            [this,
             &connection,
             hold = order.hold,
             endpoint = order.endpoint](int descriptor, const SocketAddress &peer) {
                openConnection(connection, descriptor, peer, *endpoint);
                if (hold)
                    connection.holdFor(*hold);
            });
    // It lives until the loop is back, and its connect(2) may have been decided in this very pass.
    connect(&connection, &Connection::ended, dialer, &Dialer::giveUp);
    connection.startConnectDeadline();
    dialer->start();
}

void Worker::reject(EndpointId endpoint, const SocketAddress &peer, Reason reason)
{
    m_shared.batch.add(RejectedEvent{endpoint, peer, reason}, m_deadlines.now());
}

Connection *Worker::find(ConnectionId id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : found->second;
}

std::vector<ConnectionId>
Worker::connections(std::optional<EndpointId> endpoint, ConnectionId newest, std::size_t most) const
{
    std::vector<ConnectionId> ids;
    ids.reserve(std::min(most, m_connections.size()));
    for (const auto &connection : m_connections) {
        if (ids.size() == most)
            break;
        const ConnectionInfo &info = connection->info();
        if (info.id <= newest && (!endpoint || info.endpoint == *endpoint))
            ids.push_back(info.id);
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
    stopDialing(std::nullopt, reason);
    while (!m_connections.empty())
        m_connections.back()->reset(reason);
}

void Worker::onEnded(Connection &connection, const CloseReport &report)
{
    std::swap(m_connections[connection.index], m_connections.back());
    m_connections[connection.index]->index = connection.index;
    // Its own signal is running. No child before: a parent of thousands looks for each one it
    // loses.
    m_connections.back().release()->setParent(this);
    connection.deleteLater();
    m_connections.pop_back();
    m_byId.erase(connection.info().id);
    m_shared.open.fetch_sub(1);
    m_shared.ended.fetch_add(1);
    m_shared.batch.add(EndedEvent{connection.info(), std::make_shared<const CloseReport>(report)},
                       m_deadlines.now());
    emit ended(connection.info(), report);
}

void Worker::onTick()
{
    m_bytesIn.store(m_context.bytesIn, std::memory_order_relaxed);
    m_bytesOut.store(m_context.bytesOut, std::memory_order_relaxed);
    const qint64 lag = m_deadlines.takeWorstLag().count();
    if (lag > m_worstLag.load())
        m_worstLag.store(lag);
    m_sampler.slice(m_connections);
    if (m_shared.snapshotsWanted.load() && m_shared.batch.wantsSnapshots(m_thread))
        collectSnapshots();
}

void Worker::collectSnapshots()
{
    const std::size_t end = std::min(m_nextSnapshot + snapshotsPerTick, m_connections.size());
    for (; m_nextSnapshot < end; ++m_nextSnapshot) {
        Connection &connection = *m_connections[m_nextSnapshot];
        if (connection.takeDirty())
            m_snapshots.push_back(connection.snapshot());
    }
    if (m_nextSnapshot >= m_connections.size()
        && m_deadlines.now() - m_lastSnapshots >= snapshotInterval)
        offerSnapshots();
}

void Worker::offerSnapshots()
{
    m_nextSnapshot = 0;
    m_lastSnapshots = m_deadlines.now();
    std::erase_if(m_snapshots, [this](const ConnectionSnapshot &snapshot) {
        return !find(snapshot.info.id); // it has ended meanwhile
    });
    m_shared.batch.offer(m_thread, std::exchange(m_snapshots, {}));
}

} // namespace Teardown
