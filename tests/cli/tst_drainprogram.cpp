// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/crowd.h"
#include "tests/support/served.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <memory>
#include <vector>

namespace Teardown {

using namespace Lives;
using End = Observation::End;

namespace {

/// The first drain record of that stage.
std::optional<QJsonObject> waitForStage(ProgramRunner &program, const char *stage)
{
    return program.waitFor([stage](const QJsonObject &record) {
        return record[QLatin1String("event")] == QLatin1String("drain")
            && record[QLatin1String("stage")] == QLatin1String(stage);
    });
}

} // namespace

/// How the program ends at a signal: the drain seen from outside.
class tst_DrainProgram : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void nobody_isNoReasonToWait();
    void honestClients_loseNothing_data();
    void honestClients_loseNothing();
    void stuckClients_areResetAndCounted();
    void unansweredFin_isForced();
    void peersThatReset_areNeitherOrderlyNorForced();
    void drainWithoutADeadline_waitsForTheSecondSignal();
    void newClients_areRefused();
    void waitingClients_areServed();
    void secondSignal_endsAtOnce_data();
    void secondSignal_endsAtOnce();
};

void tst_DrainProgram::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_DrainProgram::nobody_isNoReasonToWait()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    server.program().sendSignal(SIGTERM);
    QCOMPARE(server.program().waitForExit(Milliseconds(3'000)).value_or(-1), 0);
    QVERIFY(waitForStage(server.program(), "drained"));
}

void tst_DrainProgram::honestClients_loseNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_DrainProgram::honestClients_loseNothing()
{
    QFETCH(const int, signal);
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Crowd crowd(server.address());
    crowd.add(20, staysIdle);
    crowd.add(10, works);
    crowd.add(5, downloads);
    crowd.add(5, uploads);
    server.program().sendSignal(signal);

    const QStringList problems = crowd.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);

    for (const QString &key : crowd.keys()) {
        const auto ended = server.program().endedOf(key);
        QCOMPARE(ended.size(), 1u);
        QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("drained"));
        QCOMPARE(ended.front()[QLatin1String("endedBy")].toString(), QStringLiteral("local"));
        QCOMPARE(ended.front()[QLatin1String("wire")].toString(), QStringLiteral("fin"));
        QCOMPARE(ended.front()[QLatin1String("undelivered")].toInteger(-1), 0);
        QCOMPARE(ended.front()[QLatin1String("truncated")].toBool(true), false);
    }
    const auto draining = waitForStage(server.program(), "draining");
    QVERIFY(draining);
    QCOMPARE((*draining)[QLatin1String("total")].toInt(), crowd.size());
    const auto drained = waitForStage(server.program(), "drained");
    QVERIFY(drained);
    QCOMPARE((*drained)[QLatin1String("open")].toInt(-1), 0);
    QCOMPARE((*drained)[QLatin1String("orderly")].toInt(), crowd.size());
    QCOMPARE((*drained)[QLatin1String("forced")].toInt(-1), 0);
    QVERIFY(!waitForStage(server.program(), "forcing"));
}

void tst_DrainProgram::stuckClients_areResetAndCounted()
{
    Served server({QStringLiteral("--drain-deadline"), QStringLiteral("3s")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Crowd honest(server.address());
    honest.add(5, staysIdle);
    honest.add(5, works);
    honest.add(3, downloads);
    Crowd stuck(server.address());
    stuck.add(4, neverReads);
    stuck.add(4, neverCloses);
    const TimePoint before = steadyNow();
    server.program().sendSignal(SIGTERM);

    const QStringList problems = honest.join() + stuck.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    QCOMPARE(server.program().waitForExit().value_or(-1), 4);
    const qint64 taken = millisecondsBetween(before, steadyNow());
    QVERIFY2(taken >= 3'000 && taken < 4'000, qPrintable(QString::number(taken)));

    for (const QString &key : honest.keys()) {
        const auto ended = server.program().endedOf(key);
        QCOMPARE(ended.size(), 1u);
        QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("drained"));
    }
    qint64 undelivered = 0;
    for (const QString &key : stuck.keys()) {
        const auto ended = server.program().endedOf(key);
        QCOMPARE(ended.size(), 1u);
        QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("drain-forced"));
        QCOMPARE(ended.front()[QLatin1String("endedBy")].toString(), QStringLiteral("local"));
        QCOMPARE(ended.front()[QLatin1String("wire")].toString(), QStringLiteral("rst"));
        undelivered += ended.front()[QLatin1String("undelivered")].toInteger();
    }
    QVERIFY(undelivered > 0);
    const auto heldUp = server.program().waitFor([](const QJsonObject &record) {
        return record[QLatin1String("stage")] == QLatin1String("progress")
            && !record[QLatin1String("holdups")].toArray().isEmpty();
    });
    QVERIFY(heldUp);
    const QJsonObject holdup = (*heldUp)[QLatin1String("holdups")].toArray().first().toObject();
    QVERIFY(holdup[QLatin1String("id")].toInteger() > 0);
    QVERIFY(!holdup[QLatin1String("why")].toString().isEmpty());
    QVERIFY(waitForStage(server.program(), "forcing"));
    const auto drained = waitForStage(server.program(), "drained");
    QVERIFY(drained);
    QCOMPARE((*drained)[QLatin1String("total")].toInt(), honest.size() + stuck.size());
    QCOMPARE((*drained)[QLatin1String("orderly")].toInt(), honest.size());
    QCOMPARE((*drained)[QLatin1String("forced")].toInt(), stuck.size());
    QCOMPARE((*drained)[QLatin1String("undelivered")].toInteger(), undelivered);
}

void tst_DrainProgram::unansweredFin_isForced()
{
    Served server({QStringLiteral("--linger-idle"), QStringLiteral("300ms")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    const Client silent(server.address());
    server.program().sendSignal(SIGTERM);
    QCOMPARE(server.program().waitForExit().value_or(-1), 4);
    const auto ended = server.program().endedOf(silent.peer.key());
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("linger-timeout"));
    const auto drained = waitForStage(server.program(), "drained");
    QVERIFY(drained);
    QCOMPARE((*drained)[QLatin1String("forced")].toInt(-1), 1);
    QCOMPARE((*drained)[QLatin1String("orderly")].toInt(-1), 0);
}

void tst_DrainProgram::peersThatReset_areNeitherOrderlyNorForced()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client rude(server.address());
    QCOMPARE(rude.line.request("PING begun\nWORK 4000").bytes, "PONG begun");
    Client polite(server.address());
    server.program().sendSignal(SIGTERM);
    QVERIFY(rude.peer.readLine().bytes.startsWith("GOAWAY drain "));
    rude.peer.reset();
    QCOMPARE(goodbye(polite), QString());
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
    const auto drained = waitForStage(server.program(), "drained");
    QVERIFY(drained);
    QCOMPARE((*drained)[QLatin1String("orderly")].toInt(-1), 1);
    QCOMPARE((*drained)[QLatin1String("forced")].toInt(-1), 0);
    QCOMPARE((*drained)[QLatin1String("otherwise")].toInt(-1), 1);
}

void tst_DrainProgram::drainWithoutADeadline_waitsForTheSecondSignal()
{
    Served server({QStringLiteral("--drain-deadline"),
                   QStringLiteral("off"),
                   QStringLiteral("--linger-idle"),
                   QStringLiteral("off"),
                   QStringLiteral("--linger-total"),
                   QStringLiteral("off")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client silent(server.address());
    server.program().sendSignal(SIGTERM);
    QCOMPARE(silent.peer.readLine().bytes, "GOAWAY drain deadline-ms=off");
    const auto progress = waitForStage(server.program(), "progress");
    QVERIFY(progress);
    QCOMPARE((*progress)[QLatin1String("remainingMs")], QJsonValue(QJsonValue::Null));
    QVERIFY(!server.program().waitForExit(Milliseconds(500)));

    server.program().sendSignal(SIGTERM);
    QCOMPARE(server.program().waitForExit().value_or(-1), 128 + SIGTERM);
    const auto ended = server.program().endedOf(silent.peer.key());
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("drain-forced"));
}

void tst_DrainProgram::newClients_areRefused()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client busy(server.address());
    QCOMPARE(busy.line.request("PING begun\nWORK 4000").bytes, "PONG begun");
    server.program().sendSignal(SIGTERM);
    QVERIFY(busy.peer.readLine().bytes.startsWith("GOAWAY drain "));

    RawPeer late;
    const Observation refused = late.connectTo(server.address(), 0, Milliseconds(2'500));
    QCOMPARE(refused.end, End::Error);
    QCOMPARE(refused.error, ECONNREFUSED);
    QVERIFY(!server.program().waitForExit(Milliseconds(0)));

    QCOMPARE(busy.line.answer().bytes, "DONE 4000");
    QCOMPARE(goodbye(busy), QString());
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
}

void tst_DrainProgram::waitingClients_areServed()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    // A stopped program accepts nobody; the kernel completes the handshakes meanwhile.
    server.program().sendSignal(SIGSTOP);
    std::vector<std::unique_ptr<RawPeer>> waiting;
    for (int count = 0; count < 40; ++count) {
        auto peer = std::make_unique<RawPeer>();
        QVERIFY(peer->connectTo(server.address()));
        if (count % 2 == 0)
            QVERIFY(peer->send("ECHO hello\n"));
        waiting.push_back(std::move(peer));
    }
    server.program().sendSignal(SIGTERM);
    server.program().sendSignal(SIGCONT);
    for (const auto &peer : waiting) {
        const Observation seen = peer->readToEnd();
        QVERIFY2(seen.end == End::EndOfStream, qPrintable(seen.toString()));
        QVERIFY(seen.bytes.startsWith("HELLO teardown/1 "));
        QVERIFY(seen.bytes.endsWith("BYE drained\n"));
        peer->close();
    }
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
    for (const auto &peer : waiting)
        QCOMPARE(server.program().endedOf(peer->key()).size(), 1u);
}

void tst_DrainProgram::secondSignal_endsAtOnce_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("SIGTERM twice") << SIGTERM << SIGTERM;
    QTest::newRow("SIGINT twice") << SIGINT << SIGINT;
    QTest::newRow("SIGTERM, then SIGINT") << SIGTERM << SIGINT;
}

void tst_DrainProgram::secondSignal_endsAtOnce()
{
    QFETCH(const int, first);
    QFETCH(const int, second);
    Served server({QStringLiteral("--drain-deadline"), QStringLiteral("60s")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Crowd stuck(server.address());
    stuck.add(3, neverReads);
    stuck.add(3, neverCloses);
    server.program().sendSignal(first);
    QVERIFY(waitForStage(server.program(), "draining"));
    QVERIFY(!server.program().waitForExit(Milliseconds(300)));
    server.program().sendSignal(second);

    QCOMPARE(server.program().waitForExit(Milliseconds(3'000)).value_or(-1), 128 + second);
    QVERIFY(waitForStage(server.program(), "forcing")); // the drain did it, not its time limit
    const QStringList problems = stuck.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    for (const QString &key : stuck.keys()) {
        const auto ended = server.program().endedOf(key);
        QCOMPARE(ended.size(), 1u);
        QCOMPARE(ended.front()[QLatin1String("reason")].toString(), QStringLiteral("drain-forced"));
    }
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_DrainProgram)
#include "tst_drainprogram.moc"
