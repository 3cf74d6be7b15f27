// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "tests/support/deadlineowner.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds tick = Deadlines::tickLength;

/// What makes the loop of a thread go round.
enum class Loop { Ours, QtDefault, QtPoll };

/// Runs \a function in a thread, and the thread until it is told to quit.
void runInThread(Loop loop, const std::function<void()> &function)
{
    QThread thread;
    if (loop == Loop::Ours)
        thread.setEventDispatcher(new EpollDispatcher);
    if (loop == Loop::QtPoll)
        qputenv("QT_NO_GLIB", "1"); // looked at by each thread that starts
    const auto restore = qScopeGuard([] { qunsetenv("QT_NO_GLIB"); });
    QObject context;
    context.moveToThread(&thread);
    QMetaObject::invokeMethod(&context, function);
    thread.start();
    QVERIFY(thread.wait(20'000));
}

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
    void stall_isLeftOutOnceAndBeforeTheTick();
    void stall_isLeftOutOfEveryDeadline();
    void loopTime_neverGoesBack();
    void time_isNeverFromBeforeAWait_data();
    void time_isNeverFromBeforeAWait();
    void realTime_isNeverEarly_data();
    void realTime_isNeverEarly();
    void realStall_isLeftOut();

private:
    void step(std::chrono::nanoseconds time);

    /// The time left out since the test began.
    std::chrono::nanoseconds stalled() const
    {
        return (m_clock.now() - m_begin) - (m_deadlines->loopTime() - m_loopBegin);
    }

    ManualClock m_clock;
    std::unique_ptr<Deadlines> m_deadlines;
    TimePoint m_begin;
    std::chrono::nanoseconds m_loopBegin{0};
};

void tst_DeadlinesTick::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_deadlines = std::make_unique<Deadlines>(m_clock);
    m_begin = m_clock.now();
    m_loopBegin = m_deadlines->loopTime();
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
    QVERIFY(stalled() == 0ns);
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
    QVERIFY(stalled() == 0ns);
    step(2 * tick + 1ns);
    QVERIFY(stalled() == tick + 1ns);
    QVERIFY(m_deadlines->takeWorstLag() == tick + 1ns);
}

void tst_DeadlinesTick::stall_isLeftOutOnceAndBeforeTheTick()
{
    CountingOwner owner;
    m_deadlines->start(owner.node, m_deadlines->list(1h));
    m_clock.advance(5s);
    QCoreApplication::processEvents();
    QVERIFY(stalled() == 5s - tick);
    step(3ms);
    QVERIFY(stalled() == 5s - tick);
    step(tick);
    step(2s);
    QVERIFY(stalled() == 7s - 2 * tick);
    QVERIFY(m_deadlines->takeWorstLag() == 5s - tick);
}

void tst_DeadlinesTick::stall_isLeftOutOfEveryDeadline()
{
    CountingOwner before;
    CountingOwner after;
    m_deadlines->start(before.node, m_deadlines->list(100ms));
    step(tick);
    const TimePoint due = m_deadlines->due(before.node);
    step(1h);
    QVERIFY(m_deadlines->due(before.node) == due + 1h - tick);
    m_deadlines->start(after.node, m_deadlines->list(100ms));
    QVERIFY(m_deadlines->due(after.node) == m_clock.now() + 100ms);
    step(tick);
    step(tick);
    QCOMPARE(before.passed, 0);
    step(tick);
    QCOMPARE(before.passed, 1);
    step(tick);
    QCOMPARE(after.passed, 0);
    step(tick);
    QCOMPARE(after.passed, 1);
}

void tst_DeadlinesTick::loopTime_neverGoesBack()
{
    CountingOwner owner;
    m_deadlines->start(owner.node, m_deadlines->list(1h));
    m_clock.advance(tick + 15ms); // late, but no hold-up
    QCoreApplication::processEvents();
    const auto before = m_deadlines->loopTime();
    m_clock.advance(3s);
    QCoreApplication::processEvents();
    QVERIFY(m_deadlines->loopTime() >= before);
    QVERIFY(m_deadlines->loopTime() <= before + tick);
}

void tst_DeadlinesTick::time_isNeverFromBeforeAWait_data()
{
    QTest::addColumn<Loop>("loop");
    QTest::newRow("our dispatcher") << Loop::Ours;
    QTest::newRow("Qt's default dispatcher") << Loop::QtDefault;
    QTest::newRow("Qt's poll dispatcher") << Loop::QtPoll;
}

void tst_DeadlinesTick::time_isNeverFromBeforeAWait()
{
    QFETCH(Loop, loop);
    const SteadyClock clock;
    TimePoint before;
    TimePoint after;
    runInThread(loop, [&] {
        auto *deadlines = new Deadlines(clock);
        before = deadlines->now();
        QTimer::singleShot(30, Qt::PreciseTimer, deadlines, [&, deadlines] {
            after = deadlines->now();
            deadlines->deleteLater();
            QThread::currentThread()->quit();
        });
    });
    QVERIFY(after - before >= 29ms);
}

void tst_DeadlinesTick::realTime_isNeverEarly_data()
{
    time_isNeverFromBeforeAWait_data();
}

void tst_DeadlinesTick::realTime_isNeverEarly()
{
    QFETCH(Loop, loop);
    const SteadyClock clock;
    std::vector<CountingOwner> owners(50);
    std::size_t passed = 0;
    int early = 0;
    runInThread(loop, [&] {
        auto *deadlines = new Deadlines(clock);
        for (std::size_t i = 0; i < owners.size(); ++i) {
            QTimer::singleShot(int(i), Qt::PreciseTimer, deadlines, [&, i, deadlines] {
                const TimePoint started = deadlines->now();
                const Milliseconds length(20 + 10 * (i % 4));
                owners[i].react = [&, started, length, deadlines] {
                    if (clock.now() - started < length)
                        ++early;
                    if (++passed < owners.size())
                        return;
                    deadlines->deleteLater();
                    QThread::currentThread()->quit();
                };
                deadlines->start(owners[i].node, deadlines->list(length));
            });
        }
    });
    QCOMPARE(passed, owners.size());
    QCOMPARE(early, 0);
}

void tst_DeadlinesTick::realStall_isLeftOut()
{
    const SteadyClock clock;
    CountingOwner owner;
    std::chrono::nanoseconds ran{0};
    runInThread(Loop::Ours, [&] {
        auto *deadlines = new Deadlines(clock);
        owner.react = [&, deadlines] {
            const auto begin = deadlines->loopTime();
            QThread::msleep(1000);
            owner.react = [&, deadlines, begin] {
                ran = deadlines->loopTime() - begin;
                deadlines->deleteLater();
                QThread::currentThread()->quit();
            };
            deadlines->start(owner.node, deadlines->list(20ms));
        };
        deadlines->start(owner.node, deadlines->list(20ms));
    });
    QVERIFY(ran >= tick);
    QVERIFY(ran < 500ms);
}

QTEST_GUILESS_MAIN(tst_DeadlinesTick)
#include "tst_deadlinestick.moc"
