// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/category.h"
#include "ui/models/reasonmodel.h"
#include "ui/models/texts.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Teardown;

namespace {

struct Fixture
{
    ReasonModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void end(Reason reason, int count = 1)
    {
        std::vector<Event> list;
        for (int i = 0; i < count; ++i)
            list.push_back(ended(++lastId, reason));
        model.apply(events(list));
    }

    /// "peer closed 61 75 %", a line each
    QStringList shown() const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells += model.index(row, column).data().toString();
            lines += cells.join(u' ');
        }
        return lines;
    }

    ConnectionId lastId = 0;
};

} // namespace

class tst_ReasonModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rows_areTheReasonsThatOccurred();
    void order_isByCountAtMostOnceASecond();
    void share_isNeverZeroAndNeverAllByRounding();
    void share_isRounded();
    void fraction_isThatOfTheMostFrequent();
    void selection_staysWithTheReason();
    void toggle_selectsAndClears();
    void toolTip_explains();
    void otherEvents_countNothing();
};

void tst_ReasonModel::rows_areTheReasonsThatOccurred()
{
    Fixture f;
    f.end(Reason::PeerReset, 1);
    f.end(Reason::PeerClosed, 3);
    f.model.tick(after(1'000));
    QCOMPARE(f.shown(),
             (QStringList{QStringLiteral("peer closed 3 75 %"),
                          QStringLiteral("peer reset 1 25 %")}));
    QCOMPARE(f.model.total(), quint64(4));
    QCOMPARE(f.model.count(Reason::PeerClosed), quint64(3));
    QCOMPARE(f.model.count(Reason::Drained), quint64(0));
}

void tst_ReasonModel::order_isByCountAtMostOnceASecond()
{
    Fixture f;
    f.model.tick(after(0));
    f.end(Reason::PeerReset, 1);
    f.end(Reason::Drained, 2);
    f.end(Reason::PeerClosed, 2);
    QCOMPARE(f.model.reason(0), Reason::PeerReset);
    f.model.tick(after(999));
    QCOMPARE(f.model.reason(0), Reason::PeerReset);
    QSignalSpy moved(&f.model, &QAbstractItemModel::layoutChanged);
    f.model.tick(after(1'000));
    QCOMPARE(f.model.reason(0), Reason::PeerClosed); // of equal ones the first in the contract
    QCOMPARE(f.model.reason(1), Reason::Drained);
    QCOMPARE(f.model.reason(2), Reason::PeerReset);
    QCOMPARE(moved.size(), 1);
    f.model.tick(after(3'000));
    QCOMPARE(moved.size(), 1);
}

void tst_ReasonModel::share_isNeverZeroAndNeverAllByRounding()
{
    Fixture f;
    f.end(Reason::PeerClosed, 1'000);
    f.end(Reason::KernelTimeout, 1);
    f.model.tick(after(1'000));
    QCOMPARE(f.model.index(0, ReasonModel::Share).data().toString(), QStringLiteral("> 99 %"));
    QCOMPARE(f.model.index(1, ReasonModel::Share).data().toString(), QStringLiteral("< 1 %"));
}

void tst_ReasonModel::share_isRounded()
{
    Fixture f;
    f.end(Reason::PeerClosed, 995);
    f.end(Reason::PeerReset, 9'005);
    f.model.tick(after(1'000));
    QCOMPARE(f.model.index(0, ReasonModel::Share).data().toString(), QStringLiteral("90 %"));
    QCOMPARE(f.model.index(1, ReasonModel::Share).data().toString(), QStringLiteral("10 %"));
}

void tst_ReasonModel::fraction_isThatOfTheMostFrequent()
{
    Fixture f;
    f.end(Reason::PeerClosed, 4);
    f.end(Reason::PeerReset, 1);
    f.model.tick(after(1'000));
    QCOMPARE(f.model.index(0, 0).data(FractionRole).toDouble(), 1.0);
    QCOMPARE(f.model.index(1, 0).data(FractionRole).toDouble(), 0.25);
    QCOMPARE(static_cast<Category>(f.model.index(1, 0).data(CategoryRole).toInt()),
             Category::Reset);
}

void tst_ReasonModel::selection_staysWithTheReason()
{
    Fixture f;
    f.model.tick(after(0));
    f.end(Reason::PeerReset, 1);
    const QPersistentModelIndex reset = f.model.index(0, ReasonModel::Count);
    f.model.setSelected(Reason::PeerReset);
    f.end(Reason::PeerClosed, 2);
    f.model.tick(after(1'000));
    QCOMPARE(reset.row(), 1);
    QCOMPARE(reset.column(), int(ReasonModel::Count));
    QCOMPARE(f.model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(f.model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void tst_ReasonModel::toggle_selectsAndClears()
{
    Fixture f;
    QSignalSpy selected(&f.model, &ReasonModel::selectedChanged);
    f.model.toggle(Reason::Drained);
    QCOMPARE(f.model.selected(), Reason::Drained);
    f.model.toggle(Reason::PeerReset);
    QCOMPARE(f.model.selected(), Reason::PeerReset);
    f.model.toggle(Reason::PeerReset);
    QVERIFY(!f.model.selected());
    QCOMPARE(selected.size(), 3);
    f.model.setSelected({});
    QCOMPARE(selected.size(), 3);
}

void tst_ReasonModel::toolTip_explains()
{
    Fixture f;
    for (const Reason reason : allReasons)
        f.end(reason);
    QCOMPARE(f.model.rowCount(), static_cast<int>(allReasons.size()));
    for (int row = 0; row < f.model.rowCount(); ++row) {
        QCOMPARE(f.model.index(row, 0).data(Qt::ToolTipRole).toString(),
                 explanationText(f.model.reason(row)));
        QVERIFY(!f.model.index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
}

void tst_ReasonModel::otherEvents_countNothing()
{
    Fixture f;
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    f.model.apply({{opened(1), eventAt(after(1), RejectedEvent{})}, {snapshot(1)}, {}});
    QCOMPARE(f.model.total(), quint64(0));
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(tst_ReasonModel)
#include "tst_reasonmodel.moc"
