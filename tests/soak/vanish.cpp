// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/vanish.h"

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/served.h"

#include <deque>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

/// What the deadlines may be late by: their tick, and a busy machine.
constexpr qint64 findingSlack = 400; // milliseconds

/// A peer up to the moment when it vanishes, and what has to follow.
struct Vanishing
{
    const char *name;
    QStringList options;
    int receiveBuffer;
    void (*prepare)(Client &client);
    const char *reason;
    qint64 timeout; ///< milliseconds until it must be found
};

QStringList words(const char *options)
{
    return QString::fromLatin1(options).split(QLatin1Char(' '));
}

void staysIdle(Client &)
{
}

void downloads(Client &client)
{
    client.line.send("DOWNLOAD 50000000");
    client.peer.readExactly(1'000);
}

void seesTheFin(Client &client)
{
    client.line.send("QUIT");
    client.peer.readToEnd();
}

void halfClosesWhileOwed(Client &client)
{
    client.line.send("WORK 300");
    client.peer.shutdownWrite();
    client.peer.pause(Milliseconds(50));
}

const std::vector<Vanishing> &cases()
{
    static const std::vector<Vanishing> all{
        {"idle, heartbeat",
         words("--heartbeat 500ms --heartbeat-timeout 2s"),
         0,
         staysIdle,
         "heartbeat-timeout",
         2'000},
        // One second of silence, then three probes, a second apart.
        {"idle, kernel keepalive",
         words("--heartbeat off --keepalive 1s"),
         0,
         staysIdle,
         "kernel-timeout",
         4'500},
        {"with data, write deadline",
         words("--heartbeat off --write-deadline 2s"),
         4'096,
         downloads,
         "write-deadline",
         2'250},
        // The kernel looks when it retransmits, at intervals that double.
        {"with data, user timeout",
         words("--heartbeat off --write-deadline off --user-timeout 2s"),
         4'096,
         downloads,
         "kernel-timeout",
         4'000},
        {"lingering",
         words("--linger-idle 2s --linger-total 4s"),
         0,
         seesTheFin,
         "linger-timeout",
         2'000},
        {"half closed, an answer owed",
         words("--write-deadline 2s"),
         0,
         halfClosesWhileOwed,
         "write-deadline",
         300 + 2'250},
    };
    return all;
}

QStringList vanishFrom(const Vanishing &how, int peers)
{
    Served server(how.options);
    if (!server.isListening())
        return {QString::fromLocal8Bit(server.program().errorOutput())};
    QStringList failures;
    std::deque<Client> clients;
    std::vector<qint64> ages; // milliseconds from connecting to vanishing
    for (int count = 0; count < peers; ++count) {
        const TimePoint begin = steadyNow();
        Client &client = clients.emplace_back(server.address(), how.receiveBuffer);
        how.prepare(client);
        if (!Teardown::vanish(client.peer.descriptor()))
            return {QStringLiteral("%1: it could not vanish").arg(QLatin1String(how.name))};
        ages.push_back(millisecondsBetween(begin, steadyNow()));
    }
    for (std::size_t index = 0; index < clients.size(); ++index) {
        const auto ended = server.program().waitForEnded(clients[index].peer.key());
        const QString reason
            = ended ? (*ended)[QLatin1String("reason")].toString() : QStringLiteral("no end");
        const qint64 found
            = ended ? (*ended)[QLatin1String("durationMs")].toInteger() - ages[index] : 0;
        if (reason != QLatin1String(how.reason))
            failures << QStringLiteral("%1: %2").arg(QLatin1String(how.name), reason);
        else if (found > how.timeout + findingSlack)
            failures
                << QStringLiteral("%1: found after %2 ms").arg(QLatin1String(how.name)).arg(found);
    }
    return failures;
}

} // namespace

SoakResult SoakRows::vanish(const SoakRun &run)
{
    const int peers = run.size(10, 50);
    SoakResult result{.size = QStringLiteral("%1 x %2 peers").arg(cases().size()).arg(peers)};
    result.skipped = vanishFault();
    if (!result.skipped.isEmpty())
        return result;
    std::vector<std::thread> threads;
    std::vector<QStringList> failures(cases().size());
    for (std::size_t index = 0; index < cases().size(); ++index)
        threads.emplace_back([&, index] { failures[index] = vanishFrom(cases()[index], peers); });
    for (std::thread &thread : threads)
        thread.join();
    for (const QStringList &some : failures)
        result.failures << some;
    return result;
}

} // namespace Teardown
