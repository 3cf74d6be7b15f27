// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

namespace Teardown {

using namespace std::chrono_literals;

/// How the end of a connection is judged: who, how, why, and in which phase.
class tst_ConnectionEnd : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void peersFin_isServedToTheEnd();
    void end_isJudged_data();
    void end_isJudged();
    void failedConnect_isJudged_data();
    void failedConnect_isJudged();
    void connecting_canBeGivenUp();
    void withoutTheGate_verdictIsUnknown_data();
    void withoutTheGate_verdictIsUnknown();
    void withoutTheGate_noOldSampleIsALoss();
};

void tst_ConnectionEnd::peersFin_isServedToTheEnd()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send("request");
    connection.peer.shutdownWrite();
    QTRY_COMPARE(connection->state(), ConnectionState::PeerHalfClosed);
    QVERIFY(!connection->inputEnded());
    QCOMPARE(connection->snapshot().phase, Phase::HalfClosed);
    QCOMPARE(connection->read(100), "request");
    QVERIFY(connection->inputEnded());
    QVERIFY(connection->send("answer"));
    connection->close(Reason::PeerClosed);
    QCOMPARE(meanwhile([&] { return connection.peer.readToEnd(); }).bytes, "answer");
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer fin peer-closed observed");
    QCOMPARE(connection.report().bytesIn, 7);
    QCOMPARE(connection.report().bytesOut, 6);
    QCOMPARE(connection.report().undelivered, 0);
    QVERIFY(!connection.report().truncated);
}

void tst_ConnectionEnd::end_isJudged_data()
{
    using Act = void (*)(ConnectionFixture &);
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("phase");
    const auto row = [](const char *name, Act act, const char *verdict, const char *phase) {
        QTest::newRow(name) << act << QString::fromLatin1(verdict) << QString::fromLatin1(phase);
    };
    using F = ConnectionFixture;
    row(
        "the peer closes", [](F &f) { f.peer.close(); }, "peer fin peer-closed observed", "idle");
    row(
        "the peer resets", [](F &f) { f.peer.reset(); }, "peer rst peer-reset observed", "idle");
    row(
        "the peer resets while we owe it an answer",
        [](F &f) {
            f.script.isBusy = true;
            f.peer.reset();
        },
        "peer rst peer-reset observed",
        "active");
    row(
        "the peer closes with something unread",
        [](F &f) {
            f->send("unread");
            meanwhile([&] { return f.peer.waitForUnread(6); });
            f.peer.close();
        },
        "peer rst peer-reset observed",
        "idle");
    row(
        "the peer half closes, then resets",
        [](F &f) {
            f.script.readable = [](Connection &) {
            };
            f.peer.shutdownWrite();
            QTRY_COMPARE(f->state(), ConnectionState::PeerHalfClosed);
            f.peer.reset();
        },
        "peer fin-then-rst peer-closed-then-reset observed",
        "half-closed");
    row(
        "we close, then the peer",
        [](F &f) {
            f->close(Reason::LocalClose);
            f.peer.close();
        },
        "local fin local-close observed",
        "idle");
    row(
        "we close, the peer resets",
        [](F &f) {
            f->close(Reason::LocalClose);
            f.peer.reset();
        },
        "peer rst peer-reset observed",
        "lingering");
    row(
        "we drain, then the peer closes",
        [](F &f) {
            f->drain(f->now() + 10s);
            f.peer.close();
        },
        "local fin drained observed",
        "draining");
    row(
        "we reset",
        [](F &f) { f->reset(Reason::LocalReset); },
        "local rst local-reset observed",
        "idle");
}

void tst_ConnectionEnd::end_isJudged()
{
    using Act = void (*)(ConnectionFixture &);
    QFETCH(const Act, act);
    QFETCH(const QString, verdict);
    QFETCH(const QString, phase);
    ConnectionFixture connection;
    connection.open();
    act(connection);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), verdict);
    QCOMPARE(QString(token(connection.report().phase)), phase);
}

void tst_ConnectionEnd::failedConnect_isJudged_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("reason");
    QTest::newRow("refused") << ECONNREFUSED << QStringLiteral("connect-refused");
    QTest::newRow("unreachable") << EHOSTUNREACH << QStringLiteral("connect-failed");
    QTest::newRow("the kernel's time") << ETIMEDOUT << QStringLiteral("connect-timeout");
    QTest::newRow("no address") << 0 << QStringLiteral("name-not-found");
}

void tst_ConnectionEnd::failedConnect_isJudged()
{
    QFETCH(const int, error);
    QFETCH(const QString, reason);
    ConnectionFixture connection({}, Role::Client);
    connection->startConnectDeadline();
    connection->failConnect(error);
    connection->failConnect(error);
    QCOMPARE(connection.reports.size(), 1);
    QCOMPARE(QString(token(connection.report().verdict.reason)), reason);
    QCOMPARE(connection.report().phase, Phase::Connecting);
    QCOMPARE(connection.report().error, error);
}

void tst_ConnectionEnd::connecting_canBeGivenUp()
{
    ConnectionFixture closed({}, Role::Client);
    closed->halfClose(); // nothing to shut yet
    QCOMPARE(closed->state(), ConnectionState::Connecting);
    closed->closeWhenIdle(Reason::LocalClose);
    QCOMPARE(tokens(closed.report().verdict), u"local none local-close observed");
    ConnectionFixture reset({}, Role::Client);
    reset->reset(Reason::LocalReset);
    QCOMPARE(tokens(reset.report().verdict), u"local none local-reset observed");
    QCOMPARE(count(reset.report(), What::RstSent), 0);
    ConnectionFixture drained({}, Role::Client);
    drained->drain(drained->now() + 10s);
    QCOMPARE(tokens(drained.report().verdict), u"local none drained observed");
}

void tst_ConnectionEnd::withoutTheGate_verdictIsUnknown_data()
{
    QTest::addColumn<bool>("isOff");
    QTest::newRow("switched off") << true;
    QTest::newRow("does not work here") << false;
}

void tst_ConnectionEnd::withoutTheGate_verdictIsUnknown()
{
    QFETCH(const bool, isOff);
    ConnectionSettings settings;
    settings.endGate = !isOff;
    for (const bool resets : {false, true}) {
        ConnectionFixture connection(settings, Role::Server, isOff);
        connection.open();
        resets ? connection.peer.reset() : connection.peer.close();
        QVERIFY(connection.waitForEnd());
        QCOMPARE(tokens(connection.report().verdict), u"unknown unknown unknown unknown");
        QCOMPARE(count(connection.report(), What::GateMissing), 1);
        QCOMPARE(detail(connection.report(), What::SocketError), "RemoteHostClosedError");
    }
}

void tst_ConnectionEnd::withoutTheGate_noOldSampleIsALoss()
{
    ConnectionFixture connection({}, Role::Server, false);
    connection.open(16 * 1024);
    constexpr qsizetype size = 100'000; // more than the peer's kernel takes unread
    connection->send(QByteArray(size, 'x'));
    meanwhile([&] { return connection.peer.waitUntilFull(); });
    connection->sample();
    QVERIFY(connection->snapshot().unsent > 0);
    QCOMPARE(meanwhile([&] { return connection.peer.readExactly(size); }).bytes.size(), size);
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(connection.report().undelivered, 0);
    QVERIFY(!connection.report().truncated);
    QCOMPARE(token(connection.report().verdict.grade), token(Grade::Unknown));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionEnd)
#include "tst_connectionend.moc"
