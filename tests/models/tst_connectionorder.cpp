// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectionorder.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Teardown;

class tst_ConnectionOrder : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void addresses_areInNaturalOrder_data();
    void addresses_areInNaturalOrder();
    void ties_keepTheOrderOfArrival_data();
    void ties_keepTheOrderOfArrival();
    void unknown_isLast_data();
    void unknown_isLast();
    void everyColumn_sortsBothWays();
};

namespace {

QList<int> sorted(const ConnectionStore &store, ConnectionColumn column, Qt::SortOrder direction)
{
    QList<int> ids;
    for (const int slot : sortedSlots(store, RowFilter(), {column, direction}, after(1'000)))
        ids += static_cast<int>(store[slot].info().id);
    return ids;
}

SocketAddress address(const char *host, quint16 port)
{
    return {QHostAddress(QLatin1StringView(host)), port};
}

} // namespace

void tst_ConnectionOrder::addresses_areInNaturalOrder_data()
{
    QTest::addColumn<SocketAddress>("less");
    QTest::addColumn<SocketAddress>("greater");

    QTest::newRow("numbers, not letters") << address("127.0.0.9", 1) << address("127.0.0.10", 1);
    QTest::newRow("ports as numbers") << address("10.0.0.1", 900) << address("10.0.0.1", 7400);
    QTest::newRow("address before port") << address("10.0.0.1", 7400) << address("10.0.0.2", 1);
    QTest::newRow("high bit") << address("127.255.255.255", 1) << address("128.0.0.0", 1);
    QTest::newRow("IPv4 before IPv6") << address("255.255.255.255", 9) << address("::2", 1);
    QTest::newRow("IPv6 by number") << address("2001:db8::9", 1) << address("2001:db8::10", 1);
    QTest::newRow("IPv6, first half") << address("2001:db8::ffff", 1) << address("2001:db9::", 1);
    QTest::newRow("IPv4 in IPv6 is IPv4")
        << address("::ffff:10.0.0.1", 1) << address("10.0.0.2", 1);
}

void tst_ConnectionOrder::addresses_areInNaturalOrder()
{
    QFETCH(const SocketAddress, less);
    QFETCH(const SocketAddress, greater);
    QVERIFY(sortableAddress(less) < sortableAddress(greater));

    ConnectionStore store;
    ConnectionSnapshot first = snapshot(1);
    first.info.peer = greater;
    ConnectionSnapshot second = snapshot(2);
    second.info.peer = less;
    store.apply(snapshots({first, second}), runStart);
    QCOMPARE(sorted(store, ConnectionColumn::Peer, Qt::AscendingOrder), (QList{2, 1}));
    QCOMPARE(sorted(store, ConnectionColumn::Peer, Qt::DescendingOrder), (QList{1, 2}));
}

void tst_ConnectionOrder::ties_keepTheOrderOfArrival_data()
{
    QTest::addColumn<Qt::SortOrder>("direction");
    QTest::newRow("ascending") << Qt::AscendingOrder;
    QTest::newRow("descending") << Qt::DescendingOrder;
}

void tst_ConnectionOrder::ties_keepTheOrderOfArrival()
{
    QFETCH(const Qt::SortOrder, direction);
    ConnectionStore store;
    store.apply(events({opened(3), opened(1), opened(4), opened(2)}), runStart);
    QCOMPARE(sorted(store, ConnectionColumn::In, direction), (QList{1, 2, 3, 4}));
    QCOMPARE(sorted(store, ConnectionColumn::Local, direction), (QList{1, 2, 3, 4}));
    QCOMPARE(sorted(store, ConnectionColumn::Reason, direction), (QList{1, 2, 3, 4}));
}

void tst_ConnectionOrder::unknown_isLast_data()
{
    QTest::addColumn<Qt::SortOrder>("direction");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("ascending") << Qt::AscendingOrder << QList{2, 4, 1, 3};
    QTest::newRow("descending") << Qt::DescendingOrder << QList{4, 2, 1, 3};
}

void tst_ConnectionOrder::unknown_isLast()
{
    QFETCH(const Qt::SortOrder, direction);
    ConnectionSnapshot fast = snapshot(2);
    fast.tcp = TcpSample{1, std::chrono::microseconds(40), 0};
    ConnectionSnapshot slow = snapshot(4);
    slow.tcp = TcpSample{1, std::chrono::microseconds(90), 0};
    ConnectionStore store;
    store.apply(snapshots({snapshot(1), fast, snapshot(3), slow}), runStart);
    QTEST(sorted(store, ConnectionColumn::Rtt, direction), "ids");
}

void tst_ConnectionOrder::everyColumn_sortsBothWays()
{
    ConnectionInfo other = connectionInfo(1);
    other.role = Role::Client;
    other.service = ServiceKind::Echo;
    other.local = address("127.0.0.2", 1);
    CloseReport bad = closeReport(Reason::KernelTimeout, EndedBy::Network, Wire::None);
    bad.undelivered = 5;
    bad.bytesIn = 9;
    bad.bytesOut = 9;
    ConnectionStore store;
    store.apply(events({ended(other, bad, after(500)), ended(2)}), runStart);
    // Of two ended connections the rest is equal or unknown.
    const std::set equal{ConnectionColumn::State,
                         ConnectionColumn::Idle,
                         ConnectionColumn::Unsent,
                         ConnectionColumn::Rtt,
                         ConnectionColumn::Retransmits,
                         ConnectionColumn::NextDeadline};
    for (const ConnectionColumn column : allConnectionColumns) {
        const QList<int> ascending = sorted(store, column, Qt::AscendingOrder);
        const QList<int> descending = sorted(store, column, Qt::DescendingOrder);
        QVERIFY2(ascending == (QList{1, 2}) || ascending == (QList{2, 1}), token(column).data());
        QVERIFY2((ascending == descending) == (equal.count(column) == 1), token(column).data());
    }
}

QTEST_GUILESS_MAIN(tst_ConnectionOrder)
#include "tst_connectionorder.moc"
