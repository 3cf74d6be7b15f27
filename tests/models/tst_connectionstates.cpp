// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectionstates.h"
#include "ui/models/statesightmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <netinet/tcp.h>

using namespace Teardown;

namespace {

/// A record of connection \a id with these states, one each second.
ConnectionRecord record(ConnectionId id, const std::vector<StateObservation> &states)
{
    ConnectionRecord record;
    record.snapshot = snapshot(id);
    ConnectionHistory history;
    for (StateObservation seen : states) {
        seen.mono = after(1'000 * static_cast<qint64>(history.states.all().size()));
        history.states.note(seen);
    }
    record.snapshot.history = std::make_shared<const ConnectionHistory>(history);
    return record;
}

QString line(const StateSightModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += model.index(row, column).data().toString();
    return cells.join(u'|');
}

} // namespace

/// The states of a connection of the monitor: as ways, and as rows.
class tst_ConnectionStates : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void liveConnection_showsWhatWasSeenSoFar();
    void endedConnection_showsTheStatesOfItsReport();
    void unwatchedConnection_isNotObserved();
    void close_isNotTakenForTimeWait();
    void peerOfThisProgram_hasAWayOfItsOwn();
    void rows_areInTheOrderOfTime();
    void samePaths_changeNothing();
};

void tst_ConnectionStates::liveConnection_showsWhatWasSeenSoFar()
{
    const auto paths
        = statePathsOf(record(1, {{.state = TCP_ESTABLISHED}, {.state = TCP_CLOSE_WAIT}}), nullptr);
    QCOMPARE(paths.size(), std::size_t{1});
    QCOMPARE(pathText(paths.front()), u"our end: ESTABLISHED → CLOSE-WAIT");
    QVERIFY(stateNote(paths).contains(u"The peer's end is not observed"));
}

void tst_ConnectionStates::endedConnection_showsTheStatesOfItsReport()
{
    ConnectionRecord ended = record(1, {{.state = TCP_ESTABLISHED}});
    CloseReport report = closeReport(Reason::PeerReset);
    report.states.note({.mono = after(0), .state = TCP_ESTABLISHED});
    report.states.note({.mono = after(9), .state = TCP_CLOSE, .isReset = true});
    ended.report = std::make_shared<const CloseReport>(report);
    QCOMPARE(pathText(statePathsOf(ended, nullptr).front()),
             u"our end: ESTABLISHED → reset → CLOSED");
}

void tst_ConnectionStates::unwatchedConnection_isNotObserved()
{
    ConnectionRecord unwatched;
    unwatched.snapshot = snapshot(1);
    QCOMPARE(pathText(statePathsOf(unwatched, nullptr).front()), u"our end: not observed");
}

void tst_ConnectionStates::close_isNotTakenForTimeWait()
{
    const auto active = statePathsOf(record(1,
                                            {{.state = TCP_ESTABLISHED},
                                             {.state = TCP_FIN_WAIT2},
                                             {.state = TCP_CLOSE}}),
                                     nullptr);
    QCOMPARE(pathText(active.front()), u"our end: ESTABLISHED … FIN-WAIT-2 … CLOSED or TIME-WAIT");
    QVERIFY(stateNote(active).contains(u"either may be"));
    const auto passive = statePathsOf(record(1,
                                             {{.state = TCP_CLOSE_WAIT},
                                              {.state = TCP_LAST_ACK},
                                              {.state = TCP_CLOSE}}),
                                      nullptr);
    QCOMPARE(pathText(passive.front()), u"our end: CLOSE-WAIT → LAST-ACK → CLOSED");
    QVERIFY(!stateNote(passive).contains(u"either may be"));
    const auto missed
        = statePathsOf(record(1, {{.state = TCP_CLOSE_WAIT}, {.state = TCP_CLOSE}}), nullptr);
    QCOMPARE(pathText(missed.front()), u"our end: CLOSE-WAIT … CLOSED");
}

void tst_ConnectionStates::peerOfThisProgram_hasAWayOfItsOwn()
{
    const ConnectionRecord peer = record(2, {{.state = TCP_ESTABLISHED}});
    const auto paths = statePathsOf(record(1, {{.state = TCP_CLOSE_WAIT}}), &peer);
    QCOMPARE(paths.size(), std::size_t{2});
    QCOMPARE(pathText(paths.back()), u"the peer's end, #2: ESTABLISHED");
    QVERIFY(!stateNote(paths).contains(u"not observed:"));
}

void tst_ConnectionStates::rows_areInTheOrderOfTime()
{
    StateSightModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ConnectionRecord peer = record(2, {{.state = TCP_ESTABLISHED}, {.state = TCP_FIN_WAIT1}});
    model.setPaths(after(0),
                   statePathsOf(record(1, {{.state = TCP_ESTABLISHED}, {.state = TCP_CLOSE_WAIT}}),
                                &peer));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(line(model, 0), u"0.000|our end|ESTABLISHED|first seen");
    QCOMPARE(line(model, 1), u"0.000|the peer's end, #2|ESTABLISHED|first seen");
    QCOMPARE(line(model, 2), u"1.000|our end|CLOSE-WAIT|rcv FIN · snd ACK");
    QCOMPARE(line(model, 3), u"1.000|the peer's end, #2|FIN-WAIT-1|CLOSE · snd FIN");
    QCOMPARE(model.index(2, StateSightModel::State).data(Qt::AccessibleTextRole).toString(),
             u"State: CLOSE-WAIT");
}

void tst_ConnectionStates::samePaths_changeNothing()
{
    StateSightModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto paths = statePathsOf(record(1, {{.state = TCP_ESTABLISHED}}), nullptr);
    model.setPaths(after(0), paths);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setPaths(after(0), paths);
    QCOMPARE(reset.size(), 0);
    model.setPaths(after(0), {});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ConnectionStates)

#include "tst_connectionstates.moc"
