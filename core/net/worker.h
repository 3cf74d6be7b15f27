// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"
#include "core/net/deadlines.h"
#include "core/net/sampler.h"
#include "core/net/sharedstate.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace Teardown {

/// The connections of one I/O thread. Lives there; only the counters may be read from elsewhere.
class Worker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Worker)

public:
    /// Snapshots are offered this often, or as often as all of them can be made.
    static constexpr Milliseconds snapshotInterval{100};

    /// Connections looked at for snapshots on one tick.
    static constexpr std::size_t snapshotsPerTick = 1000;

    /// Clients that start to connect in one pass of the loop.
    static constexpr int dialsPerPass = 100;

    /// Made in its thread. \a thread counts from 0.
    Worker(std::size_t thread, SharedState &shared);
    ~Worker() override;

    /// Takes an accepted descriptor, or resets it when the cap is reached.
    void adopt(int descriptor,
               const SocketAddress &peer,
               const std::shared_ptr<const EndpointConfig> &endpoint);

    /// Clients that are to connect.
    struct DialOrder
    {
        HostAndPort target;
        int count = 0;
        std::optional<Milliseconds> hold; ///< see ConnectSpec
        std::shared_ptr<const EndpointConfig> endpoint;
    };

    /// Starts the clients of \a order, in slices.
    void dial(DialOrder order);

    /// Starts no more clients of one endpoint, or of any; those still to come are rejected for
    /// \a reason.
    void stopDialing(std::optional<EndpointId> endpoint, Reason reason);

    /// Tells the main thread that a client or accepted peer was refused.
    void
    reject(EndpointId endpoint, const SocketAddress &peer, Reason reason = Reason::LimitRejected);

    Connection *find(ConnectionId id) const;

    /// Those of one endpoint, or all, that are no newer than \a newest, at most \a most of them. In
    /// order of age.
    std::vector<ConnectionId>
    connections(std::optional<EndpointId> endpoint,
                ConnectionId newest = std::numeric_limits<ConnectionId>::max(),
                std::size_t most = std::numeric_limits<std::size_t>::max()) const;

    /// From here on the snapshots of these connections, and of no others, carry their history.
    void watch(const std::vector<ConnectionId> &connections);

    /// Resets all that is left, now, and starts no more clients.
    void resetAll(Reason reason);

    bool endGateWorks() const { return m_context.endGateWorks; }

    // Counters, for any thread.

    quint64 bytesIn() const { return m_bytesIn.load(std::memory_order_relaxed); }
    quint64 bytesOut() const { return m_bytesOut.load(std::memory_order_relaxed); }

    /// The longest the loop was held up since the last call.
    std::chrono::nanoseconds takeWorstLag()
    {
        return std::chrono::nanoseconds(m_worstLag.exchange(0));
    }

signals:
    /// After a connection of this thread has ended and is no longer found.
    void ended(const Teardown::ConnectionInfo &info, const Teardown::CloseReport &report);

private:
    Connection &add(const std::shared_ptr<const EndpointConfig> &endpoint);
    void dialSlice();
    void dialOne(const DialOrder &order);
    void openConnection(Connection &connection,
                        int descriptor,
                        const SocketAddress &peer,
                        const EndpointConfig &endpoint);
    void onEnded(Connection &connection, const CloseReport &report);
    void onTick();
    void collectSnapshots();
    void offerSnapshots();

    SteadyClock m_clock;
    Deadlines m_deadlines;
    SharedState &m_shared;
    ThreadContext m_context;
    Sampler m_sampler;
    std::size_t m_thread;
    std::vector<std::unique_ptr<Connection>> m_connections; ///< in no order; children once ended
    std::unordered_map<ConnectionId, Connection *> m_byId;
    std::vector<ConnectionId> m_watched;
    std::vector<DialOrder> m_orders; ///< the first one's turn it is
    QTimer m_dialTimer; ///< runs while there are orders
    std::vector<ConnectionSnapshot> m_snapshots; ///< those of this round so far
    std::size_t m_nextSnapshot
        = 0; ///< in m_connections; who is moved before it waits for the next round
    TimePoint m_lastSnapshots;
    std::atomic<quint64> m_bytesIn{0};
    std::atomic<quint64> m_bytesOut{0};
    std::atomic<qint64> m_worstLag{0};
};

} // namespace Teardown
