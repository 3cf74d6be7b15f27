// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "tests/support/deadlineowner.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds tick = Deadlines::tickLength;

} // namespace

/// The tick of Deadlines: when it runs, how late the loop was, and that nothing is early.
class tst_DeadlinesTick : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_deadlines.reset(); }

    void ticking_endsWithTheLastDeadline();
    void ticking_goesOnForListeners();
    void lag_isUnknownWhileNotTicking();
    void lag_withinATickIsNoStall();
    void stall_isCountedOnceAndBeforeTheTick();
    void realTime_isNeverEarly_data();
    void realTime_isNeverEarly();

private:
    void step(std::chrono::nanoseconds time);

    ManualClock m_clock;
    std::unique_ptr<Deadlines> m_deadlines;
};

void tst_DeadlinesTick::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_deadlines = std::make_unique<Deadlines>(m_clock);
}

void tst_DeadlinesTick::step(std::chrono::nanoseconds time)
{
    m_clock.advance(time);
    m_deadlines->tick();
}

void tst_DeadlinesTick::ticking_endsWithTheLastDeadline()
{
    QVERIFY(!m_deadlines->isTicking());
    CountingOwner owner;
    for (int round = 0; round < 3; ++round) {
        m_deadlines->start(owner.node, m_deadlines->list(100ms));
        QVERIFY(m_deadlines->isTicking());
        QTest::qWait(2 * tick.count());
        QVERIFY(m_deadlines->isTicking());
        m_deadlines->stop(owner.node);
        QTRY_VERIFY(!m_deadlines->isTicking());
    }
}

void tst_DeadlinesTick::ticking_goesOnForListeners()
{
    QSignalSpy ticks(m_deadlines.get(), &Deadlines::ticked);
    QVERIFY(m_deadlines->isTicking());
    QTRY_VERIFY(ticks.size() >= 3);
    disconnect(m_deadlines.get(), &Deadlines::ticked, nullptr, nullptr);
    QTRY_VERIFY(!m_deadlines->isTicking());
}

void tst_DeadlinesTick::lag_isUnknownWhileNotTicking()
{
    step(1h);
    m_clock.advance(1h);
    QCoreApplication::processEvents();
    CountingOwner owner;
    m_deadlines->start(owner.node, m_deadlines->list(100ms));
    QVERIFY(m_deadlines->stalledTotal() == 0ns);
    QVERIFY(m_deadlines->takeWorstLag() == 0ns);
}

void tst_DeadlinesTick::lag_withinATickIsNoStall()
{
    CountingOwner owner;
    m_deadlines->start(owner.node, m_deadlines->list(1h));
    step(tick);
    QVERIFY(m_deadlines->takeWorstLag() == 0ns);
    step(tick + 5ms);
    step(tick + 3ms);
    QVERIFY(m_deadlines->takeWorstLag() == 5ms);
    QVERIFY(m_deadlines->takeWorstLag() == 0ns);
    step(2 * tick);
    QVERIFY(m_deadlines->stalledTotal() == 0ns);
    step(2 * tick + 1ns);
    QVERIFY(m_deadlines->stalledTotal() == tick + 1ns);
    QVERIFY(m_deadlines->takeWorstLag() == tick + 1ns);
}

void tst_DeadlinesTick::stall_isCountedOnceAndBeforeTheTick()
{
    CountingOwner owner;
    m_deadlines->start(owner.node, m_deadlines->list(1h));
    m_clock.advance(5s);
    QCoreApplication::processEvents();
    QVERIFY(m_deadlines->stalledTotal() == 5s - tick);
    step(3ms);
    QVERIFY(m_deadlines->stalledTotal() == 5s - tick);
    step(tick);
    step(2s);
    QVERIFY(m_deadlines->stalledTotal() == 7s - 2 * tick);
    QVERIFY(m_deadlines->takeWorstLag() == 5s - tick);
}

void tst_DeadlinesTick::realTime_isNeverEarly_data()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("our dispatcher") << true;
    QTest::newRow("Qt's dispatcher") << false;
}

void tst_DeadlinesTick::realTime_isNeverEarly()
{
    QFETCH(bool, ours);
    constexpr int count = 50;
    int early = 0;
    int passed = 0;
    std::chrono::nanoseconds stalled{0};

    QThread thread;
    if (ours)
        thread.setEventDispatcher(new EpollDispatcher);
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    Deadlines *deadlines = nullptr;
    std::vector<CountingOwner> owners(count);
    const SteadyClock clock;
    QMetaObject::invokeMethod(&context, [&] {
        deadlines = new Deadlines(clock);
        for (int i = 0; i < count; ++i) {
            CountingOwner &owner = owners[std::size_t(i)];
            // Started in passes of their own, each after a wait.
            QTimer::singleShot(i, Qt::PreciseTimer, &context, [&, i] {
                const TimePoint started = clock.now();
                const Milliseconds length(20 + 10 * (i % 4));
                owner.react = [&, started, length] {
                    if (clock.now() - started < length)
                        ++early;
                    if (++passed < count)
                        return;
                    QThread::msleep(100); // a stall; the next tick tells
                    owner.react = [&] {
                        stalled = deadlines->stalledTotal();
                        deadlines->deleteLater();
                        thread.quit();
                    };
                    deadlines->start(owner.node, deadlines->list(20ms));
                };
                deadlines->start(owner.node, deadlines->list(length));
            });
        }
    });
    QVERIFY(thread.wait(20'000));
    QCOMPARE(passed, count);
    QCOMPARE(early, 0);
    QVERIFY(stalled >= 60ms);
}

QTEST_GUILESS_MAIN(tst_DeadlinesTick)
#include "tst_deadlinestick.moc"
