// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectionstore.h"

#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

class tst_ConnectionStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void slot_staysWhileTheConnectionLives();
    void slot_isUsedAgainOnlyByTheNextApply();
    void memory_isBoundedByTheLimit();
    void dropped_areTheOldestEnds();
    void copy_goesItsOwnWay();
    void updated_countsEachConnectionOnce();
    void otherEnd_isFoundByItsAddressesAndItsTime();
};

void tst_ConnectionStore::slot_staysWhileTheConnectionLives()
{
    ConnectionStore store(1);
    store.apply(events({opened(1), opened(2)}), runStart);
    const ConnectionStore::Slot slot = store.slotOf(2);
    store.apply(events({ended(1)}), after(1));
    ConnectionSnapshot changed = snapshot(2);
    changed.bytesIn = 7;
    store.apply(snapshots({changed}), after(2));
    QCOMPARE(store.slotOf(2), slot);
    QCOMPARE(store[slot].snapshot.bytesIn, qint64(7));
    QCOMPARE(store.find(2), &store[slot]);
    QVERIFY(!store.find(3));
    QCOMPARE(store.liveCount(), 1);
    QCOMPARE(store.endedCount(), 1);
}

void tst_ConnectionStore::slot_isUsedAgainOnlyByTheNextApply()
{
    ConnectionStore store(1);
    store.apply(events({ended(1)}), runStart);
    const ConnectionStore::Slot slot = store.slotOf(1);
    const auto changes = store.apply(events({ended(2), opened(3)}), runStart);
    QCOMPARE(changes.dropped, (std::vector{slot}));
    QVERIFY(store[slot].dropped);
    QCOMPARE(store[slot].info().id, ConnectionId(1));
    QVERIFY(store.slotOf(3) != slot);

    store.apply(events({opened(4)}), runStart);
    QCOMPARE(store.slotOf(4), slot);
    QVERIFY(!store[slot].dropped);
}

void tst_ConnectionStore::memory_isBoundedByTheLimit()
{
    ConnectionStore store(3);
    for (ConnectionId id = 1; id <= 100; ++id) {
        store.apply(events({opened(id)}), runStart);
        QCOMPARE(store.apply(events({ended(id)}), runStart).ended, quint64(1));
    }
    QCOMPARE(store.slotCount(), 4); // the limit, and the one on its way out
    QCOMPARE(store.dropped(), quint64(97));
}

void tst_ConnectionStore::dropped_areTheOldestEnds()
{
    ConnectionStore store(2);
    store.apply(events({opened(1), opened(2), opened(3), opened(4)}), runStart);
    store.apply(events({ended(3), ended(1), ended(4)}), runStart);
    QVERIFY(!store.find(3));
    QVERIFY(store.find(1));
    QVERIFY(store.find(4));
    QVERIFY(store.find(2));
}

void tst_ConnectionStore::copy_goesItsOwnWay()
{
    ConnectionStore store(1);
    store.apply(events({opened(1)}), runStart);
    ConnectionStore copy = store;
    copy.apply(events({ended(1), opened(2)}), after(1));
    QVERIFY(!store.find(1)->hasEnded());
    QVERIFY(!store.find(2));
    QVERIFY(copy.find(1)->hasEnded());
    QCOMPARE(copy.slotOf(1), store.slotOf(1));
}

void tst_ConnectionStore::updated_countsEachConnectionOnce()
{
    ConnectionStore store;
    store.apply(events({opened(1), opened(2)}), runStart);
    store.mark();
    QCOMPARE(store.apply(snapshots({snapshot(1)}), after(1)).updated, quint64(1));
    QCOMPARE(store.apply(snapshots({snapshot(1), snapshot(2)}), after(2)).updated, quint64(1));
    store.apply(events({opened(3)}), after(3));
    QCOMPARE(store.apply(snapshots({snapshot(2), snapshot(3)}), after(4)).updated, quint64(0));
    store.mark();
    QCOMPARE(store.apply(snapshots({snapshot(2)}), after(5)).updated, quint64(1));
}

/// A client of this program connected to a server of this program.
void tst_ConnectionStore::otherEnd_isFoundByItsAddressesAndItsTime()
{
    const auto between = [](ConnectionId id, quint16 local, quint16 peer, TimePoint at) {
        ConnectionInfo info = connectionInfo(id, at);
        const QHostAddress host(QStringLiteral("127.0.0.1"));
        info.local = {host, local};
        info.peer = {host, peer};
        return info;
    };
    const ConnectionInfo server = between(1, 7'400, 40'001, after(0));
    const ConnectionInfo client = between(2, 40'001, 7'400, after(0));
    const ConnectionInfo later = between(3, 40'001, 7'400, after(5'000));
    ConnectionStore store;
    store.apply(events({eventAt(after(0), OpenedEvent{server}),
                        eventAt(after(5'000), OpenedEvent{later})}),
                after(5'000));
    QCOMPARE(store.findOtherEnd(*store.find(1)), store.find(3));
    store.apply(events({ended(server, closeReport(Reason::PeerClosed), after(1'000))}),
                after(5'000));
    QVERIFY(!store.findOtherEnd(*store.find(1)));
    store.apply(events({eventAt(after(0), OpenedEvent{client})}), after(5'000));
    QCOMPARE(store.findOtherEnd(*store.find(1)), store.find(2));
    QCOMPARE(store.findOtherEnd(*store.find(2)), store.find(1));
    QVERIFY(!store.findOtherEnd(*store.find(3)));
}

QTEST_GUILESS_MAIN(tst_ConnectionStore)
#include "tst_connectionstore.moc"
