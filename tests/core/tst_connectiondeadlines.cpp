// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "core/service/servicefactory.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>

namespace Teardown {

using namespace std::chrono_literals;
using End = Observation::End;

namespace {

constexpr int smallBuffer = 16 * 1024;

const ServiceFactory lineService = serviceFactory(ServiceKind::Line, Role::Server);

Milliseconds duration(const ConnectionFixture &connection)
{
    return connection.report().duration;
}

} // namespace

/// Each deadline, with real time and a real peer.
class tst_ConnectionDeadlines : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void connect_hasItsDeadline();
    void request_hasItsDeadlineInAll();
    void request_thatArrivesIsNotLate();
    void idle_endsIt();
    void idle_isBrokenByAByteEitherWay();
    void hold_closesInGoodOrder();
    void ownStall_isNotBlamedOnThePeer_data();
    void ownStall_isNotBlamedOnThePeer();
    void ownStall_leavesTimeToReadWhatWaits();
    void slowReader_outlivesEveryDeadline();
    void nonReader_meetsTheWriteDeadline();
    void writeDeadline_rulesAfterTheClose();
    void unansweredFin_meetsTheLingerLimit_data();
    void unansweredFin_meetsTheLingerLimit();
    void linger_beginsWhenEverythingIsDelivered();
    void linger_hasNoPlaceAfterThePeersFin();
};

void tst_ConnectionDeadlines::connect_hasItsDeadline()
{
    ConnectionSettings settings = noDeadlines();
    settings.connectDeadline = 50ms;
    ConnectionFixture connection(settings, Role::Client);
    connection->startConnectDeadline();
    QCOMPARE(connection->snapshot().nextDeadline->kind, DeadlineKind::Connect);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"network none connect-timeout observed");
    QCOMPARE(connection.report().phase, Phase::Connecting);
    QVERIFY(duration(connection) >= 50ms);

    ConnectionFixture opened(settings, Role::Client);
    opened->startConnectDeadline();
    opened.open();
    QVERIFY(!opened->snapshot().nextDeadline);
}

void tst_ConnectionDeadlines::request_hasItsDeadlineInAll()
{
    ConnectionSettings settings = noDeadlines();
    settings.readDeadline = 200ms;
    ConnectionFixture connection(settings);
    connection.open(lineService);
    const bool endedInTime = meanwhile([&] {
        for (int i = 0; i < 200; ++i) { // a byte now and then does not help
            if (!connection.peer.send("x"))
                return true;
            connection.peer.pause(20ms);
        }
        return false;
    });
    QVERIFY(endedInTime);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst read-deadline observed");
    QVERIFY(duration(connection) >= 200ms);
    QVERIFY(connection.report().truncated);
}

void tst_ConnectionDeadlines::request_thatArrivesIsNotLate()
{
    ConnectionSettings settings = noDeadlines();
    settings.readDeadline = 100ms;
    ConnectionFixture connection(settings);
    connection.open(lineService);
    connection.peer.send("PI");
    QTRY_VERIFY(connection->snapshot().nextDeadline);
    QCOMPARE(connection->snapshot().nextDeadline->kind, DeadlineKind::Read);
    connection.peer.send("NG\n");
    QTRY_VERIFY(!connection->snapshot().nextDeadline);
    connection.peer.send("UPLOAD 2\n");
    QTRY_VERIFY(connection->snapshot().nextDeadline);
    connection.peer.send("xx");
    QTRY_VERIFY(!connection->snapshot().nextDeadline);
    QVERIFY(!connection.hasEnded());
}

void tst_ConnectionDeadlines::idle_endsIt()
{
    ConnectionSettings settings = noDeadlines();
    settings.idleTimeout = 60ms;
    ConnectionFixture connection(settings);
    connection.open();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst idle-timeout observed");
    QVERIFY(duration(connection) >= 60ms);
    QVERIFY(!connection.report().truncated);
}

void tst_ConnectionDeadlines::idle_isBrokenByAByteEitherWay()
{
    ConnectionSettings settings = noDeadlines();
    settings.idleTimeout = 400ms;
    ConnectionFixture connection(settings);
    connection.open();
    const TimePoint first = connection->snapshot().nextDeadline->at;
    connection.peer.send("x");
    QTRY_VERIFY(connection->snapshot().nextDeadline->at > first);
    const TimePoint second = connection->snapshot().nextDeadline->at;
    QTest::qWait(1); // a sent byte must not carry the same time
    connection->send("x");
    QTRY_VERIFY(connection->snapshot().nextDeadline->at > second);
}

void tst_ConnectionDeadlines::hold_closesInGoodOrder()
{
    ConnectionFixture connection(noDeadlines(), Role::Client);
    connection.open();
    connection->holdFor(30ms);
    QCOMPARE(meanwhile([&] { return connection.peer.readToEnd(); }).end, End::EndOfStream);
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
    QVERIFY(duration(connection) >= 30ms);
}

void tst_ConnectionDeadlines::ownStall_isNotBlamedOnThePeer_data()
{
    using Length = Milliseconds ConnectionSettings::*;
    QTest::addColumn<Length>("length");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("heartbeat") << &ConnectionSettings::heartbeatTimeout << QByteArray("PING\n");
    QTest::newRow("idle") << &ConnectionSettings::idleTimeout << QByteArray("PING\n");
    QTest::newRow("read") << &ConnectionSettings::readDeadline << QByteArray("PIN");
    QTest::newRow("linger, silent") << &ConnectionSettings::lingerIdle << QByteArray("QUIT\n");
    QTest::newRow("linger, in all") << &ConnectionSettings::lingerTotal << QByteArray("QUIT\n");
}

/// The loop and the peer stand still together, as when the machine is suspended.
void tst_ConnectionDeadlines::ownStall_isNotBlamedOnThePeer()
{
    QFETCH(Milliseconds ConnectionSettings::*, length);
    QFETCH(const QByteArray, request);
    ConnectionSettings settings = noDeadlines();
    settings.*length = 300ms;
    if (length == &ConnectionSettings::heartbeatTimeout)
        settings.heartbeat = 100ms; // its pings would keep a connection from being idle
    ConnectionFixture connection(settings);
    connection.open(lineService);
    connection.peer.send(request);
    QTRY_COMPARE(connection->snapshot().bytesIn, request.size());
    QTest::qWait(150);
    for (int stall = 0; stall < 3; ++stall) {
        QThread::msleep(400);
        QCoreApplication::processEvents();
        QVERIFY(!connection.hasEnded());
    }
    QVERIFY2(connection.waitForEnd(), "a peer that stays silent is still found");
    QVERIFY(duration(connection) >= 3 * 400ms + 300ms - 3 * Deadlines::tickLength);
}

/// More than one pass serves arrived in time, while only we stood still.
void tst_ConnectionDeadlines::ownStall_leavesTimeToReadWhatWaits()
{
    ConnectionSettings settings = noDeadlines();
    settings.readDeadline = 300ms;
    settings.readBuffer = 4 * 1024;
    ConnectionFixture connection(settings);
    connection.open(lineService);
    constexpr int size = 400'000;
    connection.peer.send("UPLOAD 400000\n");
    QTRY_VERIFY(connection->snapshot().nextDeadline);
    QCOMPARE(connection->snapshot().nextDeadline->kind, DeadlineKind::Read);
    QVERIFY(connection.peer.send(QByteArray(size, 'x')));
    QThread::msleep(500);
    QTRY_VERIFY(connection->snapshot().bytesIn > size);
    QVERIFY(!connection.hasEnded());
}

void tst_ConnectionDeadlines::slowReader_outlivesEveryDeadline()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 50ms;
    settings.heartbeatTimeout = 300ms;
    settings.writeDeadline = 500ms;
    settings.writeLimit = 64 * 1024;
    ConnectionFixture connection(settings);
    connection.open(lineService, 64 * 1024);
    constexpr qint64 size = 2'000'000;
    const TimePoint begun = steadyNow();
    const Observation after = meanwhile([&] {
        PlainClient client(connection.peer);
        client.answer();
        client.request("DOWNLOAD 2000000");
        for (qint64 left = size; left > 0;) {
            const auto part = static_cast<qsizetype>(std::min<qint64>(left, 32 * 1024));
            left -= part;
            if (!connection.peer.readExactly(part))
                break;
            connection.peer.pause(20ms);
        }
        return client.stayIdle(settings.heartbeatTimeout);
    });
    QCOMPARE(after.end, End::TimeLimit);
    QVERIFY2(steadyNow() - begun > settings.writeDeadline + settings.heartbeatTimeout,
             "the test must be slower than the deadlines");
    QVERIFY(!connection.hasEnded());
}

void tst_ConnectionDeadlines::nonReader_meetsTheWriteDeadline()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 50ms;
    settings.heartbeatTimeout = 150ms;
    settings.writeDeadline = 300ms;
    ConnectionFixture connection(settings);
    connection.open(lineService, smallBuffer);
    connection.peer.send("DOWNLOAD 5000000\n");
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst write-deadline observed");
    QCOMPARE(connection.report().phase, Phase::Active);
    QVERIFY(duration(connection) >= 300ms);
    QVERIFY(connection.report().truncated);
    QCOMPARE(connection.report().undelivered,
             connection.report().bytesOut - connection.peer.unreadBytes());
}

void tst_ConnectionDeadlines::writeDeadline_rulesAfterTheClose()
{
    ConnectionSettings settings = noDeadlines();
    settings.writeDeadline = 200ms;
    settings.lingerIdle = settings.lingerTotal = 20ms;
    ConnectionFixture connection(settings);
    connection.open(smallBuffer);
    connection->send(QByteArray(1'000'000, 'x'));
    connection->close(Reason::LocalClose);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst write-deadline observed");
    QVERIFY(duration(connection) >= 200ms);
}

void tst_ConnectionDeadlines::unansweredFin_meetsTheLingerLimit_data()
{
    QTest::addColumn<bool>("isChatty");
    QTest::newRow("a silent peer: lingerIdle") << false;
    QTest::newRow("a peer that goes on sending: lingerTotal") << true;
}

void tst_ConnectionDeadlines::unansweredFin_meetsTheLingerLimit()
{
    QFETCH(const bool, isChatty);
    ConnectionSettings settings = noDeadlines();
    settings.lingerIdle = 150ms;
    settings.lingerTotal = 500ms;
    ConnectionFixture connection(settings);
    connection.open();
    connection->close(Reason::LocalClose);
    QCOMPARE(connection->snapshot().nextDeadline->kind, DeadlineKind::LingerIdle);
    if (isChatty) {
        meanwhile([&] {
            while (connection.peer.send("x"))
                connection.peer.pause(20ms);
            return 0;
        });
    }
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst linger-timeout observed");
    QCOMPARE(connection.report().phase, Phase::Lingering);
    QVERIFY(!connection.report().truncated);
    const Milliseconds limit = isChatty ? settings.lingerTotal : settings.lingerIdle;
    QVERIFY(duration(connection) >= limit);
    if (!isChatty)
        QVERIFY(duration(connection) < settings.lingerTotal);
}

void tst_ConnectionDeadlines::linger_beginsWhenEverythingIsDelivered()
{
    ConnectionSettings settings = noDeadlines();
    settings.lingerIdle = settings.lingerTotal = 200ms;
    ConnectionFixture connection(settings);
    connection.open(smallBuffer);
    connection->send(QByteArray(600'000, 'x'));
    connection->close(Reason::LocalClose);
    const Observation end = meanwhile([&] {
        connection.peer.pause(600ms); // longer than the limits
        const Observation read = connection.peer.readToEnd();
        connection.peer.close();
        return read;
    });
    QCOMPARE(end.end, End::EndOfStream);
    QCOMPARE(end.bytes.size(), 600'000);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
}

void tst_ConnectionDeadlines::linger_hasNoPlaceAfterThePeersFin()
{
    ConnectionSettings settings = noDeadlines();
    settings.lingerIdle = settings.lingerTotal = 50ms;
    ConnectionFixture connection(settings);
    connection.open(smallBuffer);
    connection->send(QByteArray(600'000, 'x'));
    connection.peer.shutdownWrite();
    QTRY_VERIFY(!connection->canSend()); // the service closes at the end of the input
    meanwhile([&] { return connection.peer.pause(300ms); });
    QVERIFY(!connection.hasEnded());
    QCOMPARE(meanwhile([&] { return connection.peer.readToEnd(); }).bytes.size(), 600'000);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer fin peer-closed observed");
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionDeadlines)
#include "tst_connectiondeadlines.moc"
