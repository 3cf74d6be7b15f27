// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/connectiontimers.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

namespace Teardown {

using namespace std::chrono_literals;
using Timer = ConnectionTimers::Timer;

namespace {

constexpr Milliseconds tick = Deadlines::tickLength;

/// Every length different, none of them a part of another.
ConnectionSettings everyLength()
{
    ConnectionSettings settings;
    settings.connectDeadline = 110ms;
    settings.readDeadline = 230ms;
    settings.writeDeadline = 1600ms;
    settings.idleTimeout = 370ms;
    settings.heartbeat = 410ms;
    settings.heartbeatTimeout = 530ms;
    settings.lingerIdle = 610ms;
    settings.lingerTotal = 730ms;
    return settings;
}

/// The timers of one connection on a stepped clock, and which of them ran out, in order.
class Subject final : private ConnectionTimers::Observer
{
public:
    explicit Subject(const ConnectionSettings &of = everyLength())
        : settings(of)
    {
    }

    /// Lets \a time pass, tick by tick.
    void pass(Milliseconds time)
    {
        for (; time > 0ms; time -= std::min(tick, time)) {
            m_clock.advance(std::min(tick, time));
            m_deadlines.tick();
        }
    }

    /// The loop stands still.
    void stall(Milliseconds time)
    {
        m_clock.advance(time);
        m_deadlines.tick();
    }

    TimePoint now() const { return m_clock.now(); }

    std::optional<NextDeadline> next() const { return timers.next(timers.loopTime(), 1); }

    ConnectionSettings settings;
    QList<Timer> expired;

private:
    void timerExpired(Timer timer) override { expired.append(timer); }

    ManualClock m_clock;
    Deadlines m_deadlines{m_clock};

public:
    ConnectionTimers timers{m_deadlines, settings, *this};
};

} // namespace

class tst_ConnectionTimers : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void timer_firesOnceAtItsLength_data();
    void timer_firesOnceAtItsLength();
    void timer_thatIsOffNeverRuns_data();
    void timer_thatIsOffNeverRuns();
    void restart_beginsAnew();
    void stop_stopsOneAndStopAllTheRest();
    void ownLength_isUsed();
    void write_isOverdueOnlyWithoutProgress();
    void write_startsAnewFromHere();
    void write_isNotOverdueByAStall();
    void shortWriteDeadline_isStillLookedAt();
    void next_isTheFirstToPass();
    void next_ofWriteCountsFromTheProgress();
    void next_ofHeartbeatCountsFromTheLastByte();
    void next_isPutOffByAStall();
    void next_doesNotShowOurOwnChores();
};

void tst_ConnectionTimers::timer_firesOnceAtItsLength_data()
{
    QTest::addColumn<Timer>("timer");
    QTest::addColumn<Milliseconds>("length");
    QTest::newRow("connect") << Timer::Connect << Milliseconds(110);
    QTest::newRow("read") << Timer::Read << Milliseconds(230);
    QTest::newRow("write: a look at each eighth") << Timer::Write << Milliseconds(200);
    QTest::newRow("idle") << Timer::Idle << Milliseconds(370);
    QTest::newRow("ping") << Timer::Ping << Milliseconds(410);
    QTest::newRow("heartbeat") << Timer::Heartbeat << Milliseconds(530);
    QTest::newRow("linger, silent") << Timer::LingerIdle << Milliseconds(610);
    QTest::newRow("linger, in all") << Timer::LingerTotal << Milliseconds(730);
    QTest::newRow("watch") << Timer::Watch << Milliseconds(100);
}

void tst_ConnectionTimers::timer_firesOnceAtItsLength()
{
    QFETCH(const Timer, timer);
    QFETCH(const Milliseconds, length);
    Subject subject;
    subject.timers.restart(timer);
    QVERIFY(subject.timers.isRunning(timer));
    subject.pass(length - 1ms);
    QCOMPARE(subject.expired, {});
    subject.pass(1ms);
    QCOMPARE(subject.expired, {timer});
    QVERIFY(!subject.timers.isRunning(timer));
    subject.pass(3 * length);
    QCOMPARE(subject.expired, {timer});
}

void tst_ConnectionTimers::timer_thatIsOffNeverRuns_data()
{
    QTest::addColumn<Timer>("timer");
    QTest::newRow("connect") << Timer::Connect;
    QTest::newRow("read") << Timer::Read;
    QTest::newRow("write") << Timer::Write;
    QTest::newRow("idle") << Timer::Idle;
    QTest::newRow("ping") << Timer::Ping;
    QTest::newRow("heartbeat") << Timer::Heartbeat;
    QTest::newRow("linger, silent") << Timer::LingerIdle;
    QTest::newRow("linger, in all") << Timer::LingerTotal;
}

void tst_ConnectionTimers::timer_thatIsOffNeverRuns()
{
    QFETCH(const Timer, timer);
    ConnectionSettings off;
    off.connectDeadline = off.readDeadline = off.writeDeadline = off.idleTimeout = 0ms;
    off.heartbeat = off.heartbeatTimeout = off.lingerIdle = off.lingerTotal = 0ms;
    Subject subject(off);
    subject.timers.restart(timer);
    QVERIFY(!subject.timers.isRunning(timer));
    QVERIFY(!subject.next());
}

void tst_ConnectionTimers::restart_beginsAnew()
{
    Subject subject;
    subject.timers.restart(Timer::Read);
    subject.pass(200ms);
    subject.timers.restart(Timer::Read);
    subject.pass(200ms);
    QCOMPARE(subject.expired, {});
    subject.pass(30ms);
    QCOMPARE(subject.expired, {Timer::Read});
}

void tst_ConnectionTimers::stop_stopsOneAndStopAllTheRest()
{
    Subject subject;
    for (const Timer timer : {Timer::Read, Timer::Idle, Timer::Ping})
        subject.timers.restart(timer);
    subject.timers.stop(Timer::Idle);
    subject.timers.stop(Timer::Idle);
    QVERIFY(subject.timers.isRunning(Timer::Read));
    QVERIFY(!subject.timers.isRunning(Timer::Idle));
    subject.timers.stopAll();
    for (std::size_t i = 0; i < ConnectionTimers::timerCount; ++i)
        QVERIFY(!subject.timers.isRunning(static_cast<Timer>(i)));
    subject.pass(2s);
    QCOMPARE(subject.expired, {});
}

void tst_ConnectionTimers::ownLength_isUsed()
{
    Subject subject;
    subject.timers.restart(Timer::Hold, 50ms);
    subject.timers.restart(Timer::Idle, 90ms);
    subject.pass(90ms);
    QCOMPARE(subject.expired, (QList{Timer::Hold, Timer::Idle}));
}

void tst_ConnectionTimers::write_isOverdueOnlyWithoutProgress()
{
    Subject subject;
    subject.timers.startWrite(100);
    QVERIFY(subject.timers.isRunning(Timer::Write));
    subject.pass(1599ms);
    QVERIFY(!subject.timers.isWriteOverdue(100));
    QVERIFY2(!subject.timers.isWriteOverdue(101), "one byte is progress");
    subject.pass(1599ms);
    QVERIFY(!subject.timers.isWriteOverdue(101));
    subject.pass(1ms);
    QVERIFY2(subject.timers.isWriteOverdue(99), "going back is no progress");
    QVERIFY(subject.timers.isWriteOverdue(101));
    QVERIFY(!subject.timers.isWriteOverdue(102));
}

void tst_ConnectionTimers::write_startsAnewFromHere()
{
    Subject subject;
    subject.timers.startWrite(0);
    subject.pass(1600ms);
    subject.timers.startWrite(0);
    QVERIFY(!subject.timers.isWriteOverdue(0));
    subject.pass(1600ms);
    QVERIFY(subject.timers.isWriteOverdue(0));
}

void tst_ConnectionTimers::write_isNotOverdueByAStall()
{
    Subject subject;
    subject.timers.startWrite(0);
    subject.stall(1h);
    QVERIFY(!subject.timers.isWriteOverdue(0));
    subject.pass(1600ms - tick); // the stall took the length of one tick
    QVERIFY(subject.timers.isWriteOverdue(0));
}

void tst_ConnectionTimers::shortWriteDeadline_isStillLookedAt()
{
    ConnectionSettings settings;
    settings.writeDeadline = 10ms;
    Subject subject(settings);
    subject.timers.startWrite(0);
    subject.pass(tick);
    QCOMPARE(subject.expired, {Timer::Write});
    QVERIFY(subject.timers.isWriteOverdue(0));
}

void tst_ConnectionTimers::next_isTheFirstToPass()
{
    Subject subject;
    QVERIFY(!subject.next());
    subject.timers.restart(Timer::LingerTotal);
    QCOMPARE(subject.next()->kind, DeadlineKind::LingerTotal);
    subject.timers.restart(Timer::LingerIdle);
    QCOMPARE(subject.next()->kind, DeadlineKind::LingerIdle);
    subject.timers.restart(Timer::Idle);
    QCOMPARE(subject.next()->kind, DeadlineKind::Idle);
    subject.timers.restart(Timer::Read);
    QCOMPARE(subject.next()->kind, DeadlineKind::Read);
    subject.timers.restart(Timer::Connect);
    const auto next = subject.next();
    QCOMPARE(next->kind, DeadlineKind::Connect);
    QCOMPARE(next->length, 110ms);
    QCOMPARE(next->at, subject.now() + 110ms);
}

void tst_ConnectionTimers::next_ofWriteCountsFromTheProgress()
{
    Subject subject;
    subject.timers.startWrite(0);
    const TimePoint start = subject.now();
    subject.pass(100ms);
    const auto next = subject.next();
    QCOMPARE(next->kind, DeadlineKind::Write);
    QCOMPARE(next->at, start + 1600ms);
    QCOMPARE(next->length, 1600ms);
    QVERIFY(!subject.timers.next(subject.timers.loopTime(), 0)); // nothing waits for the peer
    QVERIFY(!subject.timers.isWriteOverdue(1));
    QCOMPARE(subject.next()->at, subject.now() + 1600ms);
}

void tst_ConnectionTimers::next_ofHeartbeatCountsFromTheLastByte()
{
    Subject subject;
    subject.timers.restart(Timer::Heartbeat, tick);
    const auto next = subject.timers.next(subject.timers.loopTime() - 200ms, 0);
    QCOMPARE(next->kind, DeadlineKind::Heartbeat);
    QCOMPARE(next->at, subject.now() - 200ms + 530ms);
    QCOMPARE(next->length, 530ms);
}

void tst_ConnectionTimers::next_isPutOffByAStall()
{
    Subject subject;
    subject.timers.restart(Timer::Idle);
    const TimePoint due = subject.next()->at;
    subject.stall(tick + 1h);
    QCOMPARE(subject.next()->at, due + 1h);
    subject.timers.startWrite(0);
    const TimePoint writeDue = subject.now() + 1600ms;
    subject.timers.stop(Timer::Idle);
    subject.stall(tick + 1h);
    QCOMPARE(subject.next()->at, writeDue + 1h);
}

void tst_ConnectionTimers::next_doesNotShowOurOwnChores()
{
    Subject subject;
    subject.timers.restart(Timer::Ping);
    subject.timers.restart(Timer::Watch);
    subject.timers.restart(Timer::Hold, 10ms);
    QVERIFY(!subject.next());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionTimers)
#include "tst_connectiontimers.moc"
