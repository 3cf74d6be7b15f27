// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/category.h"
#include "ui/models/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Teardown;

namespace {

Batch manyOpened(int first, int count)
{
    std::vector<Event> list;
    for (int id = first; id < first + count; ++id)
        list.push_back(opened(static_cast<ConnectionId>(id)));
    return events(list);
}

ConnectionId idAt(const EventModel &model, int row)
{
    return model.index(row, 0).data(IdRole).toULongLong();
}

} // namespace

class tst_EventModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void event_isALine_data();
    void event_isALine();
    void newest_isAtTheEnd();
    void ring_keepsTheLast_data();
    void ring_keepsTheLast();
    void pause_holdsAndCounts();
    void pause_keepsOnlyTheLast();
    void clear_forgets();
};

void tst_EventModel::event_isALine_data()
{
    QTest::addColumn<Event>("event");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("text");

    const SocketAddress address{QHostAddress(QStringLiteral("127.0.0.1")), 7400};
    QTest::newRow("listening") << eventAt(after(0), ListeningEvent{1, address, ServiceKind::Echo})
                               << QStringLiteral("listening") << QString()
                               << QStringLiteral("127.0.0.1:7400, service echo");
    QTest::newRow("opened by a peer")
        << opened(7) << QStringLiteral("opened") << QStringLiteral("#7")
        << QStringLiteral("from 127.0.1.7:40007 at 127.0.0.1:7400");
    ConnectionInfo client = connectionInfo(7);
    client.role = Role::Client;
    QTest::newRow("opened by us") << eventAt(after(0), OpenedEvent{client})
                                  << QStringLiteral("opened") << QStringLiteral("#7")
                                  << QStringLiteral("to 127.0.1.7:40007 from 127.0.0.1:7400");
    ConnectionInfo unknownPeer = connectionInfo(7);
    unknownPeer.peer = {};
    QTest::newRow("reset before it was accepted")
        << eventAt(after(0), OpenedEvent{unknownPeer}) << QStringLiteral("opened")
        << QStringLiteral("#7") << QStringLiteral("from – at 127.0.0.1:7400");
    QTest::newRow("rejected") << eventAt(after(0), RejectedEvent{1, address, Reason::LimitRejected})
                              << QStringLiteral("rejected") << QString()
                              << QStringLiteral("127.0.0.1:7400: rejected by a limit");
    DrainProgress progress;
    progress.stage = DrainStage::Forcing;
    progress.total = 200;
    progress.open = 17;
    progress.forced = 5;
    progress.undelivered = 2'048;
    QTest::newRow("drain") << eventAt(after(0), DrainEvent{progress, true})
                           << QStringLiteral("drain") << QString()
                           << QStringLiteral("forcing: 183 of 200 ended, 5 reset, 2.0 KiB lost");
    QTest::newRow("figures") << eventAt(after(0), StatsEvent{12, 118, 1'024, 512, 0.21, 0})
                             << QStringLiteral("figures") << QString()
                             << QStringLiteral(
                                    "12 open, 118 ended, 1.0 KiB in, 512 B out, loop 0.2 ms");
}

void tst_EventModel::event_isALine()
{
    QFETCH(const Event, event);
    QLocale::setDefault(QLocale::c());
    EventModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(events({event}));
    QTEST(model.index(0, EventModel::Kind).data().toString(), "kind");
    QTEST(model.index(0, EventModel::Connection).data().toString(), "connection");
    QTEST(model.index(0, EventModel::Text).data().toString(), "text");
    QCOMPARE(model.index(0, EventModel::Time).data().toString(),
             event.wall.toLocalTime().toString(u"HH:mm:ss.zzz"));
}

void tst_EventModel::newest_isAtTheEnd()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(events({opened(1)}));
    model.apply(events({opened(2), ended(1, Reason::PeerReset)}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(idAt(model, 1), ConnectionId(2));
    QCOMPARE(model.index(2, 0).data(ReasonRole).toInt(), static_cast<int>(Reason::PeerReset));
    QCOMPARE(static_cast<Category>(model.index(2, 0).data(CategoryRole).toInt()), Category::Reset);
    QVERIFY(!model.index(2, EventModel::Text).data().toString().isEmpty());
    QVERIFY(!model.index(0, 0).data(ReasonRole).isValid());
}

void tst_EventModel::ring_keepsTheLast_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("more");

    QTest::newRow("the last that fits") << EventModel::capacity - 1 << 1;
    QTest::newRow("one too many") << EventModel::capacity << 1;
    QTest::newRow("a batch across the limit") << EventModel::capacity - 5 << 20;
    QTest::newRow("a batch as large as the ring") << 10 << EventModel::capacity;
    QTest::newRow("a batch larger than the ring") << 10 << EventModel::capacity + 1;
}

void tst_EventModel::ring_keepsTheLast()
{
    QFETCH(const int, before);
    QFETCH(const int, more);
    EventModel model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.apply(manyOpened(1, before));
    model.apply(manyOpened(before + 1, more));
    const int kept = std::min(before + more, EventModel::capacity);
    QCOMPARE(model.rowCount(), kept);
    QCOMPARE(model.droppedCount(), static_cast<quint64>(before + more - kept));
    QCOMPARE(idAt(model, kept - 1), static_cast<ConnectionId>(before + more));
    QCOMPARE(idAt(model, 0), static_cast<ConnectionId>(before + more - kept + 1));
    QCOMPARE(inserted.last().at(2).toInt(), kept - 1);
}

void tst_EventModel::pause_holdsAndCounts()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy hidden(&model, &EventModel::hiddenCountChanged);
    model.apply(events({opened(1)}));
    model.setPaused(true);
    model.apply(events({opened(2), opened(3)}));
    model.apply(snapshots({snapshot(2)}));
    model.apply(events({opened(4)}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.hiddenCount(), quint64(3));
    QCOMPARE(hidden.last().at(0).toULongLong(), 3U);

    model.setPaused(false);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(idAt(model, 3), ConnectionId(4));
    QCOMPARE(hidden.last().at(0).toULongLong(), 0U);
}

void tst_EventModel::pause_keepsOnlyTheLast()
{
    EventModel model;
    model.apply(events({opened(1)}));
    model.setPaused(true);
    model.apply(manyOpened(2, EventModel::capacity));
    model.apply(manyOpened(EventModel::capacity + 2, 1));
    QCOMPARE(model.hiddenCount(), static_cast<quint64>(EventModel::capacity + 1));
    model.setPaused(false);
    QCOMPARE(model.rowCount(), EventModel::capacity);
    QCOMPARE(model.droppedCount(), quint64{2});
    QCOMPARE(idAt(model, 0), ConnectionId(3));
}

void tst_EventModel::clear_forgets()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(events({opened(1)}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.apply(events({opened(2)}));
    QCOMPARE(model.at(0).mono, after(0));
    QCOMPARE(idAt(model, 0), ConnectionId(2));
}

QTEST_GUILESS_MAIN(tst_EventModel)
#include "tst_eventmodel.moc"
