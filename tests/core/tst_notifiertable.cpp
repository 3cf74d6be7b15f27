// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"
#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <array>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Teardown;

using enum QSocketNotifier::Type;

class tst_NotifierTable : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void eachType_isToldOfItsEvents();
    void hangUp_goesToEveryNotifier();
    void hangUp_doesNotSpinWithoutNotifiers();
    void registration_isOneForAllTypes();
    void registration_endsWithTheLastNotifier();
    void registration_isNotTouchedByWhatIsUndone();
    void reusedDescriptor_isNotToldOfItsPredecessor();
    void slot_mayDisableNotifiersOfTheSameBatch();
    void slot_mayDeleteNotifiersOfTheSameBatch();
    void slot_mayDeleteItsOwnNotifier();
    void slot_mayDeleteTheOtherTypesOfItsDescriptor();
    void nestedLoop_takesOverTheBatch();
    void everythingReady_isToldInShortPassesBeforeATimer();
    void sockets_goBeforeTimers();
    void excludedNotifiers_areNotTold();
};

void tst_NotifierTable::eachType_isToldOfItsEvents()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    Watcher reader(pair.ours(), Read);
    Watcher writer(pair.ours(), Write);
    Watcher urgent(pair.ours(), Exception);
    pass(); // the fresh write
    writer.forget();
    pass();
    QCOMPARE(writer.count(), 1);
    writer.notifier->setEnabled(false);

    QVERIFY(!pass());
    pair.send();
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);
    QCOMPARE(DescriptorPair::receive(pair.ours()), QByteArrayLiteral("x"));
    QVERIFY(!pass());
    QCOMPARE(urgent.count(), 0);

    QCOMPARE(::send(pair.peer(), "!", 1, MSG_OOB), ssize_t(1));
    QVERIFY(pass());
    QCOMPARE(urgent.count(), 1);
    QCOMPARE(writer.count(), 1);
}

void tst_NotifierTable::hangUp_goesToEveryNotifier()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    Watcher reader(pair.ours(), Read);
    Watcher writer(pair.ours(), Write);
    Watcher urgent(pair.ours(), Exception);
    pass();
    pass();
    writer.forget();
    pair.resetPeer();
    QVERIFY(pass());
    for (const Watcher *watcher : {&reader, &writer, &urgent})
        QCOMPARE(watcher->count(), 1);
}

void tst_NotifierTable::hangUp_doesNotSpinWithoutNotifiers()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    Watcher reader(pair.ours(), Read);
    reader.react = [&] {
        reader.notifier->setEnabled(false);
    };
    pair.resetPeer();
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);

    int passes = 0;
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, this, [&] { ++passes; });
    QTest::qWait(50);
    dispatcher().disconnect(this);
    QVERIFY2(passes < 50, qPrintable(QString::number(passes)));
    QCOMPARE(reader.count(), 1);
}

void tst_NotifierTable::registration_isOneForAllTypes()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), Read);
    Watcher urgent(pair.ours(), Exception);
    QCOMPARE(armedEvents(pair.ours()), 0U);
    pass();
    QCOMPARE(armedEvents(pair.ours()), quint32(EPOLLIN | EPOLLPRI));
    reader.notifier->setEnabled(false);
    pass();
    QCOMPARE(armedEvents(pair.ours()), quint32(EPOLLPRI));
}

void tst_NotifierTable::registration_endsWithTheLastNotifier()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), Read);
    Watcher urgent(pair.ours(), Exception);
    pass();
    reader.notifier->setEnabled(false);
    QVERIFY(armedEvents(pair.ours()) != 0);
    urgent.notifier->setEnabled(false);
    QCOMPARE(armedEvents(pair.ours()), 0U); // at once, before the descriptor may be closed
}

void tst_NotifierTable::registration_isNotTouchedByWhatIsUndone()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), Read);
    Watcher urgent(pair.ours(), Exception);
    pass();
    const quint32 before = armedEvents(pair.ours());
    reader.notifier->setEnabled(false);
    QCOMPARE(armedEvents(pair.ours()), before);
    reader.notifier->setEnabled(true);
    pass();
    QCOMPARE(armedEvents(pair.ours()), before);
    pair.send();
    pass();
    QCOMPARE(reader.count(), 1);
}

void tst_NotifierTable::reusedDescriptor_isNotToldOfItsPredecessor()
{
    DescriptorPair first;
    DescriptorPair second;
    DescriptorPair silent;
    std::array watchers{std::make_unique<Watcher>(first.ours(), Read),
                        std::make_unique<Watcher>(second.ours(), Read)};
    const std::array descriptors{first.ours(), second.ours()};
    std::unique_ptr<Watcher> successor;

    // Whichever is told first closes the other one, and puts a silent descriptor in its place.
    for (std::size_t i : {0U, 1U}) {
        watchers[i]->react = [&, other = 1 - i] {
            if (successor)
                return;
            watchers[other].reset();
            QCOMPARE(::dup2(silent.ours(), descriptors[other]), descriptors[other]);
            successor = std::make_unique<Watcher>(descriptors[other], Read);
        };
    }
    first.send();
    second.send();
    QVERIFY(pass());
    QVERIFY(successor);
    QCOMPARE(successor->count(), 0);
    silent.send();
    QVERIFY(pass());
    QCOMPARE(successor->count(), 1);
}

void tst_NotifierTable::slot_mayDisableNotifiersOfTheSameBatch()
{
    DescriptorPair first;
    DescriptorPair second;
    Watcher one(first.ours(), Read);
    Watcher two(second.ours(), Read);
    one.react = [&] {
        two.notifier->setEnabled(false);
    };
    two.react = [&] {
        one.notifier->setEnabled(false);
    };
    first.send();
    second.send();
    QVERIFY(pass());
    QCOMPARE(one.count() + two.count(), 1);
}

void tst_NotifierTable::slot_mayDeleteNotifiersOfTheSameBatch()
{
    DescriptorPair first;
    DescriptorPair second;
    Watcher one(first.ours(), Read);
    Watcher two(second.ours(), Read);
    one.react = [&] {
        two.notifier.reset();
    };
    two.react = [&] {
        one.notifier.reset();
    };
    first.send();
    second.send();
    QVERIFY(pass());
    QCOMPARE(one.count() + two.count(), 1);
}

void tst_NotifierTable::slot_mayDeleteItsOwnNotifier()
{
    DescriptorPair pair;
    auto *notifier = new QSocketNotifier(pair.ours(), Read);
    int count = 0;
    connect(notifier, &QSocketNotifier::activated, this, [&] {
        ++count;
        delete notifier;
    });
    pair.send();
    QVERIFY(pass());
    QVERIFY(!pass());
    QCOMPARE(count, 1);
    QCOMPARE(armedEvents(pair.ours()), 0U);
}

void tst_NotifierTable::slot_mayDeleteTheOtherTypesOfItsDescriptor()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    Watcher reader(pair.ours(), Read);
    Watcher writer(pair.ours(), Write);
    Watcher urgent(pair.ours(), Exception);
    pass();
    pass();
    writer.forget();
    reader.react = [&] {
        writer.notifier.reset();
        urgent.notifier.reset();
        pair.closeOurs();
    };
    pair.resetPeer();
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);
    QCOMPARE(writer.count(), 0);
    QCOMPARE(urgent.count(), 0);
    reader.notifier.reset();
}

void tst_NotifierTable::nestedLoop_takesOverTheBatch()
{
    std::array<DescriptorPair, 3> pairs;
    std::vector<std::unique_ptr<Watcher>> watchers;
    bool nested = false;
    for (const DescriptorPair &pair : pairs) {
        auto &watcher = *watchers.emplace_back(std::make_unique<Watcher>(pair.ours(), Read));
        watcher.react = [&, descriptor = pair.ours()] {
            DescriptorPair::receive(descriptor);
            if (!std::exchange(nested, true))
                pass();
        };
    }
    for (DescriptorPair &pair : pairs)
        pair.send();
    QVERIFY(pass());
    // The two others were told by the nested pass, and not once more by the outer one.
    for (const auto &watcher : watchers)
        QCOMPARE(watcher->count(), 1);
}

void tst_NotifierTable::everythingReady_isToldInShortPassesBeforeATimer()
{
    std::vector<std::unique_ptr<DescriptorPair>> pairs;
    std::vector<std::unique_ptr<Watcher>> watchers;
    for (int i = 0; i < 1000; ++i) {
        auto &pair = *pairs.emplace_back(std::make_unique<DescriptorPair>());
        watchers.push_back(std::make_unique<Watcher>(pair.ours(), Read));
        pair.send();
    }
    const int told = NotifierTable::eventsPerWait + 1;
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(0);
    const auto sum = [&] {
        return std::accumulate(watchers.begin(), watchers.end(), 0, [](int all, const auto &one) {
            return all + one->count();
        });
    };
    for (int before = 0; ticks == 0; before = sum()) {
        QVERIFY(pass());
        QVERIFY2(sum() < before + told, "a pass has its limit");
        QVERIFY2(ticks == 0 || sum() >= 1000, "no timer before what was ready");
        QVERIFY2(sum() <= 1000 + told, "a timer has its turn, although all stay ready");
    }
    for (const auto &watcher : watchers)
        QVERIFY(watcher->count() >= 1);
}

void tst_NotifierTable::sockets_goBeforeTimers()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), Read);
    QStringList order;
    reader.react = [&] {
        DescriptorPair::receive(pair.ours());
        order.append(QStringLiteral("socket"));
    };
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { order.append(QStringLiteral("timer")); });
    timer.start(0);
    pair.send();
    pass();
    QCOMPARE(order, QStringList({QStringLiteral("socket"), QStringLiteral("timer")}));
}

void tst_NotifierTable::excludedNotifiers_areNotTold()
{
    DescriptorPair pair;
    Watcher reader(pair.ours(), Read);
    pair.send();
    QVERIFY(!pass(QEventLoop::ExcludeSocketNotifiers));
    QCOMPARE(reader.count(), 0);
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);
}

QTEST_GUILESS_MAIN(tst_NotifierTable)
#include "tst_notifiertable.moc"
