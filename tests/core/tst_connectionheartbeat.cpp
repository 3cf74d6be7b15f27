// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "core/service/servicefactory.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace Teardown {

using namespace std::chrono_literals;
using End = Observation::End;

namespace {

const ServiceFactory lineService = serviceFactory(ServiceKind::Line, Role::Server);

/// When \a what was seen first.
TimePoint momentOf(const CloseReport &report, What what)
{
    const auto found = std::find_if(report.evidence.begin(),
                                    report.evidence.end(),
                                    [what](const Evidence &each) { return each.what == what; });
    return found == report.evidence.end() ? TimePoint() : found->mono;
}

} // namespace

/// The heartbeat of a connection, with real time and a real peer.
class tst_ConnectionHeartbeat : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void silentPeer_isPingedThenReset();
    void withoutPings_isNoHeartbeat();
    void talkingPeer_isNotPinged();
    void answeringPeer_lives();
    void frozenPeer_isFoundAfterItsDownload();
};

void tst_ConnectionHeartbeat::silentPeer_isPingedThenReset()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 60ms;
    settings.heartbeatTimeout = 180ms; // a ping would be due together with the verdict
    ConnectionFixture connection(settings);
    connection.script.hasHeartbeat = true;
    connection.open();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst heartbeat-timeout observed");
    QVERIFY(detail(connection.report(), What::PingSent).toInt() >= 2);
    QVERIFY(connection.report().duration >= 180ms);
    QCOMPARE(connection.report().undelivered, 0);
    QVERIFY(momentOf(connection.report(), What::Intent)
                - momentOf(connection.report(), What::PingSent)
            >= settings.heartbeat / 2);
    QVERIFY(connection.peer.readSome().bytes.startsWith("PING 1\nPING 2\n"));
}

void tst_ConnectionHeartbeat::withoutPings_isNoHeartbeat()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeatTimeout = 200ms;
    ConnectionFixture connection(settings);
    connection.script.hasHeartbeat = true;
    connection.open();
    QVERIFY(!connection->snapshot().nextDeadline);
}

void tst_ConnectionHeartbeat::talkingPeer_isNotPinged()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 1s;
    settings.heartbeatTimeout = 30s;
    ConnectionFixture connection(settings);
    connection.script.hasHeartbeat = true;
    connection.open();
    meanwhile([&] {
        for (int i = 0; i < 60; ++i) {
            connection.peer.send("x");
            connection.peer.pause(20ms);
        }
        return true;
    });
    QVERIFY(connection->now() - connection->info().opened > settings.heartbeat);
    QCOMPARE(connection->snapshot().bytesOut, 0);
    QTRY_COMPARE(connection->snapshot().bytesOut, qint64{sizeof("PING 1\n")} - 1);
}

void tst_ConnectionHeartbeat::answeringPeer_lives()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 50ms;
    settings.heartbeatTimeout = 400ms;
    ConnectionFixture connection(settings);
    connection.open(lineService);
    PlainClient client(connection.peer);
    QCOMPARE(meanwhile([&] { return client.stayIdle(900ms); }).end, End::TimeLimit);
    QVERIFY(!connection.hasEnded());
    QVERIFY(connection->snapshot().bytesIn > 0);
}

void tst_ConnectionHeartbeat::frozenPeer_isFoundAfterItsDownload()
{
    ConnectionSettings settings = noDeadlines();
    settings.heartbeat = 50ms;
    settings.heartbeatTimeout = 200ms;
    ConnectionFixture connection(settings);
    connection.open(lineService);
    // Its kernel takes and acknowledges the whole answer, and the pings.
    connection.peer.send("DOWNLOAD 10000\n");
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local rst heartbeat-timeout observed");
    QCOMPARE(connection.report().undelivered, 0);
    QVERIFY(connection.peer.unreadBytes() > 10'000);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionHeartbeat)
#include "tst_connectionheartbeat.moc"
