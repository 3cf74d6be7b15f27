// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/halfopen.h"
#include "tests/support/processfigures.h"
#include "tests/support/served.h"
#include "tests/support/vanish.h"

#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <deque>
#include <map>
#include <thread>

#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr Milliseconds betweenScans{2};
constexpr int urgentPeers = 16;

/// In a SYN scan somebody honest comes after so many.
constexpr int scansPerHonest = 50;

/// The kernel has room for more (tcp(7), tcp_max_syn_backlog and somaxconn).
constexpr int leastHalfOpen = 64;

/// Whose SYN the kernel drops waits longer (RFC 6298).
constexpr qint64 mostForVisit = 1'000; // milliseconds

constexpr const char *secret = "do-not-log-me";

void scan(const SocketAddress &server, int count)
{
    for (int done = 0; done < count; ++done) {
        RawPeer peer;
        peer.connectTo(server);
        if (done % 2 == 0)
            peer.reset();
        else
            peer.close();
        std::this_thread::sleep_for(betweenScans);
    }
}

/// Sends urgent bytes, which are data like any other here; returns what went wrong.
QString sendUrgently(const SocketAddress &server, int count)
{
    Client client(server);
    for (int sent = 0; sent < count; ++sent) {
        ::send(client.peer.descriptor(), "x", 1, MSG_OOB | MSG_NOSIGNAL);
        std::this_thread::sleep_for(betweenScans);
    }
    client.peer.send("\n");
    if (const QByteArray answer = client.line.answer().bytes; answer != "ERR unknown-command")
        return QStringLiteral("urgent bytes were answered by '%1'")
            .arg(QString::fromLatin1(answer));
    const QByteArray payload = QByteArray("ECHO ") + secret;
    if (client.line.request(payload).bytes != payload)
        return QStringLiteral("no answer after the urgent bytes");
    client.peer.close();
    return {};
}

/// A SYN scan: connections that never come to be. Somebody honest comes now and then.
class SynScan
{
public:
    explicit SynScan(const SocketAddress &server)
        : m_server(server)
    {
    }

    void run(int count)
    {
        for (int done = 1; done <= count; ++done) {
            if (!m_halfOpen.emplace_back(m_server).isPending())
                m_problems << QStringLiteral("a SYN could not be sent");
            if (done % scansPerHonest == 0)
                visit();
            std::this_thread::sleep_for(betweenScans);
        }
        m_atOnce = halfOpenConnections(m_server);
        if (m_atOnce < std::min(count, leastHalfOpen))
            m_problems << QStringLiteral("only %1 half-open connections").arg(m_atOnce);
    }

    int visits() const { return m_visits; }
    int atOnce() const { return m_atOnce; }
    qint64 slowestVisit() const { return m_slowestVisit; }
    const QStringList &problems() const { return m_problems; }

private:
    void visit()
    {
        const TimePoint begin = steadyNow();
        Client honest(m_server);
        if (honest.line.request("ECHO honest").bytes != "ECHO honest")
            m_problems << QStringLiteral("no answer during a SYN scan");
        honest.peer.close();
        ++m_visits;
        m_slowestVisit = std::max(m_slowestVisit, millisecondsBetween(begin, steadyNow()));
        if (m_slowestVisit >= mostForVisit)
            m_problems << QStringLiteral("an answer took %1 ms").arg(m_slowestVisit);
    }

    SocketAddress m_server;
    std::deque<HalfOpen> m_halfOpen;
    int m_visits = 0;
    int m_atOnce = 0;
    qint64 m_slowestVisit = 0; ///< milliseconds
    QStringList m_problems;
};

/// What is wrong with how the endings of \a connections are told. A half-open one is none.
QStringList checkRecords(const std::vector<QJsonObject> &records, int connections)
{
    QStringList wrong;
    std::map<QString, int> count;
    for (const QJsonObject &record : records) {
        ++count[record[QLatin1String("event")].toString()];
        ++count[record[QLatin1String("grade")].toString()];
        if (record[QLatin1String("event")] == QLatin1String("ended")
            && record[QLatin1String("endedBy")] != QLatin1String("peer"))
            wrong << QStringLiteral("ended by %1: %2")
                         .arg(record[QLatin1String("endedBy")].toString(),
                              record[QLatin1String("reason")].toString());
        if (QJsonDocument(record).toJson().contains(secret))
            wrong << QStringLiteral("what a peer sent is in the log");
    }
    const int ended = count[QStringLiteral("ended")];
    if (const int opened = count[QStringLiteral("opened")];
        opened != connections || ended != connections)
        wrong << QStringLiteral("of %1 connections %2 opened, %3 ended")
                     .arg(connections)
                     .arg(opened)
                     .arg(ended);
    if (count[QStringLiteral("inferred")] * inferredOneIn > std::max(ended, inferredOneIn))
        wrong << QStringLiteral("%1 inferred").arg(count[QStringLiteral("inferred")]);
    return wrong;
}

} // namespace

SoakResult SoakRows::floods(const SoakRun &run)
{
    const int scans = run.size(500, 10'000);
    SoakResult result{.size = QStringLiteral("%1 of each").arg(scans)};
    Served server;
    if (!server.isListening()) {
        result.failures << QString::fromLocal8Bit(server.program().errorOutput());
        return result;
    }
    const pid_t process = server.program().processId();
    const Milliseconds cpuBefore = ProcessFigures::cpuTime(process);
    const TimePoint begin = steadyNow();
    std::vector<std::thread> threads;
    std::vector<QString> problems(urgentPeers);
    SynScan synScan(server.address());
    threads.emplace_back([&] { scan(server.address(), scans); });
    const QString noSynScan = vanishFault();
    if (noSynScan.isEmpty())
        threads.emplace_back([&] { synScan.run(scans); });
    for (QString &problem : problems)
        threads.emplace_back(
            [&] { problem = sendUrgently(server.address(), scans / urgentPeers); });
    for (std::thread &thread : threads)
        thread.join();
    const double share = static_cast<double>((ProcessFigures::cpuTime(process) - cpuBefore).count())
        / static_cast<double>(millisecondsBetween(begin, steadyNow()));

    for (const QString &problem : problems) {
        if (!problem.isEmpty())
            result.failures << problem;
    }
    server.program().sendSignal(SIGTERM);
    if (const int code = server.program().waitForExit().value_or(-1); code != 0)
        result.failures << QStringLiteral("exit code %1").arg(code);
    result.failures << synScan.problems()
                    << checkRecords(server.program().records(),
                                    scans + urgentPeers + synScan.visits());
    if (share >= mostCpuFlooded)
        result.failures << QStringLiteral("%1 of a core").arg(share);
    result.figures = QStringLiteral("%1 % of a core, ").arg(share * 100, 0, 'f', 1);
    result.figures += noSynScan.isEmpty()
        ? QStringLiteral("%1 half-open at once, others served in %2 ms")
              .arg(synScan.atOnce())
              .arg(synScan.slowestVisit())
        : QStringLiteral("no SYN scan: %1").arg(noSynScan);
    return result;
}

} // namespace Teardown
