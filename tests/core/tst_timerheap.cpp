// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/timerheap.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimerEvent>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

/// Keeps the ids of its timers in the order they fired in.
class Owner final : public QObject
{
    Q_OBJECT

public:
    QList<int> fired;
    std::function<void(int)> react;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        fired.append(event->timerId());
        if (react)
            react(event->timerId());
    }
};

} // namespace

class tst_TimerHeap : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void expiry_isNeverEarly_data();
    void expiry_isNeverEarly();
    void timers_fireInOrderOfExpiry();
    void equalTimers_fireInOrderOfTheirStart();
    void removal_keepsTheOrder();
    void randomStartsAndStops_keepTheOrder();
    void repetition_doesNotDrift();
    void missedPeriods_areLeftOut();
    void zeroTimer_firesOnceInEachRound();
    void coarseTimers_meet();
    void ownEvent_mayStopTheTimer();
    void ownEvent_mayStartTheSameIdAnew();
    void event_mayStopTimersThatAreDue();
    void event_mayStopAllOfTheOwner();
    void firingTimer_doesNotRecur();
    void remaining_isThatOfTheTimer();
    void timersOf_listsThoseOfTheOwner();
    void longestInterval_doesNotOverflow();

private:
    // Somewhere off every grid.
    const TimePoint m_start{123'456'789'123ns};
};

void tst_TimerHeap::expiry_isNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<qint64>("latest"); // milliseconds after the interval

    QTest::newRow("a precise timer is exact") << Qt::PreciseTimer << qint64(1000) << qint64(0);
    QTest::newRow("a precise timer of 1 ms is exact") << Qt::PreciseTimer << qint64(1) << qint64(0);
    QTest::newRow("a coarse timer may be 5 % late")
        << Qt::CoarseTimer << qint64(1000) << qint64(50);
    QTest::newRow("a short coarse timer is exact") << Qt::CoarseTimer << qint64(19) << qint64(0);
    QTest::newRow("a coarse timer of 20 ms may be 1 ms late")
        << Qt::CoarseTimer << qint64(20) << qint64(1);
    QTest::newRow("a very coarse timer may be a second late")
        << Qt::VeryCoarseTimer << qint64(1500) << qint64(1000);
    QTest::newRow("a very coarse timer under a second may be 5 % late")
        << Qt::VeryCoarseTimer << qint64(999) << qint64(49);
}

void tst_TimerHeap::expiry_isNeverEarly()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(qint64, interval);
    QFETCH(qint64, latest);

    Owner owner;
    for (int step = 0; step < 1000; ++step) {
        const TimePoint now = m_start + step * 1'234'567ns;
        const TimePoint exact = now + Milliseconds(interval);
        TimerHeap timers;
        timers.insert(1, Milliseconds(interval), type, &owner, now);
        QVERIFY(*timers.nextExpiry() >= exact);
        QVERIFY(*timers.nextExpiry() <= exact + Milliseconds(latest));
        QCOMPARE(timers.fire(*timers.nextExpiry() - 1ns), 0);
        QCOMPARE(timers.fire(*timers.nextExpiry()), 1);
    }
    QCOMPARE(owner.fired.size(), 1000);
}

void tst_TimerHeap::timers_fireInOrderOfExpiry()
{
    Owner owner;
    TimerHeap timers;
    QRandomGenerator random(1);
    for (int id = 1; id <= 1000; ++id) {
        timers.insert(id,
                      Milliseconds(random.bounded(1000, 2000)),
                      Qt::PreciseTimer,
                      &owner,
                      m_start);
    }
    TimePoint last = m_start;
    int rounds = 0;
    while (owner.fired.size() < 1000) {
        const TimePoint next = *timers.nextExpiry();
        QVERIFY(next > last);
        timers.fire(next);
        last = next;
        ++rounds;
    }
    QVERIFY(rounds > 500);
    QCOMPARE(std::set<int>(owner.fired.begin(), owner.fired.end()).size(), std::size_t(1000));
}

void tst_TimerHeap::equalTimers_fireInOrderOfTheirStart()
{
    Owner owner;
    TimerHeap timers;
    const QList<int> ids{5, 3, 9, 1, 7, 2};
    for (const int id : ids)
        timers.insert(id, 10ms, Qt::PreciseTimer, &owner, m_start);
    QCOMPARE(timers.fire(m_start + 10ms), 6);
    QCOMPARE(timers.fire(m_start + 20ms), 6);
    QCOMPARE(owner.fired, ids + ids);
}

void tst_TimerHeap::removal_keepsTheOrder()
{
    Owner owner;
    TimerHeap timers;
    QRandomGenerator random(2);
    for (int id = 1; id <= 1000; ++id)
        timers.insert(id, Milliseconds(random.bounded(1, 100)), Qt::PreciseTimer, &owner, m_start);
    for (int id = 1; id <= 1000; id += 2)
        QVERIFY(timers.remove(id));
    QVERIFY(!timers.remove(1));

    owner.react = [&](int id) {
        QVERIFY(timers.remove(id));
    };
    TimePoint last = m_start;
    while (timers.nextExpiry()) {
        QVERIFY(*timers.nextExpiry() > last);
        last = *timers.nextExpiry();
        timers.fire(last);
    }
    QCOMPARE(owner.fired.size(), 500);
    QVERIFY(std::none_of(owner.fired.begin(), owner.fired.end(), [](int id) { return id % 2; }));
}

void tst_TimerHeap::randomStartsAndStops_keepTheOrder()
{
    Owner owner;
    TimerHeap timers;
    std::map<int, TimePoint> expected; // by id
    QRandomGenerator random(3);
    owner.react = [&](int id) {
        QVERIFY(timers.remove(id));
        QCOMPARE(expected.erase(id), std::size_t(1));
    };
    TimePoint now = m_start;
    for (int id = 1; id <= 20'000; ++id) {
        const Milliseconds interval(random.bounded(1, 1'000'000));
        timers.insert(id, interval, Qt::PreciseTimer, &owner, now);
        expected.emplace(id, now + interval);
        // About 200 of them run at a time.
        if (expected.size() > 200) {
            const auto victim = expected.lower_bound(random.bounded(id));
            QVERIFY(timers.remove(victim->first));
            expected.erase(victim);
        }
        if (id % 4 == 0) {
            now = *timers.nextExpiry();
            QVERIFY(timers.fire(now) >= 1);
        }
        if (expected.empty())
            continue;
        const auto next = std::min_element(expected.begin(),
                                           expected.end(),
                                           [](const auto &left, const auto &right) {
                                               return left.second < right.second;
                                           });
        QVERIFY(*timers.nextExpiry() == next->second);
    }
}

void tst_TimerHeap::repetition_doesNotDrift()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, 100ms, Qt::PreciseTimer, &owner, m_start);
    QCOMPARE(timers.fire(m_start + 107ms), 1);
    QVERIFY(*timers.nextExpiry() == m_start + 200ms);
    QCOMPARE(timers.fire(m_start + 299ms), 1);
    QVERIFY(*timers.nextExpiry() == m_start + 300ms);
}

void tst_TimerHeap::missedPeriods_areLeftOut()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, 100ms, Qt::PreciseTimer, &owner, m_start);
    QCOMPARE(timers.fire(m_start + 1050ms), 1);
    QVERIFY(*timers.nextExpiry() == m_start + 1150ms);
}

void tst_TimerHeap::zeroTimer_firesOnceInEachRound()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, 0ms, Qt::PreciseTimer, &owner, m_start);
    for (int round = 1; round <= 3; ++round) {
        const TimePoint now = m_start + round * 1ns;
        QVERIFY(*timers.nextExpiry() <= now);
        QCOMPARE(timers.fire(now), 0); // it does not count
        QCOMPARE(owner.fired.size(), round);
    }
}

void tst_TimerHeap::coarseTimers_meet()
{
    Owner owner;
    TimerHeap timers;
    std::set<TimePoint> expiries;
    for (int id = 1; id <= 100; ++id) {
        timers.insert(id, 1000ms, Qt::CoarseTimer, &owner, m_start + id * 100us);
        TimerHeap single;
        single.insert(id, 1000ms, Qt::CoarseTimer, &owner, m_start + id * 100us);
        expiries.insert(*single.nextExpiry());
    }
    QVERIFY(expiries.size() <= 2);
    QCOMPARE(timers.fire(*expiries.rbegin()), 100);
}

void tst_TimerHeap::ownEvent_mayStopTheTimer()
{
    Owner owner;
    TimerHeap timers;
    owner.react = [&](int id) {
        QVERIFY(timers.remove(id));
    };
    timers.insert(1, 10ms, Qt::PreciseTimer, &owner, m_start);
    QCOMPARE(timers.fire(m_start + 10ms), 1);
    QVERIFY(!timers.nextExpiry());
    QVERIFY(!timers.remaining(1, m_start));
}

void tst_TimerHeap::ownEvent_mayStartTheSameIdAnew()
{
    Owner owner;
    TimerHeap timers;
    owner.react = [&](int id) {
        QVERIFY(timers.remove(id));
        timers.insert(id, 70ms, Qt::PreciseTimer, &owner, m_start + 10ms);
    };
    timers.insert(1, 10ms, Qt::PreciseTimer, &owner, m_start);
    QCOMPARE(timers.fire(m_start + 10ms), 1);
    QVERIFY(*timers.nextExpiry() == m_start + 80ms);
    QVERIFY(timers.remove(1));
    QVERIFY(!timers.nextExpiry());
}

void tst_TimerHeap::event_mayStopTimersThatAreDue()
{
    Owner owner;
    TimerHeap timers;
    for (int id = 1; id <= 10; ++id)
        timers.insert(id, 10ms, Qt::PreciseTimer, &owner, m_start);
    owner.react = [&](int) {
        for (int id = 2; id <= 10; ++id)
            timers.remove(id);
    };
    QCOMPARE(timers.fire(m_start + 10ms), 1);
    QCOMPARE(owner.fired, QList<int>{1});
}

void tst_TimerHeap::event_mayStopAllOfTheOwner()
{
    Owner owner;
    Owner other;
    TimerHeap timers;
    for (int id = 1; id <= 10; ++id)
        timers.insert(id, 10ms, Qt::PreciseTimer, id % 2 ? &owner : &other, m_start);
    owner.react = [&](int) {
        QVERIFY(timers.removeAll(&owner));
    };
    QCOMPARE(timers.fire(m_start + 10ms), 6);
    QCOMPARE(owner.fired.size(), 1);
    QCOMPARE(other.fired.size(), 5);
    QVERIFY(!timers.removeAll(&owner));
}

void tst_TimerHeap::firingTimer_doesNotRecur()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, 10ms, Qt::PreciseTimer, &owner, m_start);
    owner.react = [&](int) {
        // A nested loop in the slot.
        QVERIFY(!timers.nextExpiry());
        QCOMPARE(timers.fire(m_start + 1000ms), 0);
        QVERIFY(*timers.remaining(1, m_start + 10ms) == 10ms);
    };
    QCOMPARE(timers.fire(m_start + 10ms), 1);
    QVERIFY(*timers.nextExpiry() == m_start + 20ms);
}

void tst_TimerHeap::remaining_isThatOfTheTimer()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, 10ms, Qt::PreciseTimer, &owner, m_start);
    QVERIFY(*timers.remaining(1, m_start) == 10ms);
    QVERIFY(*timers.remaining(1, m_start + 9'999'999ns) == 1ns);
    QVERIFY(*timers.remaining(1, m_start + 1s) == 0ns);
    QVERIFY(!timers.remaining(2, m_start));
}

void tst_TimerHeap::timersOf_listsThoseOfTheOwner()
{
    Owner owner;
    Owner other;
    TimerHeap timers;
    timers.insert(1, 10ms, Qt::PreciseTimer, &owner, m_start);
    timers.insert(2, 20ms, Qt::CoarseTimer, &other, m_start);
    const auto list = timers.timersOf(&other);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().timerId, 2);
    QCOMPARE(list.first().interval, 20);
    QCOMPARE(list.first().timerType, Qt::CoarseTimer);
}

void tst_TimerHeap::longestInterval_doesNotOverflow()
{
    Owner owner;
    TimerHeap timers;
    timers.insert(1, Milliseconds::max(), Qt::CoarseTimer, &owner, m_start);
    QVERIFY(*timers.nextExpiry() > m_start + std::chrono::years(9));
    QCOMPARE(timers.timersOf(&owner).first().interval, std::numeric_limits<int>::max());
}

QTEST_GUILESS_MAIN(tst_TimerHeap)
#include "tst_timerheap.moc"
