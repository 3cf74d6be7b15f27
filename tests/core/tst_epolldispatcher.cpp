// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"
#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <thread>
#include <vector>

using namespace Teardown;

/// Posted events, wake-ups, interruption and nesting.
class tst_EpollDispatcher : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init();
    void cleanup() { dispatcher().disconnect(this); }

    void pass_isFalseWhenNothingHappened();
    void postedEvents_areSentInOrder();
    void postedEvents_keepAWaitFromBlocking();
    void deferredDeletion_happensInTheNextPass();
    void awake_isEmittedOnceAPass();
    void aboutToBlock_isEmittedOnlyBeforeBlocking();
    void aboutToBlock_mayPostEvents();
    void idleLoop_sleeps();

    void wakeUp_ofTheOwnThread_isKeptForTheNextWait();
    void wakeUp_ofAnotherThread_endsAWait_data();
    void wakeUp_ofAnotherThread_endsAWait();
    void wakeUps_areNeverLost_data();
    void wakeUps_areNeverLost();
    void eventsOfManyThreads_allArrive();
    void interrupt_endsAWait();
    void exit_ofAnotherThread_isNeverLost();

    void nestedLoop_goesOnWithTheRest();
    void thread_mayUseTheDispatcher();
};

void tst_EpollDispatcher::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    while (pass()) {} // what the framework has posted
}

void tst_EpollDispatcher::pass_isFalseWhenNothingHappened()
{
    QVERIFY(!pass());
    QVERIFY(!pass(QEventLoop::ExcludeSocketNotifiers));
    QVERIFY(!pass(QEventLoop::X11ExcludeTimers));
}

void tst_EpollDispatcher::postedEvents_areSentInOrder()
{
    QList<int> order;
    for (int i = 0; i < 3; ++i) {
        QMetaObject::invokeMethod(
            this,
            [&order, i, this] {
                order.append(i);
                QMetaObject::invokeMethod(
                    this, [&order, i] { order.append(10 + i); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }
    while (pass()) {}
    QCOMPARE(order, QList<int>({0, 1, 2, 10, 11, 12}));
}

void tst_EpollDispatcher::postedEvents_keepAWaitFromBlocking()
{
    bool sent = false;
    QMetaObject::invokeMethod(
        this, [&] { sent = true; }, Qt::QueuedConnection);
    QVERIFY(pass(QEventLoop::WaitForMoreEvents));
    QVERIFY(sent);
}

void tst_EpollDispatcher::deferredDeletion_happensInTheNextPass()
{
    QPointer<QObject> object(new QObject);
    QEventLoop loop;
    QTimer::singleShot(0, this, [&] {
        object->deleteLater();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    QVERIFY(object.isNull());
}

void tst_EpollDispatcher::awake_isEmittedOnceAPass()
{
    int count = 0;
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, this, [&] { ++count; });
    for (int i = 1; i <= 5; ++i) {
        pass();
        QCOMPARE(count, i);
    }
}

void tst_EpollDispatcher::aboutToBlock_isEmittedOnlyBeforeBlocking()
{
    QStringList order;
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, this, [&] {
        order.append(QStringLiteral("aboutToBlock"));
    });
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, this, [&] {
        order.append(QStringLiteral("awake"));
    });
    pass();
    QCOMPARE(order, QStringList{QStringLiteral("awake")});
    order.clear();
    QTimer::singleShot(1, this, [] {});
    pass(QEventLoop::WaitForMoreEvents);
    QCOMPARE(order, QStringList({QStringLiteral("aboutToBlock"), QStringLiteral("awake")}));
}

void tst_EpollDispatcher::aboutToBlock_mayPostEvents()
{
    bool sent = false;
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, this, [&] {
        QMetaObject::invokeMethod(
            this, [&] { sent = true; }, Qt::QueuedConnection);
    });
    QVERIFY(pass(QEventLoop::WaitForMoreEvents));
    dispatcher().disconnect(this);
    QVERIFY(!pass());
    QVERIFY(sent);
}

void tst_EpollDispatcher::idleLoop_sleeps()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), QSocketNotifier::Read);
    int passes = 0;
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, this, [&] { ++passes; });
    QEventLoop loop;
    QTimer::singleShot(300, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY2(passes <= 5, qPrintable(QString::number(passes)));
}

void tst_EpollDispatcher::wakeUp_ofTheOwnThread_isKeptForTheNextWait()
{
    dispatcher().wakeUp();
    dispatcher().wakeUp();
    QVERIFY(pass(QEventLoop::WaitForMoreEvents));
    QVERIFY(!pass());
    dispatcher().wakeUp();
    QVERIFY(pass(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers));
    QVERIFY(!pass());
}

void tst_EpollDispatcher::wakeUp_ofAnotherThread_endsAWait_data()
{
    QTest::addColumn<QEventLoop::ProcessEventsFlags>("flags");
    QTest::newRow("with sockets") << QEventLoop::ProcessEventsFlags();
    QTest::newRow("without sockets")
        << QEventLoop::ProcessEventsFlags(QEventLoop::ExcludeSocketNotifiers);
}

void tst_EpollDispatcher::wakeUp_ofAnotherThread_endsAWait()
{
    QFETCH(QEventLoop::ProcessEventsFlags, flags);
    for (int round = 0; round < 100; ++round) {
        std::thread waker([] { QAbstractEventDispatcher::instance(qApp->thread())->wakeUp(); });
        QVERIFY(pass(flags | QEventLoop::WaitForMoreEvents));
        waker.join();
        while (pass(flags)) {} // what came after the wait
    }
}

void tst_EpollDispatcher::wakeUps_areNeverLost_data()
{
    QTest::addColumn<bool>("mixed");
    QTest::newRow("with sockets") << false;
    QTest::newRow("every other wait without sockets") << true;
}

void tst_EpollDispatcher::wakeUps_areNeverLost()
{
    QFETCH(bool, mixed);
    constexpr int rounds = 20'000;
    std::atomic<int> received{0};
    std::thread poster([&] {
        for (int round = 0; round < rounds; ++round) {
            QMetaObject::invokeMethod(
                this,
                [&] {
                    ++received;
                    received.notify_one();
                },
                Qt::QueuedConnection);
            // One at a time: if this one is lost, nothing else wakes the loop.
            received.wait(round);
        }
    });
    bool withoutSockets = false;
    while (received < rounds) {
        withoutSockets = mixed && !withoutSockets;
        pass(QEventLoop::WaitForMoreEvents
             | (withoutSockets ? QEventLoop::ExcludeSocketNotifiers : QEventLoop::AllEvents));
    }
    poster.join();
    QCOMPARE(received, rounds);
}

void tst_EpollDispatcher::eventsOfManyThreads_allArrive()
{
    constexpr int posters = 4;
    constexpr int eventsEach = 5000;
    int received = 0;
    QEventLoop loop;
    std::vector<std::thread> threads;
    for (int i = 0; i < posters; ++i) {
        threads.emplace_back([&] {
            for (int event = 0; event < eventsEach; ++event) {
                QMetaObject::invokeMethod(
                    this,
                    [&] {
                        if (++received == posters * eventsEach)
                            loop.quit();
                    },
                    Qt::QueuedConnection);
            }
        });
    }
    loop.exec();
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(received, posters * eventsEach);
}

void tst_EpollDispatcher::interrupt_endsAWait()
{
    // From a slot: the pass ends before it gets to the sockets.
    DescriptorPair pair;
    Watcher reader(pair.ours(), QSocketNotifier::Read);
    pair.send();
    QMetaObject::invokeMethod(
        this, [] { dispatcher().interrupt(); }, Qt::QueuedConnection);
    pass(QEventLoop::WaitForMoreEvents);
    QCOMPARE(reader.count(), 0);
    reader.notifier.reset();
    pass();

    // From another thread, before or during the wait.
    for (int round = 0; round < 100; ++round) {
        std::thread other([] { QAbstractEventDispatcher::instance(qApp->thread())->interrupt(); });
        pass(QEventLoop::WaitForMoreEvents);
        other.join();
        pass();
    }
}

void tst_EpollDispatcher::exit_ofAnotherThread_isNeverLost()
{
    for (int round = 0; round < 500; ++round) {
        QEventLoop loop;
        std::atomic<bool> running{false};
        QMetaObject::invokeMethod(
            this, [&] { running = true; }, Qt::QueuedConnection);
        std::thread other([&] {
            while (!running)
                std::this_thread::yield();
            loop.exit(round);
        });
        QCOMPARE(loop.exec(), round);
        other.join();
    }
}

void tst_EpollDispatcher::nestedLoop_goesOnWithTheRest()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), QSocketNotifier::Read);
    reader.react = [&] {
        DescriptorPair::receive(pair.ours());
    };
    QTimer outer;
    QTimer inner;
    int outerTicks = 0;
    int innerTicks = 0;
    QEventLoop nested;
    connect(&outer, &QTimer::timeout, this, [&] {
        ++outerTicks;
        pair.send();
        nested.exec();
        outer.stop();
    });
    connect(&inner, &QTimer::timeout, this, [&] {
        if (++innerTicks == 20)
            nested.quit();
    });
    outer.start(1);
    inner.start(2);
    QTRY_COMPARE(innerTicks, 20);
    QTRY_VERIFY(!outer.isActive());
    QCOMPARE(outerTicks, 1); // its event was being delivered all the while
    QCOMPARE(reader.count(), 1);
}

void tst_EpollDispatcher::thread_mayUseTheDispatcher()
{
    for (int round = 0; round < 20; ++round) {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        QObject worker;
        worker.moveToThread(&thread);
        bool inThread = false;
        int ticks = 0;
        QMetaObject::invokeMethod(
            &worker,
            [&] {
                inThread = QThread::currentThread() == &thread
                    && qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
                auto *timer = new QTimer(&worker);
                connect(timer, &QTimer::timeout, &worker, [&, timer] {
                    if (++ticks < 3)
                        return;
                    timer->stop();
                    QThread::currentThread()->quit();
                });
                timer->start(1);
            },
            Qt::QueuedConnection);
        QVERIFY(thread.wait(10'000));
        QVERIFY(inThread);
        QCOMPARE(ticks, 3);
    }
}

QTEST_GUILESS_MAIN(tst_EpollDispatcher)
#include "tst_epolldispatcher.moc"
