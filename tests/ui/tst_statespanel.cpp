// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/connectiontimelinepanel.h"
#include "ui/panels/statespanel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/statediagrampainter.h"
#include "ui/widgets/statediagramwidget.h"
#include "ui/widgets/table.h"
#include "ui/widgets/timelinewidget.h"

#include <QLabel>
#include <QScrollBar>
#include <QTest>

#include <netinet/tcp.h>

using namespace Teardown;

namespace {

ConnectionSnapshot watched(ConnectionId id, const std::vector<quint8> &states)
{
    ConnectionHistory history;
    history.evidence = {{after(0), Layer::Kernel, What::Accepted, "127.0.3.8:4410"}};
    for (const quint8 state : states)
        history.states.note(
            {.mono = after(static_cast<qint64>(history.states.all().size())), .state = state});
    ConnectionSnapshot seen = snapshot(id);
    seen.history = std::make_shared<const ConnectionHistory>(history);
    return seen;
}

bool holds(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

/// The panels that follow one connection of the monitor along its states and its time.
class tst_StatesPanel : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private slots:
    void init() { failOnAnyWarning(); }
    void cleanup() { applyAppearance(Appearance::System); }

    void nothingChosen_saysWhatBelongsHere();
    void liveConnection_isFollowed();
    void diagram_showsTheWayInItsColour_data();
    void diagram_showsTheWayInItsColour();
    void smallPlace_scrolls();
    void timeline_followsTheNewestMoment();
};

void tst_StatesPanel::nothingChosen_saysWhatBelongsHere()
{
    ConnectionModel model(start());
    StatesPanel panel(model);
    panel.show();
    const auto *diagram = panel.findChild<StateDiagramWidget *>();
    QVERIFY(diagram->accessibleDescription().isEmpty());
    QVERIFY(!diagram->accessibleName().isEmpty());
    QCOMPARE(panel.findChild<Table *>()->model()->rowCount(), 0);
    ConnectionTimelinePanel timeline(model);
    timeline.show();
    QVERIFY(!timeline.findChild<QLabel *>()->text().isEmpty());
}

void tst_StatesPanel::liveConnection_isFollowed()
{
    ConnectionModel model(start());
    StatesPanel panel(model);
    panel.show();
    model.apply(snapshots({watched(1, {TCP_ESTABLISHED})}));
    panel.setConnection(1);
    const auto *diagram = panel.findChild<StateDiagramWidget *>();
    QCOMPARE(diagram->accessibleDescription(), u"our end: ESTABLISHED");
    model.apply(snapshots({watched(1, {TCP_ESTABLISHED, TCP_CLOSE_WAIT})}));
    QCOMPARE(diagram->accessibleDescription(), u"our end: ESTABLISHED → CLOSE-WAIT");
    QCOMPARE(panel.findChild<Table *>()->model()->rowCount(), 2);
    panel.setConnection(std::nullopt);
    QVERIFY(diagram->accessibleDescription().isEmpty());
}

void tst_StatesPanel::diagram_showsTheWayInItsColour_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void tst_StatesPanel::diagram_showsTheWayInItsColour()
{
    QFETCH(Appearance, appearance);
    applyAppearance(appearance);
    StateDiagramWidget diagram;
    diagram.resize(1'000, 300);
    diagram.show();
    const QColor first = toneColour(toneOf(PathEnd::First), diagram.palette());
    const QColor second = toneColour(toneOf(PathEnd::Second), diagram.palette());
    QVERIFY(first != second);
    const QImage empty = diagram.grab().toImage();
    QVERIFY(!holds(empty, first));
    QVERIFY(!holds(empty, second));
    const std::vector<StateSight> way{{TcpState::Established}, {TcpState::FinWait1}};
    diagram.setPaths({{.end = PathEnd::First, .name = QStringLiteral("client"), .sights = way},
                      {.end = PathEnd::Second, .name = QStringLiteral("server"), .sights = way}});
    const QImage lit = diagram.grab().toImage();
    QVERIFY(holds(lit, first));
    QVERIFY(holds(lit, second));
}

void tst_StatesPanel::smallPlace_scrolls()
{
    StateDiagramWidget diagram;
    diagram.resize(300, 120);
    diagram.show();
    QVERIFY(diagram.horizontalScrollBar()->maximum() > 0);
    QVERIFY(diagram.verticalScrollBar()->maximum() > 0);
    QTest::keyClick(&diagram, Qt::Key_Right);
    QVERIFY(diagram.horizontalScrollBar()->value() > 0);
    // The state that is entered comes into sight.
    diagram.setPaths({{.end = PathEnd::First,
                       .name = QStringLiteral("end"),
                       .sights = {{TcpState::LastAck}, {TcpState::Closed}}}});
    QVERIFY(diagram.horizontalScrollBar()->value() > diagram.horizontalScrollBar()->maximum() / 2);
    diagram.setPaths(
        {{.end = PathEnd::First, .name = QStringLiteral("end"), .sights = {{TcpState::Closed}}}});
    QCOMPARE(diagram.horizontalScrollBar()->value(), 0);
    diagram.resize(2'000, 900);
    QTRY_COMPARE(diagram.horizontalScrollBar()->maximum(), 0);
}

void tst_StatesPanel::timeline_followsTheNewestMoment()
{
    ConnectionModel model(start());
    ConnectionTimelinePanel panel(model);
    panel.resize(900, 300);
    panel.show();
    model.apply(snapshots({watched(1, {TCP_ESTABLISHED})}));
    panel.setConnection(1);
    auto *timeline = panel.findChild<TimelineWidget *>();
    QVERIFY(timeline->reading().contains(u"ESTABLISHED"));
    model.apply(snapshots({watched(1, {TCP_ESTABLISHED, TCP_CLOSE_WAIT})}));
    QVERIFY(timeline->reading().contains(u"CLOSE-WAIT"));
    // Whoever has gone back stays there.
    QTest::keyClick(timeline, Qt::Key_Home);
    QVERIFY(timeline->reading().contains(u"ESTABLISHED"));
    model.apply(snapshots({watched(1, {TCP_ESTABLISHED, TCP_CLOSE_WAIT, TCP_LAST_ACK})}));
    QVERIFY(timeline->reading().contains(u"ESTABLISHED"));
    QTest::keyClick(timeline, Qt::Key_End);
    QVERIFY(timeline->reading().contains(u"LAST-ACK"));
}

QTEST_MAIN(tst_StatesPanel)

#include "tst_statespanel.moc"
