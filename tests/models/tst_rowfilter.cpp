// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectionmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

using Ids = QList<int>;

class tst_RowFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void text_findsWhatIsShown_data();
    void text_findsWhatIsShown();
    void reason_findsTheEnded();
    void endpoint_findsItsConnections();
    void filters_actTogether();
    void newRows_areFiltered();
    void changedRows_areFilteredAtTheNextResort();
    void active_isToldForEachFilter();
};

/// 1 open, 2 half closed, 3 draining, 4 reset by the peer, 5 a refused client with IPv6 addresses.
static Batch fiveConnections()
{
    ConnectionSnapshot halfClosed = snapshot(2);
    halfClosed.state = ConnectionState::PeerHalfClosed;
    ConnectionSnapshot draining = snapshot(3);
    draining.info.service = ServiceKind::Chargen;
    draining.phase = Phase::Draining;
    ConnectionInfo refused = connectionInfo(5);
    refused.role = Role::Client;
    refused.endpoint = 2;
    refused.local = {};
    refused.peer = {QHostAddress(QStringLiteral("2001:db8::5")), 7400};
    return {{ended(connectionInfo(4),
                   closeReport(Reason::PeerReset, EndedBy::Peer, Wire::Rst),
                   after(9)),
             ended(refused,
                   closeReport(Reason::ConnectRefused, EndedBy::Network, Wire::Rst),
                   after(9))},
            {snapshot(1), halfClosed, draining},
            {}};
}

static Ids shown(const ConnectionModel &model)
{
    Ids ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += static_cast<int>(model.id(row));
    return ids;
}

void tst_RowFilter::text_findsWhatIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Ids>("ids");

    QTest::newRow("nothing typed") << QString() << Ids{1, 2, 3, 4, 5};
    QTest::newRow("only spaces") << QStringLiteral("   ") << Ids{1, 2, 3, 4, 5};
    QTest::newRow("address") << QStringLiteral("127.0.1.2") << Ids{2};
    QTest::newRow("port") << QStringLiteral("40003") << Ids{3};
    QTest::newRow("port of both") << QStringLiteral(":7400") << Ids{1, 2, 3, 4, 5};
    QTest::newRow("IPv6, in capitals") << QStringLiteral("2001:DB8") << Ids{5};
    QTest::newRow("state") << QStringLiteral("open") << Ids{1};
    QTest::newRow("state, as token") << QStringLiteral("peer-half-closed") << Ids{2};
    QTest::newRow("state, as shown") << QStringLiteral("half closed") << Ids{2};
    QTest::newRow("draining, which is not open") << QStringLiteral("drain") << Ids{3};
    QTest::newRow("ended") << QStringLiteral("ended") << Ids{4, 5};
    QTest::newRow("role") << QStringLiteral("CLIENT") << Ids{5};
    QTest::newRow("service") << QStringLiteral("chargen") << Ids{3};
    QTest::newRow("reason, as token") << QStringLiteral("peer-reset") << Ids{4};
    QTest::newRow("reason, as shown") << QStringLiteral("refused") << Ids{5};
    QTest::newRow("wire") << QStringLiteral("rst") << Ids{4, 5};
    QTest::newRow("ended by") << QStringLiteral("network") << Ids{5};
    QTest::newRow("every word must be found") << QStringLiteral("ended 127") << Ids{4};
    QTest::newRow("in any order") << QStringLiteral("127 rst ended") << Ids{4};
    QTest::newRow("one word is not found") << QStringLiteral("ended nonsense") << Ids{};
}

void tst_RowFilter::text_findsWhatIsShown()
{
    QFETCH(const QString, text);
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(fiveConnections());
    model.sort(-1);
    model.setTextFilter(text);
    QTEST(shown(model), "ids");
    QCOMPARE(model.textFilter(), text);
    model.setTextFilter({});
    QCOMPARE(shown(model), (Ids{1, 2, 3, 4, 5}));
}

void tst_RowFilter::reason_findsTheEnded()
{
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(fiveConnections());
    model.setReasonFilter(Reason::PeerReset);
    QCOMPARE(shown(model), (Ids{4}));
    model.setReasonFilter(Reason::PeerClosed);
    QCOMPARE(shown(model), (Ids{}));
    model.setReasonFilter({});
    QCOMPARE(model.rowCount(), 5);
}

void tst_RowFilter::endpoint_findsItsConnections()
{
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(fiveConnections());
    model.setEndpointFilter({2});
    QCOMPARE(shown(model), (Ids{5}));
    model.setEndpointFilter({2, 1});
    QCOMPARE(model.rowCount(), 5);
    model.setEndpointFilter({7});
    QCOMPARE(model.rowCount(), 0);
    model.setEndpointFilter({});
    QCOMPARE(model.rowCount(), 5);
}

void tst_RowFilter::filters_actTogether()
{
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(fiveConnections());
    model.sort(-1);
    model.setTextFilter(QStringLiteral("127"));
    model.setEndedHidden(true);
    QCOMPARE(shown(model), (Ids{1, 2, 3}));
    model.setReasonFilter(Reason::PeerReset);
    QCOMPARE(model.rowCount(), 0);
    model.setEndedHidden(false);
    QCOMPARE(shown(model), (Ids{4}));
}

void tst_RowFilter::newRows_areFiltered()
{
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTextFilter(QStringLiteral("40002"));
    model.apply(events({opened(1), opened(2)}));
    QCOMPARE(shown(model), (Ids{2}));
    QVERIFY(model.find(1));
    QVERIFY(!model.rowOf(1));
}

void tst_RowFilter::changedRows_areFilteredAtTheNextResort()
{
    ConnectionModel model{start()};
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(events({opened(1), opened(2)}));
    model.setEndedHidden(true);
    model.apply(events({ended(1, Reason::PeerClosed, after(100))}));
    model.tick(after(900));
    QCOMPARE(shown(model), (Ids{1, 2}));
    model.tick(after(1'000));
    QCOMPARE(shown(model), (Ids{2}));
}

void tst_RowFilter::active_isToldForEachFilter()
{
    ConnectionModel model{start()};
    QVERIFY(!model.isFiltered());
    model.setTextFilter(QStringLiteral("x"));
    QVERIFY(model.isFiltered());
    model.setTextFilter(QStringLiteral(" "));
    QVERIFY(!model.isFiltered());
    model.setReasonFilter(Reason::Drained);
    QVERIFY(model.isFiltered());
    model.setReasonFilter({});
    model.setEndpointFilter({1});
    QVERIFY(model.isFiltered());
    model.setEndpointFilter({});
    model.setEndedHidden(true);
    QVERIFY(model.isFiltered());
    model.setEndedHidden(false);
    QVERIFY(!model.isFiltered());
}

QTEST_GUILESS_MAIN(tst_RowFilter)
#include "tst_rowfilter.moc"
