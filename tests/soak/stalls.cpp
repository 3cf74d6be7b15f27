// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/endpointtable.h"
#include "core/net/iothread.h"
#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/served.h"

#include <atomic>
#include <csignal>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

using namespace std::chrono_literals;
using End = Observation::End;

constexpr Milliseconds interval = 300ms;
constexpr Milliseconds timeout = 1s;
constexpr Milliseconds stall = 3s; ///< longer than the timeout

/// A dead peer must be found within this time once all runs again: the machine may be busy.
constexpr Milliseconds afterwards = 10s;

constexpr Milliseconds slice = 50ms;

/// Peers who answer every PING, but for a few who are dead; all can be made to stand still.
class Peers
{
public:
    Peers(const SocketAddress &server, int honest, int dead)
    {
        for (int count = 0; count < honest + dead; ++count) {
            Peer &peer = m_peers.emplace_back();
            peer.isDead = count >= honest;
            peer.client = std::make_unique<Client>(server);
        }
        for (Peer &peer : m_peers) {
            if (!peer.isDead)
                peer.thread = std::thread([this, &peer] { live(peer); });
        }
    }
    ~Peers() { stop(); }
    Q_DISABLE_COPY_MOVE(Peers)

    void standStill(bool still) { m_still = still; }

    void stop()
    {
        m_over = true;
        for (Peer &peer : m_peers) {
            if (peer.thread.joinable())
                peer.thread.join();
        }
    }

    /// Waits until the dead are found, and longer than a healthy one would need to be taken for
    /// dead. What is wrong, when \a reasonOf tells by a peer's key why its connection has ended
    /// (empty: it has not).
    QStringList judge(const std::function<QString(const QString &key)> &reasonOf) const
    {
        const TimePoint until = steadyNow() + afterwards;
        std::this_thread::sleep_for(2 * timeout);
        QStringList wrong;
        for (const Peer &peer : m_peers) {
            const QString key = peer.client->peer.key();
            while (peer.isDead && reasonOf(key).isEmpty() && steadyNow() < until)
                std::this_thread::sleep_for(slice);
            const QString reason = reasonOf(key);
            if (!peer.isDead && !reason.isEmpty())
                wrong << QStringLiteral("a healthy one ended: %1").arg(reason);
            if (peer.isDead && reason != QLatin1String("heartbeat-timeout"))
                wrong << QStringLiteral("a dead one: %1")
                             .arg(reason.isEmpty() ? QStringLiteral("not found") : reason);
        }
        return wrong;
    }

private:
    struct Peer
    {
        std::unique_ptr<Client> client;
        bool isDead = false;
        std::thread thread;
    };

    void live(const Peer &peer) const
    {
        while (!m_over) {
            if (m_still)
                std::this_thread::sleep_for(slice);
            else if (peer.client->line.stayIdle(slice).end != End::TimeLimit)
                return;
        }
    }

    std::deque<Peer> m_peers;
    std::atomic<bool> m_still = false;
    std::atomic<bool> m_over = false;
};

QStringList stopTheProgram(int honest, int dead, bool peersToo)
{
    Served server({QStringLiteral("--heartbeat"),
                   QStringLiteral("%1ms").arg(interval.count()),
                   QStringLiteral("--heartbeat-timeout"),
                   QStringLiteral("%1ms").arg(timeout.count())});
    if (!server.isListening())
        return {QString::fromLocal8Bit(server.program().errorOutput())};
    Peers peers(server.address(), honest, dead);
    peers.standStill(peersToo);
    server.program().sendSignal(SIGSTOP);
    std::this_thread::sleep_for(stall);
    server.program().sendSignal(SIGCONT);
    peers.standStill(false);
    const QStringList wrong = peers.judge([&](const QString &key) {
        const std::vector<QJsonObject> ended = server.program().endedOf(key);
        return ended.empty() ? QString() : ended.front()[QLatin1String("reason")].toString();
    });
    peers.stop();
    return wrong;
}

/// A slot that does not return holds up the whole I/O thread.
QStringList blockTheThread(int honest, int dead)
{
    SharedState shared;
    shared.cap = 1'000;
    std::vector<std::unique_ptr<IoThread>> threads;
    threads.push_back(std::make_unique<IoThread>(std::size_t{0}, shared, true));
    EndpointTable endpoints(threads, shared);
    const SocketAddress any{QHostAddress(QHostAddress::LocalHost), 0};
    const auto listening = endpoints.listen(
        {.address = any, .settings = {.heartbeat = interval, .heartbeatTimeout = timeout}});
    if (!listening)
        return {listening.error()};
    Peers peers({any.address, listening->port}, honest, dead);
    threads.front()->post([] { std::this_thread::sleep_for(stall); });
    std::this_thread::sleep_for(stall);

    std::map<QString, QString> reasons;
    const QStringList wrong = peers.judge([&](const QString &key) {
        for (const Event &event : shared.batch.take().events) {
            if (const auto *ended = std::get_if<EndedEvent>(&event.body))
                reasons[connectionKey(ended->info.peer.toString())]
                    = token(ended->report->verdict.reason);
        }
        const auto found = reasons.find(key);
        return found == reasons.end() ? QString() : found->second;
    });
    peers.stop();
    return wrong;
}

} // namespace

SoakResult SoakRows::stalls(const SoakRun &run)
{
    const int rounds = run.size(1, 20);
    const int honest = run.full ? 195 : 38;
    const int dead = run.full ? 5 : 2;
    SoakResult result{.size = QStringLiteral("%1 x 3 x %2 peers").arg(rounds).arg(honest + dead)};
    for (int round = 0; round < rounds; ++round) {
        result.failures << stopTheProgram(honest, dead, false) << stopTheProgram(honest, dead, true)
                        << blockTheThread(honest, dead);
    }
    return result;
}

} // namespace Teardown
