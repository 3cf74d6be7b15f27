// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/statediagram.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Teardown;

namespace {

TimelineFont font(double letter)
{
    return {.width = [letter](const QString &text,
                              bool) { return letter * static_cast<double>(text.size()); },
            .lineHeight = 2 * letter};
}

StateDiagram layOut(const std::vector<StatePath> &paths, QSizeF size = {1'000, 300})
{
    return layOutStates(paths, size, font(8), font(7));
}

const StateBox &boxOf(const StateDiagram &diagram, TcpState state, bool isLast)
{
    return *std::find_if(diagram.boxes.begin(), diagram.boxes.end(), [&](const StateBox &box) {
        return box.state == state && box.isLast == isLast;
    });
}

std::vector<StateLine> linesOf(const StateDiagram &diagram, std::optional<PathEnd> end)
{
    std::vector<StateLine> lines;
    std::copy_if(diagram.lines.begin(),
                 diagram.lines.end(),
                 std::back_inserter(lines),
                 [&](const StateLine &line) { return line.end == end; });
    return lines;
}

StatePath path(PathEnd end, const std::vector<StateSight> &sights)
{
    return {.end = end, .name = QStringLiteral("end"), .sights = sights};
}

} // namespace

/// The state diagram as pure geometry.
class tst_StateDiagram : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void boxes_doNotOverlap_data();
    void boxes_doNotOverlap();
    void withoutAnObservation_nothingIsLit();
    void observedStates_areMarked();
    void gap_isNoArrow();
    void reset_goesToTheLastClosed();
    void uncertainEnd_isInNeitherAndMarkedAtBoth();
    void labels_coverNothing_data() { boxes_doNotOverlap_data(); }
    void labels_coverNothing();
    void narrowPlace_isOutgrown();
};

void tst_StateDiagram::boxes_doNotOverlap_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("wide") << QSizeF(1'200, 260);
    QTest::newRow("high") << QSizeF(420, 900);
    QTest::newRow("square") << QSizeF(900, 900);
    QTest::newRow("no room at all") << QSizeF(10, 10);
}

void tst_StateDiagram::boxes_doNotOverlap()
{
    QFETCH(QSizeF, size);
    const StateDiagram diagram = layOut({}, size);
    const QRectF picture(QPointF(), diagram.size);
    QCOMPARE(diagram.boxes.size(), allTcpStates.size() + 1);
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
        QVERIFY(picture.contains(diagram.boxes[i].rect));
        for (std::size_t j = i + 1; j < diagram.boxes.size(); ++j)
            QVERIFY2(!diagram.boxes[i].rect.intersects(diagram.boxes[j].rect),
                     qPrintable(nameOf(diagram.boxes[i].state)));
    }
}

void tst_StateDiagram::withoutAnObservation_nothingIsLit()
{
    const StateDiagram diagram = layOut({});
    QCOMPARE(diagram.lines.size(), tcpTransitions().size());
    QVERIFY(std::none_of(diagram.lines.begin(), diagram.lines.end(), [](const StateLine &line) {
        return line.end.has_value();
    }));
    QVERIFY(std::all_of(diagram.boxes.begin(), diagram.boxes.end(), [](const StateBox &box) {
        return box.seenBy.empty() && box.current.empty();
    }));
}

void tst_StateDiagram::observedStates_areMarked()
{
    const StateDiagram diagram
        = layOut({path(PathEnd::First, {{TcpState::Closed}, {TcpState::SynSent}}),
                  path(PathEnd::Second, {{TcpState::Listen}, {TcpState::SynReceived}})});
    QCOMPARE(boxOf(diagram, TcpState::Closed, false).seenBy, std::vector{PathEnd::First});
    QVERIFY(boxOf(diagram, TcpState::Closed, true).seenBy.empty());
    QCOMPARE(boxOf(diagram, TcpState::SynSent, false).current, std::vector{PathEnd::First});
    QVERIFY(boxOf(diagram, TcpState::Listen, false).current.empty());
    QCOMPARE(boxOf(diagram, TcpState::SynReceived, false).current, std::vector{PathEnd::Second});
    const auto first = linesOf(diagram, PathEnd::First);
    QCOMPARE(first.size(), std::size_t{1});
    QCOMPARE(first.front().step, StateStep::Arrow);
    QCOMPARE(linesOf(diagram, PathEnd::Second).size(), std::size_t{1});
}

void tst_StateDiagram::gap_isNoArrow()
{
    const StateDiagram diagram
        = layOut({path(PathEnd::First, {{TcpState::Established}, {TcpState::FinWait2}})});
    QCOMPARE(linesOf(diagram, PathEnd::First).front().step, StateStep::Gap);
    QVERIFY(boxOf(diagram, TcpState::FinWait1, false).seenBy.empty());
}

void tst_StateDiagram::reset_goesToTheLastClosed()
{
    const StateDiagram diagram
        = layOut({path(PathEnd::First, {{TcpState::Established}, {TcpState::Closed, {}, true}})});
    QCOMPARE(boxOf(diagram, TcpState::Closed, true).current, std::vector{PathEnd::First});
    const StateLine line = linesOf(diagram, PathEnd::First).front();
    QCOMPARE(line.step, StateStep::Reset);
    QVERIFY(!line.event.isEmpty());
}

void tst_StateDiagram::uncertainEnd_isInNeitherAndMarkedAtBoth()
{
    const StateDiagram diagram = layOut(
        {path(PathEnd::First, {{TcpState::FinWait2}, {TcpState::Closed, {}, false, true}})});
    for (const StateBox &box :
         {boxOf(diagram, TcpState::Closed, true), boxOf(diagram, TcpState::TimeWait, false)}) {
        QVERIFY(box.seenBy.empty());
        QCOMPARE(box.current, std::vector{PathEnd::First});
    }
}

void tst_StateDiagram::labels_coverNothing()
{
    QFETCH(QSizeF, size);
    const StateDiagram diagram = layOut({}, size);
    for (const StateLine &line : diagram.lines) {
        for (const StateBox &box : diagram.boxes)
            QVERIFY2(!box.rect.intersects(line.label), qPrintable(line.event));
        for (const StateLine &other : diagram.lines)
            QVERIFY2(&other == &line || !other.label.intersects(line.label),
                     qPrintable(line.event));
    }
}

void tst_StateDiagram::narrowPlace_isOutgrown()
{
    const StateDiagram diagram = layOut({}, {300, 100});
    QVERIFY(diagram.size.width() > 300);
    QVERIFY(diagram.size.height() > 100);
    QCOMPARE(layOut({}, {1'400, 500}).size, QSizeF(1'400, 500));
}

QTEST_GUILESS_MAIN(tst_StateDiagram)

#include "tst_statediagram.moc"
