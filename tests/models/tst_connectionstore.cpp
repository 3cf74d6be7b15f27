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

QTEST_GUILESS_MAIN(tst_ConnectionStore)
#include "tst_connectionstore.moc"
