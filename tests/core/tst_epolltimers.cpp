// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"
#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Teardown;

/// The dispatcher's timers in real time, beside sockets. What they do in theory: tst_TimerHeap.
class tst_EpollTimers : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        while (pass()) {} // what the framework has posted
    }

    void timers_areNeverEarly_data();
    void timers_areNeverEarly();
    void thousandTimers_allFire();
    void timer_mayKillItselfAndOthers();
    void timers_canBeAskedFor();
    void zeroTimers_doNotStarveSockets();
    void readySockets_doNotStarveTimers();
    void excludedTimers_doNotFire();
    void timer_endsAWaitWithoutSockets();
};

void tst_EpollTimers::timers_areNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
}

void tst_EpollTimers::timers_areNeverEarly()
{
    QFETCH(Qt::TimerType, type);
    int left = 0;
    std::vector<std::unique_ptr<QTimer>> timers;
    for (int interval : {0, 1, 2, 3, 7, 20, 40, 55, 80, 100}) {
        auto &timer = *timers.emplace_back(std::make_unique<QTimer>());
        timer.setTimerType(type);
        timer.setSingleShot(true);
        QElapsedTimer elapsed;
        elapsed.start();
        connect(&timer, &QTimer::timeout, this, [&left, elapsed, interval] {
            --left;
            QVERIFY(elapsed.nsecsElapsed() >= interval * 1'000'000LL);
        });
        timer.start(interval);
        ++left;
    }
    QTRY_COMPARE(left, 0);
}

void tst_EpollTimers::thousandTimers_allFire()
{
    QElapsedTimer elapsed;
    elapsed.start();
    std::vector<std::unique_ptr<QTimer>> timers;
    QList<int> fired;
    for (int i = 0; i < 1000; ++i) {
        auto &timer = *timers.emplace_back(std::make_unique<QTimer>());
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        const int interval = 1 + (i * 37) % 100;
        connect(&timer, &QTimer::timeout, this, [&fired, elapsed, interval] {
            QVERIFY(elapsed.elapsed() >= interval);
            fired.append(interval);
        });
        timer.start(interval);
    }
    QTRY_COMPARE(fired.size(), 1000);
    QVERIFY(
        std::none_of(timers.begin(), timers.end(), [](auto &timer) { return timer->isActive(); }));
}

void tst_EpollTimers::timer_mayKillItselfAndOthers()
{
    QTimer first;
    QTimer second;
    QTimer third;
    int fired = 0;
    for (QTimer *timer : {&first, &second}) {
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, [&] {
            ++fired;
            first.stop();
            second.stop();
            third.start(0);
        });
        timer->start(10);
    }
    third.setSingleShot(true);
    bool thirdFired = false;
    connect(&third, &QTimer::timeout, this, [&] { thirdFired = true; });
    QTRY_VERIFY(thirdFired);
    QTest::qWait(30);
    QCOMPARE(fired, 1);
}

void tst_EpollTimers::timers_canBeAskedFor()
{
    QObject object;
    const int id = object.startTimer(10'000, Qt::PreciseTimer);
    const int other = object.startTimer(20'000, Qt::CoarseTimer);
    QVERIFY(dispatcher().remainingTime(id) > 9'000);
    QVERIFY(dispatcher().remainingTime(id) <= 10'000);
    QCOMPARE(dispatcher().registeredTimers(&object).size(), 2);
    QCOMPARE(dispatcher().registeredTimers(this).size(), 0);
    object.killTimer(id);
    QCOMPARE(dispatcher().remainingTime(id), -1);
    QCOMPARE(dispatcher().registeredTimers(&object).size(), 1);
    QCOMPARE(dispatcher().registeredTimers(&object).first().timerId, other);
    QVERIFY(dispatcher().unregisterTimers(&object));
    QVERIFY(!dispatcher().unregisterTimers(&object));
    QVERIFY(!dispatcher().unregisterTimer(other));
}

void tst_EpollTimers::zeroTimers_doNotStarveSockets()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), QSocketNotifier::Read);
    QTimer first;
    QTimer second;
    int ticks = 0;
    connect(&first, &QTimer::timeout, this, [&] { ++ticks; });
    connect(&second, &QTimer::timeout, this, [&] { ++ticks; });
    first.start(0);
    second.start(0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!pass()); // as in Qt's own dispatchers they are not progress
    QCOMPARE(ticks, 6);
    pair.send();
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(pass(QEventLoop::WaitForMoreEvents));
        QCOMPARE(reader.count(), i);
    }
    QCOMPARE(ticks, 12);
}

void tst_EpollTimers::readySockets_doNotStarveTimers()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), QSocketNotifier::Read);
    pair.send(); // never read
    QTimer timer;
    int ticks = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(1);
    QTRY_VERIFY(ticks >= 5);
    QVERIFY(reader.count() >= 5);
}

void tst_EpollTimers::excludedTimers_doNotFire()
{
    QTimer timer;
    int ticks = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(0);
    QVERIFY(!pass(QEventLoop::X11ExcludeTimers));
    QCOMPARE(ticks, 0);
    pass();
    QCOMPARE(ticks, 1);
}

void tst_EpollTimers::timer_endsAWaitWithoutSockets()
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int ticks = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(5);
    for (int i = 1; i <= 3; ++i) {
        while (ticks < i)
            pass(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
    }
    QCOMPARE(ticks, 3);
}

QTEST_GUILESS_MAIN(tst_EpollTimers)
#include "tst_epolltimers.moc"
