// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/widgetwalk.h"
#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/labpage.h"
#include "ui/window/connectdialog.h"
#include "ui/window/exportdialog.h"
#include "ui/window/listendialog.h"
#include "ui/window/preferencesdialog.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QSet>
#include <QTextBrowser>

using namespace Teardown;

namespace {

constexpr int mostTabStops = 300;

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Replaces what the field with the focus holds.
void fill(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), text);
}

/// Whether at least a part of it is neither scrolled away nor beyond the window.
bool isInSight(const QWidget &widget)
{
    QRect seen = widget.rect();
    for (const QWidget *each = &widget; !each->isWindow(); each = each->parentWidget())
        seen = seen.translated(each->pos()) & each->parentWidget()->rect();
    return !seen.isEmpty();
}

QSet<const QWidget *> tabStopsOf(const QWidget &root)
{
    QSet<const QWidget *> stops;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const bool isReached = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()
            && widget->isVisible() && widget->isEnabled() && widget->window() == &root;
        if (isReached && !isParked(*widget))
            stops += widget;
    }
    return stops;
}

/// Presses \a key until the focus is where it was. Returns what is wrong with the round.
QString goRound(const QWidget &root, Qt::Key key)
{
    QSet<const QWidget *> reached;
    const QWidget *start = QApplication::focusWidget();
    if (!start)
        return QStringLiteral("nothing has the focus");
    do {
        press(key);
        const QWidget *now = QApplication::focusWidget();
        if (!now || reached.contains(now) || reached.size() > mostTabStops)
            return QStringLiteral("caught at %1")
                .arg(QLatin1StringView(now ? now->metaObject()->className() : "nothing"));
        if (!isInSight(*now))
            return QStringLiteral("out of sight: %1").arg(now->accessibleName());
        reached += now;
    } while (QApplication::focusWidget() != start);
    for (const QWidget *missed : tabStopsOf(root) - reached) {
        // Of a group of radio buttons Tab reaches the chosen one; arrows do the rest.
        if (!missed->inherits("QRadioButton"))
            return QStringLiteral("never reached: %1 “%2”")
                .arg(QLatin1StringView(missed->metaObject()->className()),
                     missed->accessibleName());
    }
    return {};
}

QString goRoundBothWays(const QWidget &root)
{
    const QString forwards = goRound(root, Qt::Key_Tab);
    return forwards.isEmpty() ? goRound(root, Qt::Key_Backtab) : forwards;
}

} // namespace

/// The window without a pointer.
class tst_WindowKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void wholeSession_needsNoPointer();
    void lab_needsNoPointer();
    void tab_reachesEverythingInTheWindow();
    void tab_reachesEverythingInTheLab_data();
    void tab_reachesEverythingInTheLab();
    void tab_reachesEverythingInDialogs_data();
    void tab_reachesEverythingInDialogs();
    void tab_staysInThePanelOfAShutdown();
    void escape_leavesDialogsAndTheFilterLine();
    void keysOfTables_areLettersElsewhere();
    void f6_reachesTheShutdownPanel();
};

void tst_WindowKeyboard::wholeSession_needsNoPointer()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.csv"));
    WindowFixture window;

    // A listener on any free port, and clients to it.
    QVERIFY(inDialog<ListenDialog>([&] { window.press(ActionId::Listen); },
                                   [](QDialog &) {
                                       fill(QStringLiteral("0"));
                                       press(Qt::Key_Return);
                                   }));
    QTRY_COMPARE(window.endpoints().rowCount(), 1);
    const quint16 port = window.endpoints().endpoint(EndpointId(1))->port;
    QVERIFY(inDialog<ConnectDialog>([&] { window.press(ActionId::Connect); },
                                    [port](QDialog &) {
                                        press(Qt::Key_Tab);
                                        fill(QString::number(port));
                                        press(Qt::Key_Tab);
                                        fill(QStringLiteral("3"));
                                        press(Qt::Key_Return);
                                    }));
    QVERIFY(window.waitForCounts(6, 0)); // three, seen from both sides

    // Filter, choose, read.
    window.press(ActionId::Find);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("client"));
    press(Qt::Key_Return);
    QCOMPARE(window.connections().rowCount(), 3);
    window.press(ActionId::GoConnections);
    press(Qt::Key_Down);
    window.press(ActionId::ShowDetails);
    const auto *details = window.find<DetailsPanel>();
    QVERIFY(details->isAncestorOf(QApplication::focusWidget()));

    // Each way to end one.
    window.press(ActionId::GoConnections);
    window.press(ActionId::CloseInGoodOrder);
    QVERIFY(window.waitForCounts(4, 2));
    press(Qt::Key_Down);
    window.press(ActionId::HalfClose);
    press(Qt::Key_Down);
    window.press(ActionId::Reset);
    QVERIFY(window.waitForCounts(0, 6));

    // Take it along.
    window.press(ActionId::ClearFilter);
    QVERIFY(inDialog<ExportDialog>([&] { window.press(ActionId::Export); },
                                   [&](QDialog &) {
                                       press(Qt::Key_End); // all of them
                                       press(Qt::Key_Tab);
                                       press(Qt::Key_Down); // CSV
                                       press(Qt::Key_Tab);
                                       fill(path);
                                       press(Qt::Key_Return);
                                   }));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 7);

    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
}

void tst_WindowKeyboard::lab_needsNoPointer()
{
    WindowFixture window;
    LabPage &lab = window.window.lab();
    window.press(ActionId::ShowLab);
    QVERIFY(lab.isVisible());
    const QString first = lab.scenario()->id;
    press(Qt::Key_Down);
    QVERIFY(lab.scenario()->id != first);
    press(Qt::Key_Up);
    QCOMPARE(lab.scenario()->id, first);

    window.press(ActionId::LabForward);
    QCOMPARE(lab.stage(), LabStage::Predict);
    settle();
    for (int stop = 0;
         stop < mostTabStops && !QApplication::focusWidget()->inherits("QRadioButton");
         ++stop)
        press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QVERIFY(lab.progress().result(first).answer(0) >= 0);

    window.press(ActionId::LabRun);
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isRunning(), 30'000);
    QCOMPARE(lab.progress().result(first).status, LabStatus::Passed);
    window.press(ActionId::LabForward);
    QCOMPARE(lab.stage(), LabStage::Compare);
    window.press(ActionId::LabForward);
    QCOMPARE(lab.stage(), LabStage::Lesson);
    window.press(ActionId::ShowMonitor);
    QVERIFY(window.table().isVisible());
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
}

void tst_WindowKeyboard::tab_reachesEverythingInTheWindow()
{
    WindowFixture window;
    Client client(window.listen());
    client.peer.reset();
    QVERIFY(window.waitForCounts(0, 1));
    QVERIFY(window.select(client));
    QCOMPARE(goRoundBothWays(window.window), QString());
    window.press(ActionId::GoEvents);
    QCOMPARE(goRoundBothWays(window.window), QString());
}

void tst_WindowKeyboard::tab_reachesEverythingInTheLab_data()
{
    QTest::addColumn<LabStage>("stage");
    QTest::newRow("story") << LabStage::Story;
    QTest::newRow("predict") << LabStage::Predict;
    QTest::newRow("run") << LabStage::Run;
    QTest::newRow("compare") << LabStage::Compare;
    QTest::newRow("lesson") << LabStage::Lesson;
}

void tst_WindowKeyboard::tab_reachesEverythingInTheLab()
{
    QFETCH(const LabStage, stage);
    WindowFixture window;
    window.press(ActionId::ShowLab);
    window.window.lab().setStage(stage);
    settle();
    QCOMPARE(goRoundBothWays(window.window), QString());
}

void tst_WindowKeyboard::tab_reachesEverythingInDialogs_data()
{
    QTest::addColumn<ActionId>("id");
    QTest::newRow("listen") << ActionId::Listen;
    QTest::newRow("connect") << ActionId::Connect;
    QTest::newRow("preferences") << ActionId::Preferences;
    QTest::newRow("export") << ActionId::Export;
}

void tst_WindowKeyboard::tab_reachesEverythingInDialogs()
{
    QFETCH(const ActionId, id);
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QString fault;
    QVERIFY(inDialog<QDialog>([&] { window.press(id); },
                              [&](QDialog &dialog) { fault = goRoundBothWays(dialog); }));
    QCOMPARE(fault, QString());
}

void tst_WindowKeyboard::tab_staysInThePanelOfAShutdown()
{
    WindowFixture window;
    Client client(window.listen());
    client.line.request("PING begun\nWORK 60000");
    QVERIFY(window.waitForCounts(1, 0));
    window.press(ActionId::Drain);
    QCOMPARE(goRoundBothWays(window.window), QString());
}

void tst_WindowKeyboard::escape_leavesDialogsAndTheFilterLine()
{
    WindowFixture window;
    bool isLeft = false;
    QVERIFY(inDialog<QDialog>([&] { window.press(ActionId::Listen); },
                              [&](QDialog &dialog) {
                                  press(Qt::Key_Escape);
                                  isLeft = !dialog.isVisible();
                              }));
    QVERIFY(isLeft);
    window.press(ActionId::Help);
    QTRY_VERIFY(window.find<QDialog>(QStringLiteral("helpPage"))->isActiveWindow());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!window.find<QTextBrowser>());

    window.press(ActionId::Find);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("open"));
    press(Qt::Key_Escape);
    QVERIFY(window.find<QLineEdit>()->text().isEmpty());
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &window.table());
}

void tst_WindowKeyboard::keysOfTables_areLettersElsewhere()
{
    WindowFixture window;
    window.press(ActionId::Find);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("a b"));
    press(Qt::Key_Home);
    press(Qt::Key_End);
    press(Qt::Key_Question);
    QCOMPARE(line->text(), QStringLiteral("a b?"));
    QVERIFY(!window[ActionId::Pause]->isChecked());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!window.find<QDialog>(QStringLiteral("shortcutSheet")));
}

void tst_WindowKeyboard::f6_reachesTheShutdownPanel()
{
    WindowFixture window;
    Client client(window.listen());
    client.line.request("PING begun\nWORK 60000");
    QVERIFY(window.waitForCounts(1, 0));
    window.press(ActionId::Drain);
    window.press(ActionId::GoEvents);
    window.press(ActionId::NextPanel);
    press(Qt::Key_Space); // Force Now
    QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowKeyboard>(argc, argv);
}

#include "tst_windowkeyboard.moc"
