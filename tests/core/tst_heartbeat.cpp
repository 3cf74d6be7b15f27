// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/heartbeat.h"

#include <QRegularExpression>
#include <QTest>

namespace Teardown {

using namespace std::chrono_literals;

/// When a silent peer is taken for dead, on a clock of the test's own.
class tst_Heartbeat : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void silence_isDeathOnlyAfterTheTimeout();
    void silenceWithoutAPing_isNoDeath();
    void pingBehindAQueue_isNoDeath();
    void pingThatWentOutLate_getsItsTime();
    void unreadBytes_areNoSilence();
    void anyByte_isLife();
    void pingAfterAByte_isANewQuestion();
    void secondPing_doesNotGiveMoreTime();
    void peerThatWorksOffItsQueue_catchesUp();
    void pingsAlone_areNoQueue();
    void pingThatCouldNotBeAnsweredInTime_isNotSent();
    void pings_areNumbered();
    void ping_isOutUntilAByteComes();
};

namespace {

constexpr Milliseconds interval = 10s;
constexpr Milliseconds timeout = 30s;
constexpr qint64 pingSize = 7;

/// A heartbeat and the time of its test.
struct Subject
{
    Heartbeat heartbeat;
    Heartbeat::Time now = 1h;
    qint64 sent = 0;
    qint64 acknowledged = 0;

    Subject() { heartbeat.received(now); }

    void pass(Milliseconds time) { now += time; }

    /// \a bytes that are no ping.
    void send(qint64 bytes) { sent += bytes; }

    void queuePing()
    {
        heartbeat.pingQueued({.begin = sent, .end = sent + pingSize}, acknowledged);
        sent += pingSize;
    }

    void pingNow()
    {
        queuePing();
        heartbeat.queueSent(now);
    }

    bool isPingUseful() const { return heartbeat.isPingUseful(now, interval, timeout); }

    bool isDead(bool unread = false) const
    {
        return heartbeat.isDead(now, unread, interval, timeout);
    }
};

} // namespace

void tst_Heartbeat::silence_isDeathOnlyAfterTheTimeout()
{
    Subject subject;
    subject.pass(interval);
    subject.pingNow();
    subject.pass(timeout - interval - 1ms);
    QVERIFY(!subject.isDead());
    subject.pass(1ms);
    QVERIFY(subject.isDead());
}

void tst_Heartbeat::silenceWithoutAPing_isNoDeath()
{
    Subject subject;
    subject.pass(1h);
    QVERIFY(!subject.isDead());
}

void tst_Heartbeat::pingBehindAQueue_isNoDeath()
{
    Subject subject;
    subject.queuePing();
    subject.pass(1h);
    QVERIFY(!subject.isDead());
}

void tst_Heartbeat::pingThatWentOutLate_getsItsTime()
{
    Subject subject;
    subject.queuePing();
    subject.pass(timeout);
    subject.heartbeat.queueSent(subject.now);
    subject.pass(interval / 2 - 1ms);
    QVERIFY(!subject.isDead());
    subject.pass(1ms);
    QVERIFY(subject.isDead());
}

void tst_Heartbeat::unreadBytes_areNoSilence()
{
    Subject subject;
    subject.pingNow();
    subject.pass(timeout);
    QVERIFY(!subject.isDead(true));
    QVERIFY(subject.isDead(false));
}

void tst_Heartbeat::anyByte_isLife()
{
    Subject subject;
    subject.pingNow();
    subject.pass(timeout);
    QVERIFY(subject.isDead());
    subject.heartbeat.received(subject.now);
    QVERIFY(!subject.isDead());
    QCOMPARE(subject.heartbeat.lastReceived(), subject.now);
}

void tst_Heartbeat::pingAfterAByte_isANewQuestion()
{
    Subject subject;
    subject.pingNow();
    subject.heartbeat.received(subject.now);
    subject.pass(timeout);
    QVERIFY2(!subject.isDead(), "the old ping was answered");
    subject.pingNow();
    subject.pass(interval / 2);
    QVERIFY(subject.isDead());
}

void tst_Heartbeat::secondPing_doesNotGiveMoreTime()
{
    Subject subject;
    subject.pass(interval);
    subject.pingNow();
    subject.pass(timeout - interval - 1ms);
    subject.pingNow();
    subject.pass(1ms);
    QVERIFY(subject.isDead());
}

void tst_Heartbeat::peerThatWorksOffItsQueue_catchesUp()
{
    Subject subject;
    subject.send(1000);
    subject.acknowledged = 400;
    QVERIFY2(!subject.heartbeat.isCatchingUp(1000), "nobody has asked it anything");
    subject.queuePing();
    QVERIFY(!subject.heartbeat.isCatchingUp(400));
    QVERIFY(subject.heartbeat.isCatchingUp(401));
    QVERIFY2(subject.heartbeat.isCatchingUp(1000 + pingSize), "it has only just come to the ping");
    subject.send(1000);
    subject.acknowledged = 1000 + pingSize;
    subject.heartbeat.received(subject.now);
    QVERIFY(!subject.heartbeat.isCatchingUp(1000 + pingSize));
    subject.queuePing();
    QVERIFY2(!subject.heartbeat.isCatchingUp(1000 + pingSize), "no progress since");
    QVERIFY(subject.heartbeat.isCatchingUp(1001 + pingSize));
}

void tst_Heartbeat::pingsAlone_areNoQueue()
{
    Subject subject;
    subject.send(1000);
    subject.acknowledged = 1000;
    subject.pingNow();
    QVERIFY2(!subject.heartbeat.isCatchingUp(subject.sent), "the kernel alone acknowledges a ping");
    subject.pingNow();
    QVERIFY(!subject.heartbeat.isCatchingUp(subject.sent));
    subject.heartbeat.received(subject.now);
    subject.pingNow(); // behind two pings that are still under way
    QVERIFY(!subject.heartbeat.isCatchingUp(subject.sent));
}

void tst_Heartbeat::pingThatCouldNotBeAnsweredInTime_isNotSent()
{
    Subject subject;
    subject.pass(timeout);
    QVERIFY(subject.isPingUseful()); // there would be no verdict without one
    subject.queuePing();
    QVERIFY(subject.isPingUseful());
    subject.heartbeat.received(subject.now);

    subject.pass(interval);
    subject.pingNow();
    subject.pass(interval);
    QVERIFY(subject.isPingUseful());
    subject.pass(interval / 2);
    QVERIFY(subject.isPingUseful());
    subject.pass(1ms);
    QVERIFY(!subject.isPingUseful());
    QVERIFY(subject.heartbeat.isPingUseful(subject.now, interval, 0ms)); // no timeout, no verdict
    subject.heartbeat.received(subject.now);
    QVERIFY(subject.isPingUseful());
}

void tst_Heartbeat::pings_areNumbered()
{
    Subject subject;
    QCOMPARE(subject.heartbeat.pings(), 0U);
    subject.queuePing();
    subject.heartbeat.received(subject.now);
    subject.queuePing();
    QCOMPARE(subject.heartbeat.pings(), 2U);
}

void tst_Heartbeat::ping_isOutUntilAByteComes()
{
    Subject subject;
    QVERIFY(!subject.heartbeat.isPingOut());
    subject.queuePing();
    QVERIFY(!subject.heartbeat.isPingOut());
    subject.heartbeat.queueSent(subject.now);
    QVERIFY(subject.heartbeat.isPingOut());
    subject.heartbeat.received(subject.now);
    QVERIFY(!subject.heartbeat.isPingOut());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Heartbeat)
#include "tst_heartbeat.moc"
