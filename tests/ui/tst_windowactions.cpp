// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/columnlayout.h"
#include "ui/panels/connectiontimelinepanel.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/endpointspanel.h"
#include "ui/panels/eventspanel.h"
#include "ui/panels/labpage.h"
#include "ui/panels/reasonspanel.h"
#include "ui/panels/shutdownpanel.h"
#include "ui/panels/statespanel.h"
#include "ui/widgets/filterline.h"
#include "ui/window/actionspec.h"
#include "ui/window/connectdialog.h"
#include "ui/window/exportdialog.h"
#include "ui/window/language.h"
#include "ui/window/lessondialog.h"
#include "ui/window/listendialog.h"
#include "ui/window/preferencesdialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QTreeView>

using namespace Teardown;

namespace {

using End = Observation::End;

/// Every action below \a menu.
QSet<QAction *> actionsBelow(const QList<QAction *> &entries)
{
    QSet<QAction *> found;
    for (QAction *entry : entries) {
        if (entry->menu())
            found.unite(actionsBelow(entry->menu()->actions()));
        else
            found += entry;
    }
    return found;
}

bool isOfLab(const QAction *action)
{
    for (const ActionSpec &spec : labActionSpecs()) {
        if (action->objectName() == QLatin1StringView(spec.name))
            return true;
    }
    return false;
}

/// The keys of a text that are pressed one after the other where the focus is.
void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

bool hasFocus(const QWidget *panel)
{
    const QWidget *focus = QApplication::focusWidget();
    return panel && focus && (panel == focus || panel->isAncestorOf(focus));
}

} // namespace

/// Every action of the monitor: its place in the menus, and what its keys do. The functions are
/// called as the actions are, so that one without a test is found.
class tst_WindowActions : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void everyAction_isInAMenuWithTextTipAndKeyOfItsOwn_data();
    void everyAction_isInAMenuWithTextTipAndKeyOfItsOwn();
    void everyAction_hasItsTest();

    void listen_opensAListener();
    void connect_opensClients();
    void startEndpoint_listensAgainOnItsPort();
    void drainEndpoint_endsItsConnectionsInGoodOrder();
    void stopEndpoint_resetsItsConnections();
    void onlyEndpoint_filtersByIt();
    void export_savesTheConnections();
    void preferences_changeTheProgram();
    void drain_endsEverythingAndStays();
    void forceNow_resetsWhatIsLeft();
    void keepRunning_opensTheListenersAgain();
    void quit_leavesAtOnceWhenNothingIsOpen();
    void find_goesToTheFilterLine();
    void clearFilter_showsAllConnections();
    void hideEnded_leavesTheLiving();
    void pause_holdsTheView();
    void follow_keepsTheNewestInSight();
    void follow_seesWhatHasJustCome();
    void follow_leavesAnotherOrderAlone();
    void arrivalOrder_sortsByNumber();
    void fitColumns_makesThemAsWideAsTheirTexts();
    void goConnections_focusesTheTable();
    void goEndpoints_focusesThem();
    void goReasons_focusesThem();
    void goDetails_focusesThem();
    void goTimeline_focusesIt();
    void goStates_focusesThem();
    void goEvents_focusesThem();
    void nextPanel_goesRoundAll();
    void previousPanel_goesBack();
    void themeSystem_takesTheColoursOfTheDesktop();
    void themeLight_makesADarkTextOnLight();
    void themeDark_makesALightTextOnDark();
    void languageSystem_isThatOfTheDesktop();
    void languageEnglish_speaksEnglish();
    void languageChinese_speaksChinese();
    void largerText_endsAtTheLargest();
    void smallerText_endsAtTheSmallest();
    void normalText_isThatOfTheDesktop();
    void resetLayout_putsEverythingBack();
    void showDetails_focusesThem();
    void whatHappened_opensTheLesson();
    void closeInGoodOrder_sendsBye();
    void halfClose_sendsFinAndReadsOn();
    void reset_sendsRst();
    void reset_asksBeforeItResetsSeveral();
    void copy_isTabSeparated();
    void copyAsJson_isAnArray();
    void selectAll_selectsEveryRow();
    void help_opensItsPageOnce();
    void shortcuts_listEveryKey();
    void about_tellsTheVersion();

private:
    void goTo_focuses(ActionId id, QWidget *panel, WindowFixture &window);
};

void tst_WindowActions::everyAction_isInAMenuWithTextTipAndKeyOfItsOwn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

void tst_WindowActions::everyAction_isInAMenuWithTextTipAndKeyOfItsOwn()
{
    QFETCH(const QString, language);
    installLanguage(language);
    WindowFixture window;
    const QSet<QAction *> inMenus = actionsBelow(window.window.menuBar()->actions());
    QHash<QKeySequence, const QAction *> keys;
    for (QAction *action : window.window.actions().all()) {
        const QString name = action->objectName();
        QVERIFY2(!name.isEmpty() && inMenus.contains(action), qPrintable(name));
        QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(), qPrintable(name));
        QVERIFY2(action->toolTip().contains(action->statusTip()), qPrintable(name));
        QVERIFY2(!action->iconText().isEmpty(), qPrintable(name));
        QVERIFY2(!action->iconText().contains(u'&'), qPrintable(action->iconText()));
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(name));
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(name + u' ' + key.toString()));
            keys.insert(key, action);
        }
    }
}

void tst_WindowActions::everyAction_hasItsTest()
{
    const Actions actions;
    QSet<QByteArray> tested;
    for (int index = 0; index < metaObject()->methodCount(); ++index)
        tested += metaObject()->method(index).name().split('_').front();
    for (const QAction *action : actions.all()) {
        QVERIFY2(isOfLab(action) || tested.contains(action->objectName().toLatin1()),
                 qPrintable(QStringLiteral("write a test %1_… of what it does")
                                .arg(action->objectName())));
    }
}

// Endpoints

void tst_WindowActions::listen_opensAListener()
{
    WindowFixture window;
    QVERIFY(inDialog<ListenDialog>([&] { window.press(ActionId::Listen); },
                                   [](ListenDialog &dialog) {
                                       dialog.findChild<QSpinBox *>()->setValue(0);
                                       dialog.accept();
                                   }));
    QCOMPARE(window.endpoints().rowCount(), 1);
    const auto *panel = window.find<EndpointsPanel>();
    QCOMPARE(panel->currentEndpoints().size(), 1u);
    const EndpointSnapshot *opened = window.endpoints().endpoint(panel->currentEndpoints().front());
    QCOMPARE(opened->state, EndpointState::Running);
    const Client client({QHostAddress(opened->host), opened->port});
    QVERIFY(client.hello.startsWith("HELLO teardown/1"));
    QVERIFY(window.waitForCounts(1, 0));
}

void tst_WindowActions::connect_opensClients()
{
    WindowFixture window;
    PlainListener server{QHostAddress(QHostAddress::LocalHost)};
    QVERIFY(server.listen(2));
    QVERIFY(inDialog<ConnectDialog>([&] { window.press(ActionId::Connect); },
                                    [&](ConnectDialog &dialog) {
                                        const auto numbers = dialog.findChildren<QSpinBox *>();
                                        numbers[0]->setValue(server.address().port);
                                        numbers[1]->setValue(2);
                                        dialog.accept();
                                    }));
    auto first = server.accept();
    auto second = server.accept();
    QVERIFY(first && second);
    QVERIFY(window.waitForCounts(2, 0));
}

void tst_WindowActions::startEndpoint_listensAgainOnItsPort()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    auto *panel = window.find<EndpointsPanel>();
    panel->setCurrent(1);
    QVERIFY(!window[ActionId::StartEndpoint]->isEnabled());
    window.press(ActionId::StopEndpoint);
    QTRY_VERIFY(window[ActionId::StartEndpoint]->isEnabled());
    RawPeer refused;
    QVERIFY(!refused.connectTo(address));

    window.press(ActionId::StartEndpoint);
    const Client client(address);
    QVERIFY(client.hello.startsWith("HELLO"));
}

void tst_WindowActions::drainEndpoint_endsItsConnectionsInGoodOrder()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    window.find<EndpointsPanel>()->setCurrent(1);
    window.press(ActionId::DrainEndpoint);
    QVERIFY(client.line.answer().bytes == "BYE drained");
    client.peer.close();
    QVERIFY(window.waitForCounts(0, 1));
    QCOMPARE(window.record(client)->report->verdict.reason, Reason::Drained);
    QCOMPARE(window.monitor.stage(), DrainStage::Serving);
}

void tst_WindowActions::stopEndpoint_resetsItsConnections()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    Client first(address);
    Client second(address);
    QVERIFY(window.waitForCounts(2, 0));
    window.find<EndpointsPanel>()->setCurrent(1);
    QTRY_COMPARE(window.endpoints().endpoint(EndpointId(1))->open, 2);

    // Several at once are not reset by a slip of the finger.
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::StopEndpoint); },
                                  [](QMessageBox &box) { box.reject(); }));
    QCOMPARE(window.connections().liveCount(), 2);
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::StopEndpoint); },
                                  [](QMessageBox &box) {
                                      QVERIFY(box.text().contains(u'2'));
                                      box.button(QMessageBox::Yes)->click();
                                  }));
    QCOMPARE(first.peer.waitForReset().end, End::Error);
    QCOMPARE(second.peer.waitForReset().end, End::Error);
}

void tst_WindowActions::onlyEndpoint_filtersByIt()
{
    WindowFixture window;
    const Client first(window.listen());
    const Client second(window.listen());
    QVERIFY(window.waitForCounts(2, 0));
    window.find<EndpointsPanel>()->setCurrent(2);
    window.press(ActionId::OnlyEndpoint);
    QCOMPARE(window.connections().rowCount(), 1);
    QCOMPARE(window.connections().info(0).peer.address, second.peer.source());
    window.press(ActionId::OnlyEndpoint);
    QCOMPARE(window.connections().rowCount(), 2);
}

void tst_WindowActions::export_savesTheConnections()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.jsonl"));
    WindowFixture window;
    QVERIFY(!window[ActionId::Export]->isEnabled());
    Client client(window.listen());
    client.peer.reset();
    QVERIFY(window.waitForCounts(0, 1));
    QVERIFY(inDialog<ExportDialog>([&] { window.press(ActionId::Export); },
                                   [&](ExportDialog &dialog) {
                                       dialog.findChildren<QLineEdit *>().last()->setText(path);
                                       dialog.accept();
                                   }));
    QTRY_VERIFY(QFileInfo::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject ended = QJsonDocument::fromJson(file.readLine()).object();
    QCOMPARE(ended[QLatin1StringView("reason")].toString(), QStringLiteral("peer-reset"));
    QVERIFY(file.atEnd());
}

void tst_WindowActions::preferences_changeTheProgram()
{
    WindowFixture window;
    QVERIFY(inDialog<PreferencesDialog>([&] { window.press(ActionId::Preferences); },
                                        [](PreferencesDialog &dialog) {
                                            dialog
                                                .findChild<QLineEdit *>(
                                                    QStringLiteral("drain-deadline"))
                                                ->setText(QStringLiteral("7s"));
                                            dialog.accept();
                                        }));
    QCOMPARE(window.monitor.settings().drainDeadline, Milliseconds(7'000));
}

// Shutdown

void tst_WindowActions::drain_endsEverythingAndStays()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    window.press(ActionId::Drain);
    QCOMPARE(client.line.answer().bytes, QByteArray("BYE drained"));
    client.peer.close();
    QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
    QVERIFY(window.window.isVisible());
    QVERIFY(window.find<ShutdownPanel>()->isVisible());
    QVERIFY(!window[ActionId::Drain]->isEnabled());
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
}

void tst_WindowActions::forceNow_resetsWhatIsLeft()
{
    WindowFixture window;
    Client client(window.listen());
    client.line.send("WORK 60000");
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(!window[ActionId::ForceNow]->isEnabled());
    window.press(ActionId::Drain);
    window.press(ActionId::ForceNow);
    QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
    QVERIFY(window.waitForCounts(0, 1));
    QCOMPARE(window.record(client)->report->verdict.reason, Reason::DrainForced);
}

void tst_WindowActions::keepRunning_opensTheListenersAgain()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    Client client(address);
    client.line.request("PING begun\nWORK 60000");
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(!window[ActionId::KeepRunning]->isEnabled());
    window.press(ActionId::Drain);
    RawPeer refused;
    QVERIFY(!refused.connectTo(address));
    window.press(ActionId::KeepRunning);
    QCOMPARE(window.monitor.stage(), DrainStage::Serving);
    QVERIFY(!window.find<ShutdownPanel>()->isVisible());
    const Client late(address);
    QVERIFY(late.hello.startsWith("HELLO"));
}

void tst_WindowActions::quit_leavesAtOnceWhenNothingIsOpen()
{
    WindowFixture window;
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
    QVERIFY(!window.window.isVisible());
}

// Table

void tst_WindowActions::find_goesToTheFilterLine()
{
    WindowFixture window;
    window.press(ActionId::Find);
    QCOMPARE(QApplication::focusWidget(), window.find<FilterLine>());
}

void tst_WindowActions::clearFilter_showsAllConnections()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(!window[ActionId::ClearFilter]->isEnabled());
    window.press(ActionId::Find);
    type(QStringLiteral("nowhere\r"));
    QCOMPARE(window.connections().rowCount(), 0);
    window.press(ActionId::GoConnections);
    window.press(ActionId::ClearFilter);
    QCOMPARE(window.connections().rowCount(), 1);
    QVERIFY(window.find<FilterLine>()->text().isEmpty());
}

void tst_WindowActions::hideEnded_leavesTheLiving()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client living(address);
    Client ended(address);
    ended.peer.reset();
    QVERIFY(window.waitForCounts(1, 1));
    window.press(ActionId::HideEnded);
    QCOMPARE(window.connections().rowCount(), 1);
    QCOMPARE(window.connections().info(0).peer.address, living.peer.source());
    window.press(ActionId::HideEnded);
    QCOMPARE(window.connections().rowCount(), 2);
}

void tst_WindowActions::pause_holdsTheView()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    window.press(ActionId::Pause);
    QVERIFY(window.connections().isPaused());
    const Client client(address);
    QTRY_COMPARE(window.connections().hiddenChanges().opened, 1u);
    QCOMPARE(window.connections().rowCount(), 0);
    window.press(ActionId::Pause);
    QCOMPARE(window.connections().rowCount(), 1);
}

void tst_WindowActions::follow_keepsTheNewestInSight()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    QVERIFY(window[ActionId::Follow]->isChecked());
    std::vector<std::unique_ptr<Client>> clients;
    for (int count = 0; count < 60; ++count)
        clients.push_back(std::make_unique<Client>(address));
    QVERIFY(window.waitForCounts(60, 0));
    QTRY_VERIFY(window.table().isAtEnd());
    QTest::keyClick(&window.table(), Qt::Key_Home);
    QVERIFY(!window[ActionId::Follow]->isChecked());
    QVERIFY(!window.table().isAtEnd());
    window.press(ActionId::Follow);
    QVERIFY(window[ActionId::Follow]->isChecked());
    QVERIFY(window.table().isAtEnd());

    // A row that somebody took hold of stays where it is.
    QTest::mouseClick(window.table().viewport(),
                      Qt::LeftButton,
                      {},
                      window.table().visualRect(window.table().indexAt({5, 5})).center());
    QVERIFY(!window[ActionId::Follow]->isChecked());
}

void tst_WindowActions::follow_seesWhatHasJustCome()
{
    WindowFixture window;
    constexpr ConnectionId last = 100;
    Batch batch;
    for (ConnectionId id = 1; id <= last; ++id)
        batch.events.push_back(opened(id, window.monitor.start().mono));
    emit window.monitor.batchTaken(batch);
    settle();
    QVERIFY(window.table().isAtEnd());
    const QRect row = window.table().visualRect(window.connections().index(last - 1, 0));
    QVERIFY(window.table().viewport()->rect().contains(row));
}

void tst_WindowActions::follow_leavesAnotherOrderAlone()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    std::vector<std::unique_ptr<Client>> clients;
    for (int count = 0; count < 60; ++count)
        clients.push_back(std::make_unique<Client>(address));
    const Client newest(address);
    QVERIFY(window.waitForCounts(61, 0));
    window.find<FilterLine>()->setText(QStringLiteral("ended"));
    for (const auto &client : clients)
        client->peer.reset();
    QVERIFY(window.waitForCounts(1, 60));
    QTRY_COMPARE(window.connections().rowCount(), 60);
    window.table().horizontalHeader()->setSortIndicator(static_cast<int>(ConnectionColumn::Peer),
                                                        Qt::DescendingOrder);
    window.table().scrollToTop();
    emit window.connections().updated();
    QVERIFY(window[ActionId::Follow]->isChecked());
    QCOMPARE(window.table().verticalScrollBar()->value(), 0);
}

void tst_WindowActions::arrivalOrder_sortsByNumber()
{
    WindowFixture window;
    QHeaderView *header = window.table().horizontalHeader();
    header->setSortIndicator(static_cast<int>(ConnectionColumn::Peer), Qt::DescendingOrder);
    window.press(ActionId::ArrivalOrder);
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void tst_WindowActions::fitColumns_makesThemAsWideAsTheirTexts()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QHeaderView *header = window.table().horizontalHeader();
    const int peer = static_cast<int>(ConnectionColumn::Peer);
    header->resizeSection(peer, 20);
    window.press(ActionId::FitColumns);
    const QString address = window.connections().index(0, peer).data().toString();
    QVERIFY(header->sectionSize(peer) > window.table().fontMetrics().horizontalAdvance(address));
}

// Panels

void tst_WindowActions::goTo_focuses(ActionId id, QWidget *panel, WindowFixture &window)
{
    QVERIFY(panel);
    window.press(ActionId::Find);
    QVERIFY(!hasFocus(panel));
    window.press(id);
    QVERIFY(panel->isVisible());
    QVERIFY(hasFocus(panel));
}

void tst_WindowActions::goConnections_focusesTheTable()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoConnections, &window.panel(), window);
}

void tst_WindowActions::goEndpoints_focusesThem()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoEndpoints, window.find<EndpointsPanel>(), window);
}

void tst_WindowActions::goReasons_focusesThem()
{
    WindowFixture window;
    window.find<QDockWidget>(QStringLiteral("reasons"))->hide();
    goTo_focuses(ActionId::GoReasons, window.find<ReasonsPanel>(), window);
}

void tst_WindowActions::goDetails_focusesThem()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoDetails, window.find<DetailsPanel>(), window);
}

void tst_WindowActions::goTimeline_focusesIt()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoTimeline, window.find<ConnectionTimelinePanel>(), window);
}

void tst_WindowActions::goStates_focusesThem()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoStates, window.find<StatesPanel>(), window);
}

void tst_WindowActions::goEvents_focusesThem()
{
    WindowFixture window;
    goTo_focuses(ActionId::GoEvents, window.find<EventsPanel>(), window);
}

void tst_WindowActions::nextPanel_goesRoundAll()
{
    WindowFixture window;
    const QList<QWidget *> order{window.find<EndpointsPanel>(),
                                 window.find<ReasonsPanel>(),
                                 window.find<DetailsPanel>(),
                                 window.find<ConnectionTimelinePanel>(),
                                 window.find<StatesPanel>(),
                                 window.find<EventsPanel>(),
                                 &window.panel()};
    QVERIFY(hasFocus(&window.panel()));
    for (const QWidget *panel : order) {
        window.press(ActionId::NextPanel);
        QVERIFY2(hasFocus(panel), panel->metaObject()->className());
    }
}

void tst_WindowActions::previousPanel_goesBack()
{
    WindowFixture window;
    window.press(ActionId::PreviousPanel);
    QVERIFY(hasFocus(window.find<EventsPanel>()));
    window.press(ActionId::NextPanel);
    QVERIFY(hasFocus(&window.panel()));
}

// Look

void tst_WindowActions::themeSystem_takesTheColoursOfTheDesktop()
{
    WindowFixture window;
    const QColor ground = QApplication::palette().color(QPalette::Window);
    window.press(ActionId::ThemeDark);
    QVERIFY(QApplication::palette().color(QPalette::Window) != ground);
    window.press(ActionId::ThemeSystem);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ground);
    QVERIFY(window[ActionId::ThemeSystem]->isChecked());
}

void tst_WindowActions::themeLight_makesADarkTextOnLight()
{
    WindowFixture window;
    window.press(ActionId::ThemeDark);
    window.press(ActionId::ThemeLight);
    QTRY_VERIFY(window.table().palette().color(QPalette::Text).lightness() < 80);
    QVERIFY(window.table().palette().color(QPalette::Base).lightness() > 200);
}

void tst_WindowActions::themeDark_makesALightTextOnDark()
{
    WindowFixture window;
    window.press(ActionId::ThemeDark);
    QTRY_VERIFY(window.table().palette().color(QPalette::Text).lightness() > 200);
    QVERIFY(window.table().palette().color(QPalette::Base).lightness() < 80);
}

void tst_WindowActions::languageSystem_isThatOfTheDesktop()
{
    WindowFixture window;
    window.press(ActionId::LanguageChinese);
    window.press(ActionId::LanguageSystem);
    QVERIFY(!isLanguageChosen());
    QVERIFY(window[ActionId::LanguageSystem]->isChecked());
}

void tst_WindowActions::languageEnglish_speaksEnglish()
{
    WindowFixture window;
    window.press(ActionId::LanguageChinese);
    window.press(ActionId::LanguageEnglish);
    QTRY_COMPARE(window[ActionId::Quit]->iconText(), QStringLiteral("Quit"));
}

void tst_WindowActions::languageChinese_speaksChinese()
{
    WindowFixture window;
    window.press(ActionId::LanguageChinese);
    QTRY_COMPARE(window[ActionId::Quit]->iconText(), QStringLiteral("退出"));
    QCOMPARE(currentLanguage(), QStringLiteral("zh_CN"));
}

void tst_WindowActions::largerText_endsAtTheLargest()
{
    WindowFixture window;
    const qreal normal = QApplication::font().pointSizeF();
    for (int step = 1; step <= mostTextStep; ++step)
        window.press(ActionId::LargerText);
    QCOMPARE(QApplication::font().pointSizeF(), normal + mostTextStep);
    QVERIFY(!window[ActionId::LargerText]->isEnabled());
    window.press(ActionId::NormalText);
}

void tst_WindowActions::smallerText_endsAtTheSmallest()
{
    WindowFixture window;
    const qreal normal = QApplication::font().pointSizeF();
    for (int step = -1; step >= leastTextStep; --step)
        window.press(ActionId::SmallerText);
    QCOMPARE(QApplication::font().pointSizeF(), normal + leastTextStep);
    QVERIFY(!window[ActionId::SmallerText]->isEnabled());
    window.press(ActionId::NormalText);
}

void tst_WindowActions::normalText_isThatOfTheDesktop()
{
    WindowFixture window;
    const QFont normal = QApplication::font();
    window.press(ActionId::LargerText);
    QTRY_VERIFY(window.table().font().pointSizeF() > normal.pointSizeF());
    window.press(ActionId::NormalText);
    QTRY_COMPARE(window.table().font().pointSizeF(), normal.pointSizeF());
}

void tst_WindowActions::resetLayout_putsEverythingBack()
{
    WindowFixture window;
    auto *events = window.find<QDockWidget>(QStringLiteral("events"));
    const QStringList columns = window.panel().columns().save();
    window.panel().columns().setShown(ConnectionColumn::Peer, false);
    events->setFloating(true);
    window.find<QDockWidget>(QStringLiteral("endpoints"))->hide();
    window.window.activateWindow();
    window.press(ActionId::ResetLayout);
    QCOMPARE(window.panel().columns().save(), columns);
    QVERIFY(!events->isFloating());
    QVERIFY(window.find<EndpointsPanel>()->isVisible());
}

// Connections

void tst_WindowActions::showDetails_focusesThem()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(!window[ActionId::ShowDetails]->isEnabled());
    QVERIFY(window.select(client));
    window.press(ActionId::ShowDetails);
    QVERIFY(hasFocus(window.find<DetailsPanel>()));
}

void tst_WindowActions::whatHappened_opensTheLesson()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    QVERIFY(!window[ActionId::WhatHappened]->isEnabled());
    client.peer.reset();
    QVERIFY(window.waitForCounts(0, 1));
    QTRY_VERIFY(window[ActionId::WhatHappened]->isEnabled());
    window.press(ActionId::WhatHappened);
    const auto *lesson = window.find<LessonDialog>();
    QVERIFY(lesson && lesson->isVisible());
}

void tst_WindowActions::closeInGoodOrder_sendsBye()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(!window[ActionId::CloseInGoodOrder]->isEnabled());
    QVERIFY(window.select(client));
    window.press(ActionId::CloseInGoodOrder);
    QCOMPARE(client.line.answer().bytes, QByteArray("BYE local-close"));
    client.peer.close();
    QVERIFY(window.waitForCounts(0, 1));
    QCOMPARE(window.record(client)->report->verdict.reason, Reason::LocalClose);
    QTRY_VERIFY(!window[ActionId::CloseInGoodOrder]->isEnabled());
}

void tst_WindowActions::halfClose_sendsFinAndReadsOn()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.press(ActionId::HalfClose);
    QCOMPARE(client.peer.readToEnd().end, End::EndOfStream);
    QVERIFY(client.line.send("ECHO still read"));
    QTRY_VERIFY(window.record(client)->snapshot.bytesIn > 0);
    QCOMPARE(window.connections().liveCount(), 1);
}

void tst_WindowActions::reset_sendsRst()
{
    WindowFixture window;
    Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.press(ActionId::Reset);
    QCOMPARE(client.peer.waitForReset().end, End::Error);
    QVERIFY(window.waitForCounts(0, 1));
    QCOMPARE(window.record(client)->report->verdict.reason, Reason::LocalReset);
}

void tst_WindowActions::reset_asksBeforeItResetsSeveral()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client first(address);
    const Client second(address);
    QVERIFY(window.waitForCounts(2, 0));
    window.press(ActionId::SelectAll);
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::Reset); },
                                  [](QMessageBox &box) {
                                      QTest::keyClick(&box, Qt::Key_Return); // the default
                                  }));
    QTest::qWait(300);
    QCOMPARE(window.connections().liveCount(), 2);
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::Reset); },
                                  [](QMessageBox &box) {
                                      for (QAbstractButton *button : box.buttons()) {
                                          if (box.buttonRole(button)
                                              == QMessageBox::DestructiveRole)
                                              button->click();
                                      }
                                  }));
    QVERIFY(window.waitForCounts(0, 2));
}

void tst_WindowActions::copy_isTabSeparated()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.press(ActionId::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(u'\t') + 1,
             static_cast<qsizetype>(window.panel().columns().shown().size()));
    QCOMPARE(lines[1].count(u'\t'), lines[0].count(u'\t'));
    QVERIFY(lines[1].contains(client.peer.key()));
}

void tst_WindowActions::copyAsJson_isAnArray()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.press(ActionId::CopyAsJson);
    const QJsonArray copied
        = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array();
    QCOMPARE(copied.size(), 1);
    QVERIFY(
        copied[0].toObject()[QLatin1StringView("peer")].toString().startsWith(client.peer.key()));
}

void tst_WindowActions::selectAll_selectsEveryRow()
{
    WindowFixture window;
    const SocketAddress address = window.listen();
    const Client first(address);
    const Client second(address);
    QVERIFY(window.waitForCounts(2, 0));
    window.press(ActionId::SelectAll);
    QCOMPARE(window.table().selectedRows().size(), 2u);
}

// Help

void tst_WindowActions::help_opensItsPageOnce()
{
    WindowFixture window;
    window.press(ActionId::Help);
    const auto *page = window.find<QTextBrowser>();
    QVERIFY(page && page->isVisible());
    QVERIFY(page->toPlainText().size() > 1'000);
    window[ActionId::Help]->trigger();
    QCOMPARE(window.window.findChildren<QTextBrowser *>().size(), 1);
}

void tst_WindowActions::shortcuts_listEveryKey()
{
    WindowFixture window;
    window.press(ActionId::Shortcuts);
    const auto *sheet = window.find<QDialog>(QStringLiteral("shortcutSheet"));
    QVERIFY(sheet && sheet->isVisible());
    const QAbstractItemModel *keys = sheet->findChild<Table *>()->model();
    QCOMPARE(keys->rowCount(), static_cast<int>(Actions::count));
    for (int row = 0; row < keys->rowCount(); ++row) {
        for (int column = 0; column < keys->columnCount(); ++column)
            QVERIFY(!keys->index(row, column).data().toString().isEmpty());
    }
}

void tst_WindowActions::about_tellsTheVersion()
{
    WindowFixture window;
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::About); },
                                  [](QMessageBox &box) {
                                      QVERIFY(
                                          box.text().contains(QStringLiteral(TEARDOWN_VERSION)));
                                  }));
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowActions>(argc, argv);
}

#include "tst_windowactions.moc"
