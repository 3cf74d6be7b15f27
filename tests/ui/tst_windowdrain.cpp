// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/crowd.h"
#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/shutdownpanel.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

using namespace Teardown;

namespace {

using namespace std::chrono_literals;

constexpr int crowdSize = 200;

/// Far beyond what the orderly need, also on a busy machine.
constexpr MonitorSettings patient{.connection = {}, .drainDeadline = 120s};

/// Sends FIN while an answer is owed, far longer than it takes to ask the window to leave.
QString takesWhatIsOwed(Client &client)
{
    client.peer.shutdownWrite();
    const Observation done = client.line.answer();
    if (done.bytes != "DONE 5000")
        return QStringLiteral("no DONE: %1").arg(done.toString());
    const Observation end = client.peer.readToEnd();
    client.peer.close();
    return end.end == Observation::End::EndOfStream ? QString() : end.toString();
}

constexpr Life halfCloses{"WORK 5000", takesWhatIsOwed};

/// Leaves the stuck to the drain alone: no other deadline may end them first.
ConnectionSettings withoutDeadlines()
{
    ConnectionSettings settings;
    settings.writeDeadline = 0ms;
    settings.lingerIdle = 0ms;
    settings.lingerTotal = 0ms;
    return settings;
}

/// Everything the panel says, a line each.
QString textOf(const ShutdownPanel &panel)
{
    QStringList lines;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisible())
            lines += label->text();
    }
    return lines.join(u'\n');
}

/// How often the event loop of the window comes round.
class Pulse
{
public:
    Pulse()
    {
        m_timer.callOnTimeout([this] { ++m_beats; });
        m_timer.start(10ms);
    }

    int beats() const { return m_beats; }

private:
    QTimer m_timer;
    int m_beats = 0;
};

QString problemsOf(Crowd &crowd)
{
    return crowd.join().join(u'\n');
}

} // namespace

/// The way out of the window: everybody is told, the panel says how it goes, the program leaves by
/// itself.
class tst_WindowDrain : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void honestClients_loseNothing_data();
    void honestClients_loseNothing();
    void secondRequest_forcesTheStuck_data();
    void secondRequest_forcesTheStuck();
    void deadline_forcesTheStuck();
    void keepRunning_servesOn();
    void newClients_areRefusedMeanwhile();
    void closeButton_leavesAtOnce();
    void drainThatStays_leavesWhenAsked();
    void drainThatStays_letsServeAgain();
    void panel_coversWhatIsAtTheBottom();
    void quit_waitsForTheDrainThatStays();
};

void tst_WindowDrain::honestClients_loseNothing_data()
{
    QTest::addColumn<bool>("byClosing");
    QTest::newRow("File, Quit") << false;
    QTest::newRow("closing the window") << true;
}

void tst_WindowDrain::honestClients_loseNothing()
{
    QFETCH(const bool, byClosing);
    WindowFixture window(patient);
    const auto &panel = *window.find<ShutdownPanel>();
    Crowd crowd(window.listen());
    crowd.add(110, Lives::staysIdle);
    crowd.add(35, Lives::works);
    crowd.add(20, Lives::downloads);
    crowd.add(15, Lives::uploads);
    crowd.add(10, halfCloses);
    crowd.add(10, Lives::chats);
    QCOMPARE(crowd.size(), crowdSize);
    QVERIFY(!panel.isVisible());

    const Pulse pulse;
    QString seen;
    const int exitCode = WindowFixture::runUntilLeft([&] {
        if (byClosing)
            window.window.close();
        else
            window.press(ActionId::Quit);
        QVERIFY(window.window.isVisible());
        QVERIFY(panel.isVisible());
        seen = textOf(panel);
    });
    QCOMPARE(exitCode, 0);
    QVERIFY(!window.window.isVisible());
    QCOMPARE(problemsOf(crowd), QString());
    QVERIFY2(seen.contains(QStringLiteral("Draining · nobody new is let in")), qPrintable(seen));
    QVERIFY2(seen.contains(QStringLiteral(" of 200 ended")), qPrintable(seen));
    QVERIFY2(seen.contains(QStringLiteral("forced in ")), qPrintable(seen));
    QVERIFY(pulse.beats() > 20);

    const DrainProgress &done = window.monitor.drainProgress();
    QCOMPARE(done.stage, DrainStage::Drained);
    QCOMPARE(done.total, crowdSize);
    QCOMPARE(done.orderly, crowdSize);
    QCOMPARE(done.forced, 0);
    // Every one of them has its row, and ended as drained or on its own.
    QCOMPARE(window.connections().endedCount(), crowdSize);
    for (int row = 0; row < window.connections().rowCount(); ++row) {
        const auto report = window.connections().report(row);
        QVERIFY(report->verdict.reason == Reason::Drained
                || report->verdict.reason == Reason::PeerClosed);
        QCOMPARE(report->undelivered, 0);
    }
}

void tst_WindowDrain::secondRequest_forcesTheStuck_data()
{
    honestClients_loseNothing_data();
}

void tst_WindowDrain::secondRequest_forcesTheStuck()
{
    QFETCH(const bool, byClosing);
    WindowFixture window(patient);
    const auto &panel = *window.find<ShutdownPanel>();
    const SocketAddress address = window.listen(withoutDeadlines());
    Crowd honest(address);
    honest.add(120, Lives::staysIdle);
    honest.add(30, Lives::works);
    honest.add(10, Lives::downloads);
    honest.add(10, halfCloses);
    honest.add(10, Lives::chats);
    Crowd stuck(address);
    stuck.add(10, Lives::neverReads);
    stuck.add(10, Lives::neverCloses);
    QCOMPARE(honest.size() + stuck.size(), crowdSize);

    const auto askToLeave = [&] {
        if (byClosing)
            window.window.close();
        else
            window.press(ActionId::Quit);
    };
    QString held;
    QString tally;
    const int exitCode = WindowFixture::runUntilLeft([&] {
        askToLeave();
        QTRY_COMPARE_WITH_TIMEOUT(window.monitor.drainProgress().open, stuck.size(), 60'000);
        QTRY_VERIFY2(textOf(panel).contains(QStringLiteral("180 of 200 ended")),
                     qPrintable(textOf(panel)));
        held = textOf(panel);
        for (const QLabel *label : panel.findChildren<QLabel *>())
            QVERIFY2(label->sizeHint().height() <= label->height(), qPrintable(label->text()));
        askToLeave();
        QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
        QVERIFY(panel.isVisible());
        tally = textOf(panel);
    });
    QCOMPARE(exitCode, 4);
    QCOMPARE(problemsOf(honest), QString());
    QCOMPARE(problemsOf(stuck), QString());
    QVERIFY2(held.contains(QStringLiteral("holds up: ")), qPrintable(held));
    QVERIFY2(held.contains(QStringLiteral("in time 180 · forced 0")), qPrintable(held));
    QVERIFY2(held.contains(QRegularExpression(QStringLiteral("and \\d+ more"))), qPrintable(held));
    QVERIFY2(tally.contains(QStringLiteral("200 of 200 ended")), qPrintable(tally));
    QVERIFY2(tally.contains(QStringLiteral("180 in time, 20 reset")), qPrintable(tally));
    QVERIFY2(tally.contains(u'#'), qPrintable(tally));
    QVERIFY(window.monitor.drainProgress().undelivered > 0);
}

void tst_WindowDrain::deadline_forcesTheStuck()
{
    WindowFixture window({.connection = {}, .drainDeadline = 500ms});
    Crowd stuck(window.listen(withoutDeadlines()));
    stuck.add(2, Lives::neverReads);
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 4);
    QCOMPARE(problemsOf(stuck), QString());
    QCOMPARE(window.monitor.drainProgress().forced, 2);
}

void tst_WindowDrain::keepRunning_servesOn()
{
    WindowFixture window(patient);
    const SocketAddress address = window.listen(withoutDeadlines());
    Crowd told(address);
    told.add(10, Lives::works);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Quit);
        window.press(ActionId::KeepRunning);
        QVERIFY(!window.find<ShutdownPanel>()->isVisible());
        QCOMPARE(problemsOf(told), QString()); // those that were told stay told
        Client late(address);
        QCOMPARE(late.line.request("ECHO served").bytes, QByteArray("ECHO served"));
        QVERIFY(window.window.isVisible());
        window.press(ActionId::Quit);
        QCOMPARE(late.line.answer().bytes, QByteArray("BYE drained"));
    });
    QCOMPARE(exitCode, 0);
}

void tst_WindowDrain::newClients_areRefusedMeanwhile()
{
    WindowFixture window(patient);
    const SocketAddress address = window.listen(withoutDeadlines());
    Crowd crowd(address);
    crowd.add(1, Lives::works);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Quit);
        RawPeer late;
        QCOMPARE(late.connectTo(address).error, ECONNREFUSED);
        QVERIFY(!window[ActionId::Listen]->isEnabled());
        QVERIFY(!window[ActionId::Connect]->isEnabled());
    });
    QCOMPARE(exitCode, 0);
    QCOMPARE(problemsOf(crowd), QString());
}

void tst_WindowDrain::closeButton_leavesAtOnce()
{
    WindowFixture window(patient);
    Crowd stuck(window.listen(withoutDeadlines()));
    stuck.add(1, Lives::neverCloses);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Quit);
        window.press(ActionId::ForceNow);
        QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
        auto *close = window.find<ShutdownPanel>()->findChild<QPushButton *>();
        QTRY_VERIFY(close->isVisible());
        close->click();
    });
    QCOMPARE(exitCode, 4);
    QVERIFY(!window.window.isVisible());
}

void tst_WindowDrain::drainThatStays_leavesWhenAsked()
{
    WindowFixture window(patient);
    Crowd stuck(window.listen(withoutDeadlines()));
    stuck.add(1, Lives::neverCloses);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Drain);
        window.press(ActionId::ForceNow);
        QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
        auto *panel = window.find<ShutdownPanel>();
        QVERIFY(panel->isVisible());
        window.press(ActionId::Quit);
    });
    QCOMPARE(exitCode, 4);
}

void tst_WindowDrain::drainThatStays_letsServeAgain()
{
    WindowFixture window(patient);
    const SocketAddress address = window.listen(withoutDeadlines());
    Crowd stuck(address);
    stuck.add(1, Lives::neverCloses);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Drain);
        window.press(ActionId::ForceNow);
        QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
        QVERIFY(!window[ActionId::Listen]->isEnabled());
        auto *panel = window.find<ShutdownPanel>();
        panel->findChild<QPushButton *>()->click();
        QVERIFY(!panel->isVisible());
        QCOMPARE(window.monitor.stage(), DrainStage::Serving);
        QVERIFY(window[ActionId::Listen]->isEnabled());

        window.press(ActionId::GoEndpoints);
        window.press(ActionId::StartEndpoint);
        QVERIFY(!Client(address).hello.isEmpty());
        window.press(ActionId::Quit);
    });
    QCOMPARE(exitCode, 0);
}

void tst_WindowDrain::panel_coversWhatIsAtTheBottom()
{
    WindowFixture window(patient);
    Crowd stuck(window.listen(withoutDeadlines()));
    stuck.add(1, Lives::neverCloses);
    window.press(ActionId::GoStates); // the other tabs are out of sight then
    settle();
    window.press(ActionId::Drain);
    const auto *panel = window.find<ShutdownPanel>();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY2(panel->height() < window.window.height() * 2 / 3,
             qPrintable(QString::number(panel->height())));
    QVERIFY(panel->y() > window.table().mapTo(&window.window, QPoint()).y());
    window.press(ActionId::ForceNow);
    QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
}

void tst_WindowDrain::quit_waitsForTheDrainThatStays()
{
    WindowFixture window(patient);
    Crowd crowd(window.listen(withoutDeadlines()));
    crowd.add(1, Lives::works);
    const int exitCode = WindowFixture::runUntilLeft([&] {
        window.press(ActionId::Drain);
        // Only the second request to leave is in a hurry.
        window.press(ActionId::Quit);
    });
    QCOMPARE(exitCode, 0);
    QCOMPARE(problemsOf(crowd), QString());
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowDrain>(argc, argv);
}

#include "tst_windowdrain.moc"
