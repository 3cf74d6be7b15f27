// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/statepath.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Teardown;

/// The states of RFC 9293, and the ways through them as they were observed.
class tst_StatePath : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void state_isFoundByItsName();
    void arrows_areThoseOfTheFigure();
    void sight_ofTheSameStateIsLeftOut();
    void step_isNeverInferred_data();
    void step_isNeverInferred();
    void texts_sayWhatWasNotObserved();
};

static StatePath path(const std::vector<StateSight> &sights)
{
    StatePath path{.end = PathEnd::First, .name = QStringLiteral("client"), .sights = {}};
    for (const StateSight &sight : sights)
        path.add(sight);
    return path;
}

void tst_StatePath::state_isFoundByItsName()
{
    QSet<QString> names;
    for (const TcpState state : allTcpStates) {
        names.insert(nameOf(state));
        QCOMPARE(tcpStateFromName(nameOf(state).toLatin1()), state);
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(allTcpStates.size()));
    QVERIFY(!tcpStateFromName("UNKNOWN"));
    QVERIFY(!tcpStateFromName(""));
}

void tst_StatePath::arrows_areThoseOfTheFigure()
{
    QSet<std::pair<int, int>> seen;
    for (const TcpTransition &arrow : tcpTransitions()) {
        const std::pair ends(static_cast<int>(arrow.from), static_cast<int>(arrow.to));
        QVERIFY2(!seen.contains(ends), qPrintable(nameOf(arrow.from)));
        seen.insert(ends);
        QCOMPARE(findTransition(arrow.from, arrow.to), &arrow);
    }
    QCOMPARE(seen.size(), 21);
    QVERIFY(!findTransition(TcpState::Established, TcpState::Closed));
    QVERIFY(!findTransition(TcpState::FinWait2, TcpState::Closed));
    QVERIFY(!findTransition(TcpState::CloseWait, TcpState::TimeWait));
}

void tst_StatePath::sight_ofTheSameStateIsLeftOut()
{
    const StatePath way
        = path({{TcpState::Established}, {TcpState::Established}, {TcpState::CloseWait}});
    QCOMPARE(way.sights.size(), std::size_t{2});
}

void tst_StatePath::step_isNeverInferred_data()
{
    QTest::addColumn<StateSight>("from");
    QTest::addColumn<StateSight>("to");
    QTest::addColumn<StateStep>("step");
    const auto row = [](const char *name, StateSight from, StateSight to, StateStep step) {
        QTest::newRow(name) << from << to << step;
    };
    row("an arrow of the figure", {TcpState::Established}, {TcpState::FinWait1}, StateStep::Arrow);
    row("an arrow of note 2", {TcpState::FinWait1}, {TcpState::TimeWait}, StateStep::Arrow);
    row("a state was missed", {TcpState::Established}, {TcpState::FinWait2}, StateStep::Gap);
    row("back in time", {TcpState::TimeWait}, {TcpState::Established}, StateStep::Gap);
    row("closed, and nobody saw a reset",
        {TcpState::Established},
        {TcpState::Closed},
        StateStep::Gap);
    row("closed from CLOSE-WAIT: LAST-ACK was missed",
        {TcpState::CloseWait},
        {TcpState::Closed},
        StateStep::Gap);
    row("closed from LAST-ACK", {TcpState::LastAck}, {TcpState::Closed}, StateStep::Arrow);
    row("a reset was seen",
        {TcpState::Established},
        {TcpState::Closed, {}, true},
        StateStep::Reset);
    row("a reset leads nowhere from LISTEN",
        {TcpState::Listen},
        {TcpState::Closed, {}, true},
        StateStep::Arrow);
    row("refused", {TcpState::SynSent}, {TcpState::Closed, {}, true}, StateStep::Reset);
    row("it may be TIME-WAIT",
        {TcpState::FinWait2},
        {TcpState::Closed, {}, false, true},
        StateStep::Gap);
}

void tst_StatePath::step_isNeverInferred()
{
    QFETCH(StateSight, from);
    QFETCH(StateSight, to);
    QFETCH(StateStep, step);
    const StatePath way = path({from, to});
    QCOMPARE(stepTo(way, 0), StateStep::First);
    QCOMPARE(stepTo(way, 1), step);
}

void tst_StatePath::texts_sayWhatWasNotObserved()
{
    const StatePath way = path({{TcpState::Listen},
                                {TcpState::Established},
                                {TcpState::CloseWait},
                                {TcpState::Closed, {}, true}});
    QCOMPARE(pathText(way), u"client: LISTEN … ESTABLISHED → CLOSE-WAIT → reset → CLOSED");
    QCOMPARE(stepText(way, 0), u"first seen");
    QCOMPARE(stepText(way, 1), u"not observed between");
    QCOMPARE(stepText(way, 2), u"rcv FIN · snd ACK");
    QCOMPARE(stepText(way, 3), u"reset, abort or time-out");
    QCOMPARE(pathText(path({})), u"client: not observed");
    QCOMPARE(sightText({TcpState::Closed, {}, false, true}), u"CLOSED or TIME-WAIT");
}

QTEST_GUILESS_MAIN(tst_StatePath)

#include "tst_statepath.moc"
