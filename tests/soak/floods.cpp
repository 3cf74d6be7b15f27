// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/processfigures.h"
#include "tests/support/served.h"

#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <map>
#include <thread>

#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr double mostCpuFlooded = 0.25; ///< of a core
constexpr Milliseconds betweenScans{2};
constexpr int urgentPeers = 16;
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

/// What is wrong with how the endings are told.
QStringList checkRecords(const std::vector<QJsonObject> &records)
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
    if (count[QStringLiteral("opened")] != ended)
        wrong << QStringLiteral("%1 opened, %2 ended")
                     .arg(count[QStringLiteral("opened")])
                     .arg(ended);
    if (count[QStringLiteral("inferred")] * inferredOneIn > std::max(ended, inferredOneIn))
        wrong << QStringLiteral("%1 inferred").arg(count[QStringLiteral("inferred")]);
    return wrong;
}

} // namespace

SoakResult SoakRows::floods(const SoakRun &run)
{
    const int scans = run.size(500, 10'000);
    SoakResult result{.size = QStringLiteral("%1 scans, as many URG").arg(scans)};
    Served server;
    if (!server.isListening()) {
        result.failures << QString::fromLocal8Bit(server.program().errorOutput());
        return result;
    }
    const pid_t process = server.program().processId();
    const Milliseconds cpuBefore = ProcessFigures::cpuTime(process);
    const TimePoint begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    std::vector<QString> problems(urgentPeers);
    threads.emplace_back([&] { scan(server.address(), scans); });
    for (QString &problem : problems)
        threads.emplace_back(
            [&] { problem = sendUrgently(server.address(), scans / urgentPeers); });
    for (std::thread &thread : threads)
        thread.join();
    const double share = static_cast<double>((ProcessFigures::cpuTime(process) - cpuBefore).count())
        / static_cast<double>(millisecondsBetween(begin, std::chrono::steady_clock::now()));

    for (const QString &problem : problems) {
        if (!problem.isEmpty())
            result.failures << problem;
    }
    server.program().sendSignal(SIGTERM);
    if (const int code = server.program().waitForExit().value_or(-1); code != 0)
        result.failures << QStringLiteral("exit code %1").arg(code);
    result.failures << checkRecords(server.program().records());
    if (share >= mostCpuFlooded)
        result.failures << QStringLiteral("%1 of a core").arg(share);
    result.figures = QStringLiteral("%1 % of a core").arg(share * 100, 0, 'f', 1);
    return result;
}

} // namespace Teardown
