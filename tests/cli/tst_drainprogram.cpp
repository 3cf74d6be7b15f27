// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/client.h"
#include "tests/support/served.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <deque>
#include <memory>
#include <thread>
#include <vector>

namespace Teardown {

using End = Observation::End;

namespace {

constexpr int tinyBuffer = 4096;

/// What a client asks for before the drain, and how it goes on; returns what went wrong.
struct Life
{
    const char *request; ///< null: nothing
    QString (*live)(Client &);
    int receiveBuffer = 0;
};

/// Clients in threads of their own, each judging for itself whether it lost anything.
class Crowd
{
public:
    explicit Crowd(const SocketAddress &server)
        : m_server(server)
    {
    }
    ~Crowd() { join(); }
    Q_DISABLE_COPY_MOVE(Crowd)

    /// Connects \a count clients; returns when the server has begun with the request of each.
    void add(int count, const Life &life);

    /// Waits until all have ended. Returns what went wrong with any of them.
    QStringList join();

    int size() const { return static_cast<int>(m_members.size()); }

    /// The peer addresses of all.
    QStringList keys() const;

private:
    struct Member
    {
        std::unique_ptr<Client> client;
        QString problem;
        std::thread thread;
    };

    SocketAddress m_server;
    std::deque<Member> m_members;
};

void Crowd::add(int count, const Life &life)
{
    for (; count > 0; --count) {
        Member &member = m_members.emplace_back();
        member.client = std::make_unique<Client>(m_server, life.receiveBuffer);
        // Both lines travel together: who answers the first has read the second.
        if (life.request)
            member.client->line.request(QByteArray("PING begun\n") + life.request);
        member.thread
            = std::thread([&member, live = life.live] { member.problem = live(*member.client); });
    }
}

QStringList Crowd::join()
{
    QStringList problems;
    for (Member &member : m_members) {
        if (member.thread.joinable())
            member.thread.join();
        if (!member.problem.isEmpty())
            problems << member.problem;
    }
    return problems;
}

QStringList Crowd::keys() const
{
    QStringList keys;
    for (const Member &member : m_members)
        keys << member.client->peer.key();
    return keys;
}

/// Takes BYE and FIN and closes. Returns what came instead.
QString goodbye(Client &client)
{
    const Observation bye = client.line.answer();
    if (bye.bytes != "BYE drained")
        return QStringLiteral("'%1' for a goodbye, %2")
            .arg(QString::fromLatin1(bye.bytes), bye.toString());
    const Observation end = client.line.answer();
    client.peer.close();
    return end.end == End::EndOfStream ? QString() : end.toString();
}

QString worksOn(Client &client)
{
    const Observation done = client.line.answer();
    if (done.bytes != "DONE 1200")
        return QStringLiteral("no DONE: %1").arg(done.toString());
    return goodbye(client);
}

QString downloadsSlowly(Client &client)
{
    constexpr qint64 size = 8'000'000;
    constexpr qsizetype piece = 200'000;
    const Observation header = client.line.answer();
    if (header.bytes != "DATA 8000000")
        return QStringLiteral("no DATA: %1").arg(header.toString());
    for (qint64 offset = 0; offset < size; offset += piece) {
        const Observation data = client.peer.readExactly(piece);
        if (data.bytes != downloadPattern(offset, piece))
            return QStringLiteral("wrong data at %1: %2").arg(offset).arg(data.toString());
        client.peer.pause(Milliseconds(30));
    }
    return goodbye(client);
}

QString uploadsSlowly(Client &client)
{
    for (int count = 0; count < 20; ++count) {
        if (const Observation sent = client.peer.send(QByteArray(5'000, 'u')); !sent)
            return QStringLiteral("upload cut: %1").arg(sent.toString());
        client.peer.pause(Milliseconds(50));
    }
    const Observation stored = client.line.answer();
    if (!stored.bytes.startsWith("STORED 100000 sha256="))
        return QStringLiteral("no STORED: %1").arg(stored.toString());
    return goodbye(client);
}

QString sitsOutTheReset(Client &client)
{
    const Observation end = client.peer.waitForReset();
    return end.end == End::Error ? QString() : QStringLiteral("no RST: %1").arg(end.toString());
}

QString ignoresTheFin(Client &client)
{
    const Observation eof = client.peer.readToEnd();
    if (eof.end != End::EndOfStream)
        return QStringLiteral("no FIN: %1").arg(eof.toString());
    return sitsOutTheReset(client);
}

constexpr Life staysIdle{nullptr, goodbye};
constexpr Life works{"WORK 1200", worksOn};
constexpr Life downloads{"DOWNLOAD 8000000", downloadsSlowly, 64 * 1024};
constexpr Life uploads{"UPLOAD 100000", uploadsSlowly};
constexpr Life neverReads{"DOWNLOAD 50000000", sitsOutTheReset, tinyBuffer};
constexpr Life neverCloses{nullptr, ignoresTheFin};

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
    const TimePoint before = std::chrono::steady_clock::now();
    server.program().sendSignal(SIGTERM);

    const QStringList problems = honest.join() + stuck.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    QCOMPARE(server.program().waitForExit().value_or(-1), 4);
    const qint64 taken = millisecondsBetween(before, std::chrono::steady_clock::now());
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
