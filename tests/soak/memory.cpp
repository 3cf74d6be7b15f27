// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/processfigures.h"
#include "tests/support/served.h"

#include <atomic>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

constexpr qint64 kibi = 1024;
constexpr qint64 mebi = 1024 * kibi;
constexpr qint64 mostGrowth = 5 * mebi;

/// One connection with full queues: 1 MiB to send, and as much again twice while that grows.
constexpr qint64 mostForAFlood = 8 * mebi;
constexpr qint64 mostPerIdle = 8 * kibi;
constexpr qint64 flood = 300'000'000;
constexpr Milliseconds floodLimit{3'000};
constexpr Milliseconds settling{1'000};
constexpr int connectors = 8;

/// Before the first look, so that what grows once has grown.
constexpr int warmUp = 1'000;

/// Waits until the server has as few descriptors as \a wanted. False when it never does.
bool settles(pid_t server, int wanted)
{
    const TimePoint until = steadyNow() + ProgramRunner::defaultLimit;
    while (ProcessFigures::descriptors(server) > wanted) {
        if (steadyNow() > until)
            return false;
        std::this_thread::sleep_for(Milliseconds(20));
    }
    return true;
}

/// By how much \a act makes the server grow for longer than its events are on their way, in bytes.
qint64 growth(pid_t server, const std::function<void()> &act)
{
    const qint64 before = ProcessFigures::residentBytes(server);
    act();
    std::this_thread::sleep_for(settling);
    return ProcessFigures::residentBytes(server) - before;
}

/// It may not read on: we are not taking our answer.
void floodAPausedReader(const SocketAddress &server)
{
    Client client(server, 4096);
    client.line.send("DOWNLOAD 50000000");
    client.peer.waitUntilFull();
    const QByteArray piece(1'000'000, '\n');
    for (qint64 sent = 0; sent < flood; sent += piece.size()) {
        if (!client.peer.send(piece, floodLimit))
            break;
    }
    client.peer.reset();
}

void askForAFloodAndNeverRead(const SocketAddress &server)
{
    Client client(server, 4096);
    client.line.send("DOWNLOAD " + QByteArray::number(flood));
    client.peer.waitUntilFull();
    client.peer.reset();
}

void connectAndClose(const SocketAddress &server, int count)
{
    std::atomic<int> left = count;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < connectors; ++thread) {
        threads.emplace_back([&] {
            while (left-- > 0) {
                Client client(server);
                client.peer.shutdownWrite();
                client.peer.readToEnd();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

qint64 bytesPerIdle(pid_t process, const SocketAddress &server, int count)
{
    std::deque<Client> idle;
    return growth(process,
                  [&] {
                      while (idle.size() < static_cast<std::size_t>(count))
                          idle.emplace_back(server);
                  })
        / count;
}

} // namespace

SoakResult SoakRows::memory(const SoakRun &run)
{
    const int idle = run.full ? 10'000 : 500;
    const int connections = run.size(3'000, 1'000'000);
    SoakResult result{.size = QStringLiteral("%1 idle, %2 in turn").arg(idle).arg(connections)};
    ServedToFile server(QStringLiteral("/dev/null"),
                        QStringLiteral("127.0.0.1:0"),
                        {QStringLiteral("--max-connections"), QStringLiteral("20000")});
    if (server.address().isNull()) {
        result.failures << QString::fromLocal8Bit(server.program().errorOutput());
        return result;
    }
    const pid_t process = server.program().processId();
    const SocketAddress &address = server.address();
    const int descriptors = ProcessFigures::descriptors(process);
    const auto check = [&](const QString &what, qint64 grown, qint64 most) {
        result.figures += QStringLiteral("%1 %2 KiB; ").arg(what).arg(grown / kibi);
        if (grown > most)
            result.failures << QStringLiteral("%1: it grew by %2 KiB").arg(what).arg(grown / kibi);
        if (!settles(process, descriptors))
            result.failures << QStringLiteral("%1: descriptors stay open").arg(what);
    };

    connectAndClose(address, warmUp);
    check(QStringLiteral("an idle one"), bytesPerIdle(process, address, idle), mostPerIdle);
    check(QStringLiteral("paused reader"),
          growth(process, [&] { floodAPausedReader(address); }),
          mostForAFlood);
    check(QStringLiteral("never reads"),
          growth(process, [&] { askForAFloodAndNeverRead(address); }),
          mostForAFlood);
    check(QStringLiteral("in turn"),
          growth(process, [&] { connectAndClose(address, connections); }),
          mostGrowth);
    return result;
}

} // namespace Teardown
