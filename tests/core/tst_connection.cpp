// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/tcpinfo.h"
#include "core/net/epolldispatcher.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

#include <netinet/tcp.h>

namespace Teardown {

using namespace std::chrono_literals;

/// The life of a connection: what it shows, sends, takes and remembers.
class tst_Connection : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void server_knowsBothAddresses();
    void client_isConnectingUntilItIsOpen();
    void read_takesNoMoreThanAsked();
    void readLine_stopsAtTheLineOrTheLimit();
    void send_isRefusedAfterAClose();
    void writeLimit_isHighWater();
    void evidence_isBounded();
    void dirty_isTakenOnce();
    void sample_isShown();
    void holdup_tellsWhy();
};

void tst_Connection::server_knowsBothAddresses()
{
    ConnectionFixture connection;
    connection.open();
    QCOMPARE(connection->state(), ConnectionState::Open);
    QCOMPARE(connection->info().peer.toString(), connection.peer.localAddress().toString());
    QCOMPARE(connection->info().local.address, QHostAddress(QHostAddress::LocalHost));
    const ConnectionSnapshot now = connection->snapshot();
    QCOMPARE(now.state, ConnectionState::Open);
    QCOMPARE(now.phase, Phase::Idle);
    QCOMPARE(now.info.id, 7U);

    connection->reset(Reason::LocalReset);
    QCOMPARE(detail(connection.report(), What::Accepted),
             connection.peer.localAddress().toString().toLatin1());
    QVERIFY(!connection->tcpInfo());
    QCOMPARE(connection->bytesAvailable(), 0);
}

void tst_Connection::client_isConnectingUntilItIsOpen()
{
    ConnectionFixture connection({}, Role::Client);
    const SocketAddress target{QHostAddress(QHostAddress::LocalHost), 9};
    connection->tryingAddress(target);
    QCOMPARE(connection->state(), ConnectionState::Connecting);
    QCOMPARE(connection->snapshot().phase, Phase::Connecting);
    QVERIFY(!connection->send("too early"));
    QCOMPARE(connection->read(10), QByteArray());
    connection.open();
    QCOMPARE(connection->state(), ConnectionState::Open);
    connection->reset(Reason::LocalReset);
    QCOMPARE(detail(connection.report(), What::Connecting), "127.0.0.1:9");
    QCOMPARE(detail(connection.report(), What::Connected),
             connection->info().local.toString().toLatin1());
}

void tst_Connection::read_takesNoMoreThanAsked()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send("0123456789");
    QTRY_COMPARE(connection->bytesAvailable(), 10);
    QCOMPARE(connection->read(3), "012");
    QCOMPARE(connection->read(100), "3456789");
    QCOMPARE(connection->read(100), QByteArray());
    QCOMPARE(connection->snapshot().bytesIn, 10);
}

void tst_Connection::readLine_stopsAtTheLineOrTheLimit()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send("abc\n12345678\nrest");
    QTRY_COMPARE(connection->bytesAvailable(), 17);
    QCOMPARE(connection->readLine(4), "abc\n");
    QCOMPARE(connection->readLine(5), "12345");
    QCOMPARE(connection->readLine(5), "678\n");
    QCOMPARE(connection->readLine(5), "rest");
    QCOMPARE(connection->readLine(5), QByteArray());
}

void tst_Connection::send_isRefusedAfterAClose()
{
    ConnectionFixture connection;
    connection.open();
    QVERIFY(connection->send({}));
    QCOMPARE(connection->snapshot().bytesOut, 0);
    QVERIFY(connection->send("one"));
    connection->close(Reason::LocalClose);
    QVERIFY(!connection->canSend());
    QVERIFY(!connection->send("two"));
    QVERIFY(!connection->send({}));
    QCOMPARE(meanwhile([&] { return connection.peer.readToEnd(); }).bytes, "one");
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QVERIFY(!connection->send("three"));
    QCOMPARE(connection.report().bytesOut, 3);
}

void tst_Connection::writeLimit_isHighWater()
{
    ConnectionSettings settings;
    settings.writeLimit = 10'000;
    ConnectionFixture connection(settings);
    int writable = 0;
    connection.script.writable = [&](Connection &) {
        ++writable;
    };
    connection.open();
    QVERIFY(connection->hasRoom());
    QVERIFY(connection->send(QByteArray(9'999, 'x')));
    QVERIFY(connection->hasRoom());
    QVERIFY(connection->send("x"));
    QVERIFY(!connection->hasRoom());
    QVERIFY2(connection->send("x"), "the limit is advice: nothing may be dropped in silence");
    QCOMPARE(writable, 0);
    QTRY_VERIFY(writable > 0);
    QVERIFY(connection->hasRoom());
    QCOMPARE(meanwhile([&] { return connection.peer.readExactly(10'001); }).bytes.size(), 10'001);
}

void tst_Connection::evidence_isBounded()
{
    ConnectionFixture connection;
    connection.open(); // the first piece of evidence
    constexpr int added = Connection::maxEvidence + 1;
    for (int i = 1; i <= added; ++i)
        connection->addEvidence(Layer::Service, What::PingSent, QByteArray::number(i));
    connection->reset(Reason::LocalReset); // two more
    const auto &evidence = connection.report().evidence;
    QCOMPARE(evidence.size(), Connection::maxEvidence);
    QCOMPARE(evidence.front().what, What::Accepted);
    QCOMPARE(evidence[1].detail, "1");
    QCOMPARE(evidence[7].detail, "7");
    QCOMPARE(evidence[8].detail, QByteArray::number(added - 53));
    QCOMPARE(evidence[61].detail, QByteArray::number(added));
    QCOMPARE(evidence[62].what, What::Intent);
    QCOMPARE(evidence.back().what, What::RstSent);
}

void tst_Connection::dirty_isTakenOnce()
{
    ConnectionFixture connection;
    connection.open();
    QVERIFY(connection->takeDirty());
    QVERIFY(!connection->takeDirty());
    connection->send("x");
    QVERIFY(connection->takeDirty());
    connection.peer.send("x");
    QVERIFY(QTest::qWaitFor([&] { return connection->takeDirty(); }));
    connection->sample();
    QVERIFY(connection->takeDirty());
}

void tst_Connection::sample_isShown()
{
    ConnectionFixture connection;
    connection.open(4096);
    QVERIFY(!connection->snapshot().tcp);
    connection->send(QByteArray(100'000, 'x'));
    QTRY_COMPARE(connection->snapshot().state, ConnectionState::Open);
    meanwhile([&] { return connection.peer.waitUntilFull(); });
    connection->sample();
    const ConnectionSnapshot now = connection->snapshot();
    QCOMPARE(now.tcp->state, quint8(TCP_ESTABLISHED));
    QCOMPARE(now.unsent, 100'000 - connection.peer.unreadBytes());
    QCOMPARE(now.bytesOut, 100'000);
    QCOMPARE(now.phase, Phase::Active);
    QCOMPARE(connection->tcpInfo()->state, quint8(TCP_ESTABLISHED));
}

void tst_Connection::holdup_tellsWhy()
{
    ConnectionFixture connecting({}, Role::Client);
    QCOMPARE(connecting->holdup().kind, HoldupKind::Connecting);

    ConnectionFixture connection;
    connection.script.isBusy = true;
    connection.script.finish = [](Connection &, Reason) {
    };
    connection.open(4096);
    QCOMPARE(connection->holdup().kind, HoldupKind::NotYetTold);
    connection->drain(connection->now() + 10s);
    QCOMPARE(connection->holdup().kind, HoldupKind::InRequest);
    QCOMPARE(connection->snapshot().nextDeadline->kind, DeadlineKind::Drain);
    connection->send(QByteArray(100'000, 'x'));
    QCOMPARE(connection->holdup().kind, HoldupKind::Unsent);
    QCOMPARE(connection->holdup().bytes, 100'000);
    connection->close(Reason::Drained);
    meanwhile([&] { return connection.peer.readToEnd(); });
    QTRY_COMPARE(connection->holdup().kind, HoldupKind::AwaitingFin);
    QCOMPARE(connection->holdup().id, 7U);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Connection)
#include "tst_connection.moc"
