// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/columnlayout.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/endpointspanel.h"
#include "ui/panels/eventspanel.h"
#include "ui/panels/reasonspanel.h"
#include "ui/widgets/emptyplace.h"
#include "ui/window/exportdialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QToolButton>
#include <QTreeView>

using namespace Teardown;

namespace {

/// What the line above the table says.
QString headingOf(const WindowFixture &window)
{
    QStringList parts;
    for (const QLabel *label : window.panel().findChildren<QLabel *>(Qt::FindDirectChildrenOnly)) {
        if (!label->text().isEmpty())
            parts += label->text();
    }
    return parts.join(u'|');
}

void filterBy(WindowFixture &window, const QString &text)
{
    window.press(ActionId::Find);
    QTest::keyClicks(QApplication::focusWidget(), text);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    window.press(ActionId::GoConnections);
}

QPoint centreOf(const QAbstractItemView &view, int row)
{
    return view.visualRect(view.model()->index(row, 0)).center();
}

/// Exports what \a extent says as \a format, and returns the file's bytes.
QByteArray exported(WindowFixture &window, ExportDialog::Extent extent, ExportFormat format)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out"));
    const bool came
        = inDialog<ExportDialog>([&] { window.press(ActionId::Export); },
                                 [&](ExportDialog &dialog) {
                                     const auto boxes = dialog.findChildren<QComboBox *>();
                                     boxes[0]->setCurrentIndex(
                                         boxes[0]->findData(static_cast<int>(extent)));
                                     boxes[1]->setCurrentIndex(
                                         boxes[1]->findData(static_cast<int>(format)));
                                     for (auto *line : dialog.findChildren<QLineEdit *>()) {
                                         if (line->accessibleName() == u"File")
                                             line->setText(path);
                                     }
                                     dialog.accept();
                                 });
    QFile file(path);
    if (!came || !QTest::qWaitFor([&] { return file.exists(); }) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

} // namespace

/// The table and the panels around it: what is shown, held back, copied and saved.
class tst_WindowTable : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void emptyPlaces_sayWhatToDo();
    void filters_actTogetherAndAreTold();
    void reason_filtersWhenItIsClicked();
    void endpoint_filtersWhenItIsActivated();
    void pause_countsWhatIsHeldBack();
    void log_pausesAndClears();
    void event_leadsToItsConnection();
    void details_tellTheEnd();
    void time_goesOnWhileBatchesCome();
    void details_followTheSelection();
    void details_stayWhenAFilterHidesTheConnection();
    void home_goesToTheFirstConnection();
    void contextMenu_isThatOfConnections();
    void copy_asShown();
    void copy_asJsonHasItsType();
    void csv_isForPrograms();
    void jsonLines_holdTheEvidence();
    void export_takesWhatItIsTold();
    void export_thatFailsSaysWhereAndWhy();
};

void tst_WindowTable::emptyPlaces_sayWhatToDo()
{
    WindowFixture window;
    for (const auto *place : window.window.findChildren<EmptyPlace *>()) {
        if (place->isVisible())
            QVERIFY(place->text().size() > 20);
    }
    QVERIFY(window.table().accessibleDescription().contains(QStringLiteral("Ctrl+L")));
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.table().accessibleDescription().isEmpty());
    filterBy(window, QStringLiteral("nowhere"));
    QVERIFY(window.table().accessibleDescription().contains(QStringLiteral("Esc")));
}

void tst_WindowTable::filters_actTogetherAndAreTold()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client living(address);
    Client reset(address);
    reset.peer.reset();
    Client closed(address);
    closed.peer.close();
    QVERIFY(window.waitForCounts(1, 2));
    QCOMPARE(headingOf(window), QStringLiteral("3 connections"));

    filterBy(window, QStringLiteral("127."));
    QCOMPARE(window.connections().rowCount(), 3);
    window.press(ActionId::HideEnded);
    QCOMPARE(window.connections().rowCount(), 1);
    QCOMPARE(headingOf(window),
             QStringLiteral("1 of 3 connections shown|"
                            "Only: text “127.” and live connections. Esc shows all."));
    window.press(ActionId::ClearFilter);
    QVERIFY(!window[ActionId::HideEnded]->isChecked());
    QCOMPARE(headingOf(window), QStringLiteral("3 connections"));
}

void tst_WindowTable::reason_filtersWhenItIsClicked()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    Client reset(address);
    reset.peer.reset();
    Client closed(address);
    closed.peer.close();
    QVERIFY(window.waitForCounts(0, 2));
    const auto *panel = window.find<ReasonsPanel>();
    auto *bars = panel->findChild<QListView *>();
    QTRY_COMPARE(bars->model()->rowCount(), 2);

    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, centreOf(*bars, 0));
    QCOMPARE(window.connections().rowCount(), 1);
    const Reason first = window.connections().report(0)->verdict.reason;
    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, centreOf(*bars, 0));
    QCOMPARE(window.connections().rowCount(), 2);

    window.press(ActionId::GoReasons);
    QTest::keyClick(bars, Qt::Key_Home);
    QTest::keyClick(bars, Qt::Key_Down);
    QTest::keyClick(bars, Qt::Key_Return);
    QCOMPARE(window.connections().rowCount(), 1);
    QVERIFY(window.connections().report(0)->verdict.reason != first);
}

void tst_WindowTable::endpoint_filtersWhenItIsActivated()
{
    WindowFixture window;
    const Client first(window.listen());
    const Client second(window.listen());
    QVERIFY(window.waitForCounts(2, 0));
    window.find<EndpointsPanel>()->setCurrent(1);
    window.press(ActionId::GoEndpoints);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(window.connections().rowCount(), 1);
    QCOMPARE(window.connections().info(0).peer.address, first.peer.source());
    QVERIFY(headingOf(window).contains(QStringLiteral("endpoint “")));
}

void tst_WindowTable::pause_countsWhatIsHeldBack()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    Client ending(address);
    Client talking(address);
    QVERIFY(window.waitForCounts(2, 0));
    window.press(ActionId::Pause);
    const Client opening(address);
    ending.peer.reset();
    talking.line.request("ECHO changed");
    QTRY_VERIFY(
        headingOf(window).contains(QStringLiteral("Paused · 1 opened · 1 ended · 1 changed")));
    QCOMPARE(window.connections().liveCount(), 2);
    window.press(ActionId::Pause);
    QCOMPARE(window.connections().liveCount(), 2);
    QCOMPARE(window.connections().endedCount(), 1);
    QVERIFY(!headingOf(window).contains(QStringLiteral("Paused")));
}

void tst_WindowTable::log_pausesAndClears()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    window.press(ActionId::GoEvents);
    const auto *panel = window.find<EventsPanel>();
    const auto buttons = panel->findChildren<QToolButton *>();
    const QAbstractItemModel *log = panel->view()->model();
    QTRY_COMPARE(log->rowCount(), 1);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    const Client client(address);
    QVERIFY(window.waitForCounts(1, 0)); // the table goes on
    QCOMPARE(log->rowCount(), 1);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(log->rowCount(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(log->rowCount(), 0);
    QCOMPARE(window.connections().liveCount(), 1);
}

void tst_WindowTable::event_leadsToItsConnection()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    window.press(ActionId::GoEvents);
    Table *log = window.find<EventsPanel>()->view();
    log->selectRow(log->model()->rowCount() - 1);
    QTest::keyClick(log, Qt::Key_Return);
    QCOMPARE(window.panel().currentConnection(), std::optional(window.record(client)->info().id));
    QVERIFY(window.find<DetailsPanel>()->isAncestorOf(QApplication::focusWidget()));
}

void tst_WindowTable::details_tellTheEnd()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    const auto *sentence = window.find<QLabel>(QStringLiteral("sentence"));
    const auto *evidence = window.find<Table>(QStringLiteral("evidence"));
    QTRY_VERIFY(evidence->model()->rowCount() > 0);
    const int seenAlive = evidence->model()->rowCount();
    client.peer.reset();
    QVERIFY(window.waitForCounts(0, 1));
    QTRY_VERIFY(sentence->text().contains(QStringLiteral("reset")));
    QTRY_VERIFY(evidence->model()->rowCount() > seenAlive);
    QVERIFY(window.find<Table>(QStringLiteral("elsewhere"))->model()->rowCount() >= 3);
}

void tst_WindowTable::time_goesOnWhileBatchesCome()
{
    WindowFixture window;
    QTimer batches;
    connect(&batches, &QTimer::timeout, this, [&window] { emit window.monitor.batchTaken({}); });
    batches.start(Milliseconds(10));
    const TimePoint before = window.connections().now();
    QTRY_VERIFY(window.connections().now() > before);
}

void tst_WindowTable::details_followTheSelection()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client first(address);
    const Client second(address);
    QVERIFY(window.waitForCounts(2, 0));
    const QAbstractItemModel *facts = window.find<Table>(QStringLiteral("facts"))->model();
    const auto told = [&] {
        QStringList values;
        for (int row = 0; row < facts->rowCount(); ++row)
            values += facts->index(row, 1).data().toString();
        return values.join(u' ');
    };
    QVERIFY(window.select(first));
    QVERIFY(told().contains(first.peer.key()));
    window.press(ActionId::GoConnections);
    QTest::keyClick(&window.table(), Qt::Key_Down);
    QVERIFY(told().contains(second.peer.key()));
}

void tst_WindowTable::details_stayWhenAFilterHidesTheConnection()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client first(address);
    Client second(address);
    second.peer.reset();
    QVERIFY(window.waitForCounts(1, 1));
    QVERIFY(window.select(first));
    const auto *sentence = window.find<QLabel>(QStringLiteral("sentence"));
    const QString before = sentence->text();
    filterBy(window, QStringLiteral("reset"));
    QCOMPARE(window.connections().rowCount(), 1);
    QCOMPARE(sentence->text(), before);
    QVERIFY(!window[ActionId::Reset]->isEnabled());
    QVERIFY(window.select(second));
    QVERIFY(sentence->text() != before);
}

void tst_WindowTable::home_goesToTheFirstConnection()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client first(address);
    const Client second(address);
    const Client third(address);
    QVERIFY(window.waitForCounts(3, 0));
    QVERIFY(window.select(second));
    window.press(ActionId::GoConnections);
    QTest::keyClick(&window.table(), Qt::Key_Home);
    QCOMPARE(window.table().selectedRows(), std::vector<int>{0});
}

void tst_WindowTable::contextMenu_isThatOfConnections()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    const QPoint centre = centreOf(window.table(), 0);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard,
                            centre,
                            window.table().viewport()->mapToGlobal(centre));
    QApplication::sendEvent(window.table().viewport(), &asked);
    QWidget *menu = QApplication::activePopupWidget();
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(window[ActionId::HalfClose]));
    menu->close();
}

void tst_WindowTable::copy_asShown()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client living(address);
    Client reset(address);
    reset.peer.reset();
    QVERIFY(window.waitForCounts(1, 1));
    for (const ConnectionColumn column : allConnectionColumns)
        window.panel().columns().setShown(column,
                                          column == ConnectionColumn::Id
                                              || column == ConnectionColumn::Peer
                                              || column == ConnectionColumn::Reason);
    window.press(ActionId::SelectAll);
    window.press(ActionId::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("#\tPeer\tReason"));
    const QStringList rows = lines.mid(1).filter(reset.peer.key());
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].endsWith(QStringLiteral("\tpeer reset")));
}

void tst_WindowTable::copy_asJsonHasItsType()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.press(ActionId::CopyAsJson);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->data(QStringLiteral("application/json")), data->text().toUtf8());
}

void tst_WindowTable::csv_isForPrograms()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client living(address);
    Client reset(address);
    reset.peer.reset();
    QVERIFY(window.waitForCounts(1, 1));
    const QByteArray csv = exported(window, ExportDialog::Extent::All, ExportFormat::Csv);
    const QList<QByteArray> lines = csv.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.last().isEmpty());
    QVERIFY(lines[0].startsWith("id,state,role,"));
    const qsizetype commas = lines[0].count(',');
    for (const QByteArray &line : lines.first(3)) {
        QVERIFY2(line.endsWith('\r'), line.constData());
        QCOMPARE(line.count(','), commas);
        // A spreadsheet takes none of it for a formula.
        for (const QByteArray &cell : line.trimmed().split(','))
            QVERIFY2(cell.isEmpty() || !QByteArray("=+-@").contains(cell.front()),
                     cell.constData());
    }
    QVERIFY(csv.contains("peer-reset"));
}

void tst_WindowTable::jsonLines_holdTheEvidence()
{
    WindowFixture window;
    Client reset(window.listen());
    reset.peer.reset();
    QVERIFY(window.waitForCounts(0, 1));
    const QByteArray line
        = exported(window, ExportDialog::Extent::Displayed, ExportFormat::JsonLines);
    const QJsonObject ended = QJsonDocument::fromJson(line).object();
    QCOMPARE(ended[QLatin1StringView("wire")].toString(), QStringLiteral("rst"));
    QVERIFY(!ended[QLatin1StringView("evidence")].toArray().isEmpty());
}

void tst_WindowTable::export_takesWhatItIsTold()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client living(address);
    Client reset(address);
    reset.peer.reset();
    Client closed(address);
    closed.peer.close();
    QVERIFY(window.waitForCounts(1, 2));
    QVERIFY(window.select(living));
    const auto lines = [&](ExportDialog::Extent extent) {
        return exported(window, extent, ExportFormat::JsonLines).count('\n');
    };
    QCOMPARE(lines(ExportDialog::Extent::Selected), 1);
    QCOMPARE(lines(ExportDialog::Extent::All), 3);
    filterBy(window, QStringLiteral("ended"));
    QCOMPARE(lines(ExportDialog::Extent::Displayed), 2);
    QCOMPARE(lines(ExportDialog::Extent::All), 3);
}

void tst_WindowTable::export_thatFailsSaysWhereAndWhy()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QString told;
    // Nobody may make files in there, not even root.
    const QString path = QStringLiteral("/proc/out.csv");
    QVERIFY(inDialog<ExportDialog>([&] { window.press(ActionId::Export); },
                                   [&](ExportDialog &dialog) {
                                       for (auto *line : dialog.findChildren<QLineEdit *>()) {
                                           if (line->accessibleName() == u"File")
                                               line->setText(path);
                                       }
                                       dialog.accept();
                                   }));
    QVERIFY(inDialog<QMessageBox>([&] { QTRY_VERIFY(!told.isEmpty()); },
                                  [&](QMessageBox &box) { told = box.text(); }));
    QVERIFY2(told.contains(path) && told.contains(QStringLiteral("Choose another")),
             qPrintable(told));
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowTable>(argc, argv);
}

#include "tst_windowtable.moc"
