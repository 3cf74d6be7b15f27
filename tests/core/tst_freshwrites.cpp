// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"
#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <sys/epoll.h>

using namespace Teardown;

using enum QSocketNotifier::Type;

/// A Write notifier that is enabled is told at the end of the same pass, before EPOLLOUT is armed.
class tst_FreshWrites : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void enabledAndDone_neverReachesTheKernel();
    void stillEnabled_isArmedAsUsual();
    void unwritable_isToldOnceAndThenWaits();
    void enabledOften_isToldOnceInAPass();
    void enabledAnew_isToldAnew();
    void disabledAgain_isNotTold();
    void deletedAgain_isNotTold();
    void deletedByAnEarlierSlot_isNotTold();
    void reusedDescriptor_isToldOnlyIfItAsks();
    void slotsThatEnableEachOther_doNotStarveTheLoop();
    void nestedLoop_takesOverTheRest();
    void excludedNotifiers_areToldLater();
    void blockingPass_returnsWhatWasTold();
    void interruptingSlot_keepsTheLoopFromBlocking();
    void tcpSocket_answersBeforeTheNextWait();
};

void tst_FreshWrites::enabledAndDone_neverReachesTheKernel()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    writer.react = [&] {
        QCOMPARE(armedEvents(pair.ours()), 0U);
        writer.notifier->setEnabled(false);
    };
    QVERIFY(pass());
    QCOMPARE(writer.count(), 1);
    QCOMPARE(armedEvents(pair.ours()), 0U);
    QVERIFY(!pass());
    QCOMPARE(writer.count(), 1);
}

void tst_FreshWrites::stillEnabled_isArmedAsUsual()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    QVERIFY(pass());
    QCOMPARE(writer.count(), 2);
    QCOMPARE(armedEvents(pair.ours()), quint32(EPOLLOUT));
    QVERIFY(pass());
    QCOMPARE(writer.count(), 3);
}

void tst_FreshWrites::unwritable_isToldOnceAndThenWaits()
{
    DescriptorPair pair;
    pair.fill();
    Watcher writer(pair.ours(), Write);
    QVERIFY(pass());
    QVERIFY(!pass());
    QCOMPARE(writer.count(), 1);
    QCOMPARE(armedEvents(pair.ours()), quint32(EPOLLOUT));
    while (!DescriptorPair::receive(pair.peer()).isEmpty()) {}
    QVERIFY(pass());
    QCOMPARE(writer.count(), 2);
}

void tst_FreshWrites::enabledOften_isToldOnceInAPass()
{
    DescriptorPair pair;
    pair.fill();
    Watcher writer(pair.ours(), Write);
    for (int i = 0; i < 10; ++i) {
        writer.notifier->setEnabled(false);
        writer.notifier->setEnabled(true);
    }
    QVERIFY(pass());
    QVERIFY(!pass());
    QCOMPARE(writer.count(), 1);
}

void tst_FreshWrites::enabledAnew_isToldAnew()
{
    DescriptorPair pair;
    pair.fill();
    Watcher writer(pair.ours(), Write);
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(pass());
        QCOMPARE(writer.count(), round);
        writer.notifier->setEnabled(false);
        writer.notifier->setEnabled(true);
    }
}

void tst_FreshWrites::disabledAgain_isNotTold()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    writer.notifier->setEnabled(false);
    QVERIFY(!pass());
    QCOMPARE(writer.count(), 0);
}

void tst_FreshWrites::deletedAgain_isNotTold()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    Watcher reader(pair.ours(), Read);
    writer.notifier.reset();
    QVERIFY(!pass());
    QCOMPARE(writer.count(), 0);
}

void tst_FreshWrites::deletedByAnEarlierSlot_isNotTold()
{
    DescriptorPair first;
    DescriptorPair second;
    Watcher one(first.ours(), Write);
    Watcher two(second.ours(), Write);
    one.react = [&] {
        two.notifier.reset();
        one.notifier->setEnabled(false);
    };
    QVERIFY(pass());
    QCOMPARE(one.count(), 1);
    QCOMPARE(two.count(), 0);
}

void tst_FreshWrites::reusedDescriptor_isToldOnlyIfItAsks()
{
    auto pair = std::make_unique<DescriptorPair>();
    const int descriptor = pair->ours();
    {
        Watcher writer(descriptor, Write);
    }
    pair.reset();
    pair = std::make_unique<DescriptorPair>();
    QCOMPARE(pair->ours(), descriptor);
    Watcher reader(descriptor, Read);
    QVERIFY(!pass());
    QCOMPARE(reader.count(), 0);
}

void tst_FreshWrites::slotsThatEnableEachOther_doNotStarveTheLoop()
{
    DescriptorPair first;
    DescriptorPair second;
    Watcher one(first.ours(), Write);
    Watcher two(second.ours(), Write);
    two.notifier->setEnabled(false);
    one.react = [&] {
        one.notifier->setEnabled(false);
        two.notifier->setEnabled(true);
    };
    two.react = [&] {
        two.notifier->setEnabled(false);
        one.notifier->setEnabled(true);
    };
    for (int passes = 1; passes <= 10; ++passes) {
        QVERIFY(pass());
        QVERIFY(one.count() + two.count() <= 3 * passes);
    }
    QVERIFY(one.count() >= 5);
    QVERIFY(two.count() >= 5);
}

void tst_FreshWrites::nestedLoop_takesOverTheRest()
{
    std::array<DescriptorPair, 4> pairs;
    std::vector<std::unique_ptr<Watcher>> writers;
    bool nested = false;
    for (const DescriptorPair &pair : pairs) {
        auto &writer = *writers.emplace_back(std::make_unique<Watcher>(pair.ours(), Write));
        writer.react = [&] {
            writer.notifier->setEnabled(false);
            if (!std::exchange(nested, true))
                pass();
        };
    }
    QVERIFY(pass());
    QVERIFY(!pass());
    for (const auto &writer : writers)
        QCOMPARE(writer->count(), 1);
}

void tst_FreshWrites::excludedNotifiers_areToldLater()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    QVERIFY(!pass(QEventLoop::ExcludeSocketNotifiers));
    QCOMPARE(writer.count(), 0);
    QVERIFY(pass());
    QCOMPARE(writer.count(), 2); // at once, and by the kernel
}

void tst_FreshWrites::blockingPass_returnsWhatWasTold()
{
    DescriptorPair pair;
    Watcher writer(pair.ours(), Write);
    writer.react = [&] {
        writer.notifier->setEnabled(false);
    };
    // It would block for ever.
    QVERIFY(pass(QEventLoop::WaitForMoreEvents));
    QCOMPARE(writer.count(), 1);
}

void tst_FreshWrites::interruptingSlot_keepsTheLoopFromBlocking()
{
    DescriptorPair pair;
    QEventLoop loop;
    Watcher writer(pair.ours(), Write);
    writer.react = [&] {
        writer.notifier->setEnabled(false);
        loop.exit(7);
    };
    QCOMPARE(loop.exec(), 7);
}

void tst_FreshWrites::tcpSocket_answersBeforeTheNextWait()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(socket.setSocketDescriptor(pair.ours()));
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { socket.write(socket.readAll()); });
    pass();

    QEventLoop loop;
    QList<QByteArray> answers; // before each wait
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &loop, [&] {
        answers.append(DescriptorPair::receive(pair.peer()));
        if (answers.size() == 2)
            loop.quit();
    });
    pair.send(QByteArrayLiteral("request"));
    loop.exec();
    QCOMPARE(answers, QList<QByteArray>({QByteArray(), QByteArrayLiteral("request")}));
    QCOMPARE(armedEvents(pair.ours()), quint32(EPOLLIN));
    QCOMPARE(socket.bytesToWrite(), 0);
    socket.abort();
}

QTEST_GUILESS_MAIN(tst_FreshWrites)
#include "tst_freshwrites.moc"
