// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/panels/columnlayout.h"
#include "ui/panels/labpage.h"
#include "ui/window/layoutstate.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>

using namespace Teardown;

namespace {

constexpr QLatin1StringView versionKey("layout/version");
constexpr QLatin1StringView stateKey("layout/state");
constexpr QLatin1StringView columnsKey("layout/columns");

QDockWidget &dock(const WindowFixture &window, const char *name)
{
    return *window.find<QDockWidget>(QLatin1StringView(name));
}

/// Arranges the window in a way that is not the first one, and leaves.
void leaveRearranged()
{
    WindowFixture window;
    window.panel().columns().setShown(ConnectionColumn::Lost, false);
    window.panel().columns().setShown(ConnectionColumn::Rtt, true);
    QHeaderView *header = window.table().horizontalHeader();
    header->moveSection(header->visualIndex(static_cast<int>(ConnectionColumn::Reason)), 0);
    header->resizeSection(static_cast<int>(ConnectionColumn::Peer), 222);
    header->setSortIndicator(static_cast<int>(ConnectionColumn::Age), Qt::DescendingOrder);
    dock(window, "reasons").hide();
    window.window.addDockWidget(Qt::RightDockWidgetArea, &dock(window, "endpoints"));
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
}

/// The places of the first start.
void verifyIsDefault(const WindowFixture &window, const QStringList &columns)
{
    QCOMPARE(window.panel().columns().save(), columns);
    QVERIFY(dock(window, "reasons").isVisible());
    QCOMPARE(window.window.dockWidgetArea(&dock(window, "endpoints")), Qt::LeftDockWidgetArea);
}

QStringList defaultColumns()
{
    const WindowFixture window;
    return window.panel().columns().save();
}

} // namespace

/// Where everything is, kept from one run to the next.
class tst_WindowLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void layout_isKept();
    void layout_ofAnotherVersionIsNotUsed_data();
    void layout_ofAnotherVersionIsNotUsed();
    void layout_thatIsDamagedIsNotUsed();
    void columns_areKeptByToken();
    void lastColumn_staysInSight();
    void preferredSize_showsAllColumns();
    void lab_leavesTheLayoutOfTheMonitor();
    void panels_areToggledByTheMenu();
    void preferences_areKept();
    void smallScreen_holdsTheWholeWindow();
};

void tst_WindowLayout::layout_isKept()
{
    leaveRearranged();
    const WindowFixture window;
    QCOMPARE(window.panel().columns().shown().front(), ConnectionColumn::Reason);
    QVERIFY(!window.panel().columns().isShown(ConnectionColumn::Lost));
    QVERIFY(window.panel().columns().isShown(ConnectionColumn::Rtt));
    const QHeaderView *header = window.table().horizontalHeader();
    QCOMPARE(header->sectionSize(static_cast<int>(ConnectionColumn::Peer)), 222);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ConnectionColumn::Age));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(!dock(window, "reasons").isVisible());
    QCOMPARE(window.window.dockWidgetArea(&dock(window, "endpoints")), Qt::RightDockWidgetArea);
}

void tst_WindowLayout::layout_ofAnotherVersionIsNotUsed_data()
{
    QTest::addColumn<QVariant>("version");
    QTest::newRow("the next one") << QVariant(layoutVersion + 1);
    QTest::newRow("none") << QVariant(0);
    QTest::newRow("no number") << QVariant(QStringLiteral("new"));
}

void tst_WindowLayout::layout_ofAnotherVersionIsNotUsed()
{
    QFETCH(const QVariant, version);
    const QStringList columns = defaultColumns();
    leaveRearranged();
    QSettings().setValue(versionKey, version);
    const WindowFixture window;
    verifyIsDefault(window, columns);
}

void tst_WindowLayout::layout_thatIsDamagedIsNotUsed()
{
    const QStringList columns = defaultColumns();
    leaveRearranged();
    QSettings().setValue(stateKey, QByteArrayLiteral("nonsense"));
    const WindowFixture window;
    verifyIsDefault(window, columns);
}

void tst_WindowLayout::columns_areKeptByToken()
{
    leaveRearranged();
    QSettings settings;
    QStringList kept = settings.value(columnsKey).toStringList();
    QVERIFY(kept.contains(QStringLiteral("peer shown 222")));
    QVERIFY(kept.contains(QStringLiteral("sort age down")));
    // Entries of a later version and broken ones cost nothing but themselves.
    kept.prepend(QStringLiteral("mood shown 100"));
    kept.prepend(QStringLiteral("peer"));
    kept.replaceInStrings(QStringLiteral("peer shown 222"), QStringLiteral("peer shown 999999"));
    settings.setValue(columnsKey, kept);
    settings.sync();
    const WindowFixture window;
    QVERIFY(!window.panel().columns().isShown(ConnectionColumn::Lost));
    const int width
        = window.table().horizontalHeader()->sectionSize(static_cast<int>(ConnectionColumn::Peer));
    QVERIFY2(width > 222 && width <= 2'000, qPrintable(QString::number(width)));
}

void tst_WindowLayout::lastColumn_staysInSight()
{
    const WindowFixture window;
    ColumnLayout &columns = window.panel().columns();
    for (const ConnectionColumn column : allConnectionColumns)
        columns.setShown(column, false);
    QCOMPARE(columns.shown().size(), 1u);
}

void tst_WindowLayout::preferredSize_showsAllColumns()
{
    const WindowFixture window({}, MainWindow::preferredSize);
    window[ActionId::ResetLayout]->trigger();
    settle();
    const Table &table = window.table();
    const int scrollBar = table.verticalScrollBar()->sizeHint().width(); // once there are many rows
    QCOMPARE_LE(table.horizontalHeader()->length() + scrollBar, table.viewport()->width());
}

void tst_WindowLayout::lab_leavesTheLayoutOfTheMonitor()
{
    {
        WindowFixture window;
        dock(window, "reasons").hide();
        window.press(ActionId::ShowLab);
        QVERIFY(!dock(window, "endpoints").isVisible());
        QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
    }
    WindowFixture window;
    QVERIFY(window.table().isVisible());
    QVERIFY(dock(window, "endpoints").isVisible());
    QVERIFY(!dock(window, "reasons").isVisible());
    window.press(ActionId::ShowLab);
    window.press(ActionId::ResetLayout);
    QVERIFY(window.table().isVisible());
    QVERIFY(dock(window, "reasons").isVisible());
}

void tst_WindowLayout::panels_areToggledByTheMenu()
{
    const WindowFixture window;
    for (const char *name : {"endpoints", "reasons", "details", "events"}) {
        QDockWidget &panel = dock(window, name);
        panel.toggleViewAction()->trigger();
        QVERIFY(panel.isHidden());
        panel.toggleViewAction()->trigger();
        QVERIFY(!panel.isHidden());
    }
}

void tst_WindowLayout::preferences_areKept()
{
    {
        WindowFixture window;
        window.press(ActionId::LanguageChinese);
        window.press(ActionId::ThemeDark);
        window.press(ActionId::LargerText);
    }
    WindowFixture window;
    QVERIFY(window[ActionId::LanguageChinese]->isChecked());
    QVERIFY(window[ActionId::ThemeDark]->isChecked());
    window.press(ActionId::SmallerText);
    QCOMPARE(QSettings().value(QStringLiteral("window/textStep")).toInt(), 0);
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowLayout>(argc, argv);
}

void tst_WindowLayout::smallScreen_holdsTheWholeWindow()
{
    WindowFixture window;
    constexpr int frame = 40; // what a window manager adds
    for (const ActionId page : {ActionId::ShowLab, ActionId::ShowMonitor}) {
        window.press(page);
        settle();
        const QSize least = window.window.minimumSizeHint();
        QVERIFY2(least.height() <= WindowFixture::smallScreen.height() - frame,
                 qPrintable(QString::number(least.height())));
        QVERIFY(least.width() <= WindowFixture::smallScreen.width());
    }
}

#include "tst_windowlayout.moc"
