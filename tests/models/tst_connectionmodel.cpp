// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/category.h"
#include "ui/models/connectionmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Teardown;
using Column = ConnectionColumn;

namespace {

/// A model, with short ways to look at it.
struct Fixture
{
    /// The tester visits every cell at every signal: too much for tests of the limits.
    enum class Watch { Yes, No };

    explicit Fixture(Watch watch = Watch::Yes)
    {
        if (watch == Watch::Yes)
            tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    ConnectionModel model{start()};
    std::optional<QAbstractItemModelTester> tester;

    std::vector<ConnectionId> ids() const
    {
        std::vector<ConnectionId> shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown.push_back(model.id(row));
        return shown;
    }

    QVariant cell(int row, Column column, int role = Qt::DisplayRole) const
    {
        return model.index(row, static_cast<int>(column)).data(role);
    }

    void open(const std::vector<ConnectionId> &ids)
    {
        std::vector<Event> list;
        for (const ConnectionId id : ids)
            list.push_back(opened(id, model.now()));
        model.apply(events(list));
    }

    void sort(Column column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        model.sort(static_cast<int>(column), order);
    }
};

using Ids = std::vector<ConnectionId>;

} // namespace

class tst_ConnectionModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void newRow_appearsAtOnceAtTheEnd();
    void resort_comesAtMostOnceASecond();
    void resort_isLeftToTheTickAfterABigBatch();
    void resort_waitsWhileBlocked();
    void count_changesOnlyAtTheTail();
    void selection_staysWithTheConnection();
    void selection_losesOnlyWhatLeaves();
    void unchangedOrder_isNotAnnounced();
    void dataChanged_coversOnlyVisibleRows();
    void time_standsStillBetweenTicks();
    void age_overtakesWithoutNews();

    void end_fillsTheRow();
    void end_isFinal();
    void endWithoutOpening_isShown();
    void client_learnsItsAddressesLate();
    void endedRows_areBounded();
    void endedRows_areBoundedWhileBlocked();
    void endedRows_mayExceedTheLimitInOneBatch();

    void pause_holdsEverything();
    void pause_isShownAtOnceWhenItEnds();
    void pause_countsWhatItHides();
    void pause_allowsSortingAndFilters();
    void pause_isBounded();
    void pause_maySeeSlotsChangeHands();

    void fresh_lastsThreeSeconds();
    void category_followsTheLife_data();
    void category_followsTheLife();
    void deadline_showsTheTimeLeft();
    void accessibleText_saysStateAndTime();
    void unknown_isADash();
    void toolTip_hasAbsoluteTimes();
    void everyCell_answersEveryRole();
    void header_namesEveryColumn();
};

void tst_ConnectionModel::newRow_appearsAtOnceAtTheEnd()
{
    Fixture f;
    f.sort(Column::Id, Qt::DescendingOrder);
    f.open({1, 2, 3});
    QCOMPARE(f.ids(), (Ids{1, 2, 3}));
}

void tst_ConnectionModel::resort_comesAtMostOnceASecond()
{
    Fixture f;
    f.sort(Column::Id, Qt::DescendingOrder); // at 0 ms, with nothing to move
    f.model.apply(events({opened(1), opened(2)}));
    f.model.tick(after(999));
    QCOMPARE(f.ids(), (Ids{1, 2}));
    f.model.tick(after(1'000));
    QCOMPARE(f.ids(), (Ids{2, 1}));

    f.open({3});
    f.model.tick(after(1'999));
    QCOMPARE(f.ids(), (Ids{2, 1, 3}));
    f.model.tick(after(2'000));
    QCOMPARE(f.ids(), (Ids{3, 2, 1}));
}

void tst_ConnectionModel::resort_isLeftToTheTickAfterABigBatch()
{
    Fixture f(Fixture::Watch::No);
    f.sort(Column::Id, Qt::DescendingOrder);
    ConnectionId last = 0;
    const auto openAt = [&](qint64 milliseconds, std::size_t count) {
        std::vector<Event> list;
        for (; count > 0; --count)
            list.push_back(opened(++last, after(milliseconds)));
        f.model.apply(events(list));
    };
    openAt(1'000, ConnectionModel::smallBatch);
    QCOMPARE(f.model.id(0), last);

    const ConnectionId before = last;
    openAt(2'000, ConnectionModel::smallBatch + 1);
    QCOMPARE(f.model.id(0), before);
    f.model.tick(after(2'000));
    QCOMPARE(f.model.id(0), last);

    // Snapshots count as well.
    Batch batch{{opened(last + 1, after(3'000))}, {}, {}};
    for (ConnectionId id = 1; id <= ConnectionModel::smallBatch; ++id)
        batch.connections.push_back(snapshot(id));
    f.model.apply(batch);
    QCOMPARE(f.model.id(0), last);
    f.model.tick(after(3'000));
    QCOMPARE(f.model.id(0), last + 1);
}

void tst_ConnectionModel::resort_waitsWhileBlocked()
{
    Fixture f;
    f.sort(Column::Id, Qt::DescendingOrder);
    f.open({1, 2});
    f.model.setResortBlocked(true);
    f.model.tick(after(60'000));
    QCOMPARE(f.ids(), (Ids{1, 2}));
    f.open({3});
    QCOMPARE(f.ids(), (Ids{1, 2, 3}));

    f.model.setResortBlocked(false);
    f.model.tick(after(60'100));
    QCOMPARE(f.ids(), (Ids{3, 2, 1}));
}

void tst_ConnectionModel::count_changesOnlyAtTheTail()
{
    Fixture f;
    f.sort(Column::Id, Qt::DescendingOrder);
    f.open({1, 2, 3, 4});
    f.model.tick(after(2'000));
    QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&f.model, &QAbstractItemModel::layoutChanged);

    f.model.setEndedHidden(true);
    f.model.apply(events({opened(5), ended(2), ended(3)}));
    f.model.tick(after(4'000));
    QCOMPARE(f.ids(), (Ids{5, 4, 1}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 4);
    QCOMPARE(inserted.at(0).at(2).toInt(), 4);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 3);
    QCOMPARE(removed.at(0).at(2).toInt(), 4);
    QCOMPARE(moved.size(), 1);
    const auto hint = moved.at(0).at(1).value<QAbstractItemModel::LayoutChangeHint>();
    QCOMPARE(hint, QAbstractItemModel::VerticalSortHint);
}

void tst_ConnectionModel::selection_staysWithTheConnection()
{
    Fixture f;
    f.open({1, 2, 3, 4, 5});
    QItemSelectionModel selection(&f.model);
    const auto whole = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection.select(f.model.index(*f.model.rowOf(2), 0), whole);
    selection.select(f.model.index(*f.model.rowOf(5), 0), whole);
    selection.setCurrentIndex(f.model.index(*f.model.rowOf(2), 3), QItemSelectionModel::NoUpdate);

    f.sort(Column::Id, Qt::DescendingOrder);
    f.model.apply(events({opened(6), ended(1)}));
    f.model.tick(after(5'000));
    Ids selected;
    for (const QModelIndex &index : selection.selectedRows())
        selected.push_back(f.model.id(index.row()));
    std::sort(selected.begin(), selected.end());
    QCOMPARE(selected, (Ids{2, 5}));
    QCOMPARE(f.model.id(selection.currentIndex().row()), ConnectionId(2));
    QCOMPARE(selection.currentIndex().column(), 3);
}

void tst_ConnectionModel::selection_losesOnlyWhatLeaves()
{
    Fixture f;
    f.open({1, 2, 3});
    const QPersistentModelIndex first = f.model.index(0, 0);
    const QPersistentModelIndex third = f.model.index(2, 0);
    f.model.apply(events({ended(1)}));
    f.model.setEndedHidden(true);
    QVERIFY(!first.isValid());
    QVERIFY(third.isValid());
    QCOMPARE(f.model.id(third.row()), ConnectionId(3));
}

void tst_ConnectionModel::unchangedOrder_isNotAnnounced()
{
    Fixture f;
    f.open({1, 2, 3});
    QSignalSpy moved(&f.model, &QAbstractItemModel::layoutChanged);
    f.model.apply(snapshots({snapshot(2)}));
    f.model.tick(after(5'000));
    QCOMPARE(moved.size(), 0);
}

void tst_ConnectionModel::dataChanged_coversOnlyVisibleRows()
{
    Fixture f;
    f.open({1, 2, 3, 4, 5, 6});
    f.model.setVisibleRange(1, 3);
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    f.model.apply(snapshots({snapshot(1), snapshot(2), snapshot(6)}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 3);
    QCOMPARE(changed.at(0).at(1).toModelIndex().column(), connectionColumnCount - 1);

    f.model.setVisibleRange(4, 1'000); // a view may not have heard of a removal yet
    f.model.tick(after(100));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(1).at(1).toModelIndex().row(), 5);

    f.model.setVisibleRange(0, -1);
    f.model.tick(after(200));
    QCOMPARE(changed.size(), 2);
}

void tst_ConnectionModel::time_standsStillBetweenTicks()
{
    Fixture f;
    f.open({1});
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("0.0 s"));
    f.model.tick(after(400));
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("0.4 s"));
    QCOMPARE(f.cell(0, Column::Idle).toString(), QStringLiteral("0.4 s"));
    f.model.tick(after(12'000));
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("12 s"));
    f.model.tick(after(11'000)); // a clock that goes back is not believed
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("12 s"));
}

void tst_ConnectionModel::age_overtakesWithoutNews()
{
    Fixture f;
    f.sort(Column::Age);
    f.model.apply(events({opened(1), ended(1, Reason::PeerClosed, after(5'000))}));
    f.model.apply(events({opened(2, after(5'000))}));
    f.model.tick(after(6'000));
    QCOMPARE(f.ids(), (Ids{2, 1}));
    f.model.tick(after(11'000));
    QCOMPARE(f.ids(), (Ids{1, 2}));
}

void tst_ConnectionModel::end_fillsTheRow()
{
    Fixture f;
    CloseReport report = closeReport(Reason::PeerReset, EndedBy::Peer, Wire::Rst);
    report.bytesIn = 312;
    report.bytesOut = 4 * 1'024 * 1'024;
    report.undelivered = 1'024 * 1'024;
    report.unread = 512;
    f.model.apply(events({opened(1), ended(connectionInfo(1), report, after(3'500))}));
    f.model.tick(after(60'000));
    QCOMPARE(f.cell(0, Column::State).toString(), QStringLiteral("ended"));
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("3.5 s"));
    QCOMPARE(f.cell(0, Column::In).toString(), QStringLiteral("312 B"));
    QCOMPARE(f.cell(0, Column::Out).toString(), QStringLiteral("4.0 MiB"));
    QCOMPARE(f.cell(0, Column::EndedBy).toString(), QStringLiteral("peer"));
    QCOMPARE(f.cell(0, Column::Wire).toString(), QStringLiteral("RST"));
    QCOMPARE(f.cell(0, Column::Reason).toString(), QStringLiteral("peer reset"));
    QCOMPARE(f.cell(0, Column::Lost, SortRole).toLongLong(), 1'024 * 1'024 + 512);
    for (const Column column : {Column::Idle, Column::Unsent, Column::NextDeadline})
        QCOMPARE(f.cell(0, column).toString(), QString());
    QCOMPARE(f.model.report(0)->undelivered, 1'024 * 1'024);
    QCOMPARE(f.cell(0, Column::State, ReasonRole).toInt(), static_cast<int>(Reason::PeerReset));
}

void tst_ConnectionModel::end_isFinal()
{
    Fixture f;
    f.model.apply(events({opened(1), ended(1, Reason::PeerReset), ended(1, Reason::LocalClose)}));
    f.model.apply(snapshots({snapshot(1)}));
    f.model.apply(events({opened(1)}));
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(f.model.endedCount(), 1);
    QCOMPARE(f.model.liveCount(), 0);
    QCOMPARE(f.cell(0, Column::Reason).toString(), QStringLiteral("peer reset"));
}

void tst_ConnectionModel::endWithoutOpening_isShown()
{
    Fixture f;
    ConnectionInfo info = connectionInfo(9);
    info.role = Role::Client;
    info.local = {};
    f.model.apply(events({ended(info, closeReport(Reason::ConnectRefused), after(4))}));
    QCOMPARE(f.ids(), (Ids{9}));
    QCOMPARE(f.cell(0, Column::Local).toString(), QStringLiteral("–"));
    QCOMPARE(f.cell(0, Column::Local, ExportRole).toString(), QString());
}

void tst_ConnectionModel::client_learnsItsAddressesLate()
{
    Fixture f;
    ConnectionSnapshot connecting = snapshot(1);
    connecting.state = ConnectionState::Connecting;
    connecting.info.local = {};
    f.model.apply(snapshots({connecting}));
    f.model.setTextFilter(QStringLiteral("7400"));
    QCOMPARE(f.model.rowCount(), 0);
    f.model.apply(events({opened(1)}));
    f.model.tick(after(2'000));
    QCOMPARE(f.ids(), (Ids{1}));

    connecting.info.id = 2;
    f.model.apply(snapshots({connecting}));
    QCOMPARE(f.ids(), (Ids{1}));
    ConnectionSnapshot connected = snapshot(2);
    f.model.apply(snapshots({connected}));
    f.model.tick(after(4'000));
    QCOMPARE(f.ids(), (Ids{1, 2}));
}

void tst_ConnectionModel::endedRows_areBounded()
{
    Fixture f(Fixture::Watch::No);
    QSignalSpy dropped(&f.model, &ConnectionModel::droppedRowsChanged);
    std::vector<Event> list{opened(1)};
    const auto limit = static_cast<ConnectionId>(ConnectionStore::endedLimit);
    for (ConnectionId id = 2; id <= limit + 1; ++id)
        list.push_back(ended(id));
    f.model.apply(events(list));
    QCOMPARE(f.model.endedCount(), static_cast<int>(limit));
    QCOMPARE(f.model.droppedRows(), quint64(0));
    QCOMPARE(dropped.size(), 0);

    f.model.apply(events({ended(limit + 2)}));
    QCOMPARE(f.model.endedCount(), static_cast<int>(limit));
    QCOMPARE(f.model.droppedRows(), quint64(1));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(f.model.rowCount(), static_cast<int>(limit) + 1);
    QVERIFY(f.model.rowOf(1)); // it lives
    QVERIFY(!f.model.rowOf(2));
    QVERIFY(!f.model.find(2));
    QVERIFY(f.model.rowOf(3));
    QVERIFY(f.model.rowOf(limit + 2));
}

void tst_ConnectionModel::endedRows_areBoundedWhileBlocked()
{
    Fixture f(Fixture::Watch::No);
    f.model.setResortBlocked(true);
    const auto limit = static_cast<ConnectionId>(ConnectionStore::endedLimit);
    std::vector<Event> list;
    for (ConnectionId id = 1; id <= limit; ++id)
        list.push_back(ended(id));
    f.model.apply(events(list));
    const QPersistentModelIndex second = f.model.index(1, 0);
    f.model.apply(events({ended(limit + 1)}));
    QCOMPARE(f.model.rowCount(), static_cast<int>(limit));
    QCOMPARE(second.row(), 0);
    QCOMPARE(f.model.id(f.model.rowCount() - 1), limit + 1);
}

void tst_ConnectionModel::endedRows_mayExceedTheLimitInOneBatch()
{
    Fixture f(Fixture::Watch::No);
    const auto limit = static_cast<ConnectionId>(ConnectionStore::endedLimit);
    std::vector<Event> list;
    for (ConnectionId id = 1; id <= limit + 7; ++id)
        list.push_back(ended(id));
    f.model.apply(events(list));
    QCOMPARE(f.model.rowCount(), static_cast<int>(limit));
    QCOMPARE(f.model.droppedRows(), quint64(7));
    f.open({limit + 100}); // takes a slot that was given back
    QCOMPARE(f.model.rowCount(), static_cast<int>(limit) + 1);
    QCOMPARE(f.model.id(*f.model.rowOf(limit + 100)), limit + 100);
}

void tst_ConnectionModel::pause_holdsEverything()
{
    Fixture f;
    f.open({1, 2});
    f.model.setPaused(true);
    ConnectionSnapshot changed = snapshot(1);
    changed.bytesIn = 99;
    f.model.apply({{opened(3, after(100)), ended(2)}, {changed}, {}});
    f.model.tick(after(30'000));
    QCOMPARE(f.ids(), (Ids{1, 2}));
    QCOMPARE(f.model.endedCount(), 0);
    QCOMPARE(f.cell(0, Column::In).toString(), QStringLiteral("0 B"));
    QCOMPARE(f.cell(0, Column::Age).toString(), QStringLiteral("0.0 s"));
}

void tst_ConnectionModel::pause_isShownAtOnceWhenItEnds()
{
    Fixture f;
    f.sort(Column::Id, Qt::DescendingOrder);
    f.open({1, 2});
    f.model.setResortBlocked(true);
    f.model.setPaused(true);
    ConnectionSnapshot changed = snapshot(1);
    changed.bytesIn = 99;
    f.model.apply({{opened(3), opened(4), ended(2)}, {changed, snapshot(3)}, {}});
    f.model.apply(events({ended(3)}));
    f.model.tick(after(30'000));
    f.model.setPaused(false);
    QCOMPARE(f.ids(), (Ids{4, 3, 2, 1}));
    QCOMPARE(f.model.liveCount(), 2);
    QCOMPARE(f.cell(3, Column::In).toString(), QStringLiteral("99 B"));
    QCOMPARE(f.cell(3, Column::Age).toString(), QStringLiteral("30 s"));
    // What came in the pause is new to the reader.
    QCOMPARE(f.cell(0, Column::State, FreshRole).toInt(), static_cast<int>(Freshness::New));
    QCOMPARE(f.cell(1, Column::State, FreshRole).toInt(), static_cast<int>(Freshness::Ended));
}

void tst_ConnectionModel::pause_countsWhatItHides()
{
    Fixture f;
    f.open({1, 2});
    QSignalSpy hidden(&f.model, &ConnectionModel::hiddenChangesChanged);
    f.model.setPaused(true);
    QCOMPARE(hidden.size(), 1);
    QVERIFY(f.model.hiddenChanges().isEmpty());

    f.model.apply({{opened(3)}, {snapshot(1), snapshot(2)}, {}});
    f.model.apply({{ended(2)}, {snapshot(1), snapshot(3)}, {}});
    const auto counts = hidden.last().at(0).value<HiddenCounts>();
    QCOMPARE(counts.opened, quint64(1));
    QCOMPARE(counts.ended, quint64(1));
    QCOMPARE(counts.changed, quint64(2)); // 1 and 2; 3 is counted as opened
    QCOMPARE(f.model.hiddenChanges(), counts);

    f.model.setPaused(false);
    QVERIFY(hidden.last().at(0).value<HiddenCounts>().isEmpty());
}

void tst_ConnectionModel::pause_allowsSortingAndFilters()
{
    Fixture f;
    f.open({1, 2, 3});
    f.model.setPaused(true);
    f.model.apply(events({opened(4), ended(3)}));
    f.sort(Column::Id, Qt::DescendingOrder);
    QCOMPARE(f.ids(), (Ids{3, 2, 1}));
    f.model.setEndedHidden(true);
    QCOMPARE(f.ids(), (Ids{3, 2, 1})); // as shown, 3 has not ended
    f.model.setPaused(false);
    QCOMPARE(f.ids(), (Ids{4, 2, 1}));
}

void tst_ConnectionModel::pause_isBounded()
{
    Fixture f(Fixture::Watch::No);
    f.open({1});
    f.model.setPaused(true);
    const auto limit = static_cast<ConnectionId>(ConnectionStore::endedLimit);
    std::vector<Event> list{ended(1)};
    for (ConnectionId id = 2; id <= limit + 2; ++id) {
        list.push_back(opened(id));
        list.push_back(ended(id));
    }
    f.model.apply(events(list));
    QCOMPARE(f.model.hiddenChanges().ended, limit + 2);
    f.model.setPaused(false);
    QCOMPARE(f.model.rowCount(), static_cast<int>(limit));
    QCOMPARE(f.model.droppedRows(), quint64(2)); // one in the pause, one at its end
    QVERIFY(!f.model.find(1));
    QVERIFY(!f.model.find(2));
    QVERIFY(f.model.rowOf(3));
}

void tst_ConnectionModel::pause_maySeeSlotsChangeHands()
{
    ConnectionModel model(start(), nullptr, 1);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(events({opened(1), opened(2), ended(1)}));
    const QPersistentModelIndex first = model.index(*model.rowOf(1), 0);
    const QPersistentModelIndex second = model.index(*model.rowOf(2), 0);
    model.setPaused(true);
    model.apply(events({ended(3)})); // 1 is dropped
    model.apply(events({opened(4)})); // and its slot taken
    QCOMPARE(model.id(first.row()), ConnectionId(1));
    model.setPaused(false);
    QVERIFY(!first.isValid());
    QCOMPARE(model.id(second.row()), ConnectionId(2));
    QVERIFY(model.rowOf(4));
}

void tst_ConnectionModel::fresh_lastsThreeSeconds()
{
    Fixture f;
    const auto fresh = [&f] {
        return static_cast<Freshness>(f.cell(0, Column::Id, FreshRole).toInt());
    };
    f.model.apply(events({opened(1)}));
    QCOMPARE(fresh(), Freshness::New);
    f.model.tick(after(2'999));
    QCOMPARE(fresh(), Freshness::New);
    f.model.tick(after(3'000));
    QCOMPARE(fresh(), Freshness::None);
    f.model.apply(events({ended(1, Reason::PeerClosed, after(4'000))}));
    QCOMPARE(fresh(), Freshness::Ended);
    f.model.tick(after(6'999));
    QCOMPARE(fresh(), Freshness::Ended);
    f.model.tick(after(7'000));
    QCOMPARE(fresh(), Freshness::None);
}

void tst_ConnectionModel::category_followsTheLife_data()
{
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<Category>("category");
    QTest::addColumn<QString>("text");

    QTest::newRow("open") << ConnectionState::Open << Phase::Idle << Category::Open
                          << QStringLiteral("open");
    QTest::newRow("half closed by the peer")
        << ConnectionState::PeerHalfClosed << Phase::HalfClosed << Category::HalfClosed
        << QStringLiteral("half closed");
    QTest::newRow("told to go, still answering")
        << ConnectionState::Open << Phase::Draining << Category::Lingering
        << QStringLiteral("draining");
    QTest::newRow("our FIN is out") << ConnectionState::FinSent << Phase::Draining
                                    << Category::Lingering << QStringLiteral("lingering");
}

void tst_ConnectionModel::category_followsTheLife()
{
    QFETCH(const ConnectionState, state);
    QFETCH(const Phase, phase);
    QFETCH(const Category, category);
    QFETCH(const QString, text);

    Fixture f;
    ConnectionSnapshot connection = snapshot(1);
    connection.state = state;
    connection.phase = phase;
    f.model.apply(snapshots({connection}));
    QCOMPARE(static_cast<Category>(f.cell(0, Column::State, CategoryRole).toInt()), category);
    QCOMPARE(f.cell(0, Column::State).toString(), text);
    QVERIFY(!f.cell(0, Column::State, ReasonRole).isValid());
}

void tst_ConnectionModel::deadline_showsTheTimeLeft()
{
    Fixture f;
    ConnectionSnapshot connection = snapshot(1);
    connection.nextDeadline = NextDeadline{DeadlineKind::Read, after(10'000), Milliseconds(10'000)};
    f.model.apply(snapshots({connection, snapshot(2)}));
    f.model.tick(after(2'500));
    QCOMPARE(f.cell(0, Column::NextDeadline).toString(), QStringLiteral("read 7.5 s"));
    QCOMPARE(f.cell(0, Column::NextDeadline, FractionRole).toDouble(), 0.75);
    QVERIFY(!f.cell(0, Column::State, FractionRole).isValid());
    QVERIFY(!f.cell(1, Column::NextDeadline, FractionRole).isValid());
    f.model.tick(after(99'000)); // the core is late: neither below zero nor above one
    QCOMPARE(f.cell(0, Column::NextDeadline).toString(), QStringLiteral("read 0.0 s"));
    QCOMPARE(f.cell(0, Column::NextDeadline, FractionRole).toDouble(), 0.0);
}

void tst_ConnectionModel::accessibleText_saysStateAndTime()
{
    Fixture f;
    ConnectionSnapshot connection = snapshot(1);
    connection.phase = Phase::Draining;
    connection.nextDeadline = NextDeadline{DeadlineKind::Drain, after(3'000), Milliseconds(9'000)};
    f.model.apply(snapshots({connection}));
    QCOMPARE(f.cell(0, Column::State, Qt::AccessibleTextRole).toString(),
             QStringLiteral("State: draining, 3 second(s) left"));
    QCOMPARE(f.cell(0, Column::Id, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Connection 1"));
    QCOMPARE(f.cell(0, Column::Rtt, Qt::AccessibleTextRole).toString(),
             QStringLiteral("RTT: unknown"));
    QCOMPARE(f.cell(0, Column::Reason, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Reason: none"));
}

void tst_ConnectionModel::unknown_isADash()
{
    Fixture f;
    CloseReport unseen = closeReport(Reason::Unknown, EndedBy::Unknown, Wire::Unknown);
    unseen.verdict.grade = Grade::Unknown;
    f.model.apply({{ended(connectionInfo(2), unseen, after(10))}, {snapshot(1)}, {}});
    const int live = *f.model.rowOf(1);
    const int over = *f.model.rowOf(2);
    QCOMPARE(f.cell(live, Column::Rtt).toString(), QStringLiteral("–"));
    QCOMPARE(f.cell(live, Column::Retransmits).toString(), QStringLiteral("–"));
    QCOMPARE(f.cell(over, Column::Lost).toString(), QStringLiteral("–"));
    QVERIFY(!f.cell(live, Column::Rtt, SortRole).isValid());
    QCOMPARE(f.cell(over, Column::Lost, ExportRole).toString(), QString());
}

void tst_ConnectionModel::toolTip_hasAbsoluteTimes()
{
    Fixture f;
    f.model.apply(events({opened(1), ended(1, Reason::PeerClosed, after(1'234))}));
    const QString tip = f.cell(0, Column::Age, Qt::ToolTipRole).toString();
    const QDateTime begin = start().wall.toLocalTime();
    const QString format = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");
    QVERIFY2(tip.contains(begin.toString(format)), qPrintable(tip));
    QVERIFY2(tip.contains(begin.addMSecs(1'234).toString(format)), qPrintable(tip));
    QVERIFY(!f.cell(0, Column::Reason, Qt::ToolTipRole).toString().isEmpty());
}

void tst_ConnectionModel::everyCell_answersEveryRole()
{
    Fixture f;
    ConnectionSnapshot sampled = snapshot(1);
    sampled.tcp = TcpSample{1, std::chrono::microseconds(431), 2};
    sampled.nextDeadline = NextDeadline{DeadlineKind::Idle, after(500), Milliseconds(500)};
    f.model.apply({{ended(2)}, {sampled}, {}});
    for (int row = 0; row < 2; ++row) {
        for (const Column column : allConnectionColumns) {
            const QString accessible = f.cell(row, column, Qt::AccessibleTextRole).toString();
            QVERIFY(!accessible.isEmpty());
            QVERIFY(f.cell(row, column, Qt::TextAlignmentRole).isValid());
            QCOMPARE(f.cell(row, column, IdRole).toULongLong(), f.model.id(row));
            // What is shown is also exported, and the other way round.
            QCOMPARE(f.cell(row, column, ExportRole).toString().isEmpty(),
                     QStringList({QString(), QStringLiteral("–")})
                         .contains(f.cell(row, column).toString()));
        }
    }
}

void tst_ConnectionModel::header_namesEveryColumn()
{
    Fixture f;
    QStringList headings;
    QStringList tokens;
    for (int column = 0; column < f.model.columnCount(); ++column) {
        headings += f.model.headerData(column, Qt::Horizontal).toString();
        tokens += f.model.headerData(column, Qt::Horizontal, ExportRole).toString();
        QVERIFY(!f.model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(connectionColumnFromToken(tokens.last()), static_cast<Column>(column));
    }
    QCOMPARE(headings.removeDuplicates(), 0);
    QCOMPARE(tokens.join(u' '),
             QStringLiteral(
                 "id state role local peer service age idle in out unsent rtt retransmits "
                 "next-deadline ended-by wire reason lost"));
    QVERIFY(!connectionColumnFromToken(u"nonsense"));
}

QTEST_GUILESS_MAIN(tst_ConnectionModel)
#include "tst_connectionmodel.moc"
