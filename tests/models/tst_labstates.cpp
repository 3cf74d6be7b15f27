// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labrunner.h"
#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/labstates.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <utility>

using namespace Teardown;

namespace {

SocketEnds ends(quint16 local, quint16 peer)
{
    const QHostAddress host(QStringLiteral("127.0.0.1"));
    return {{host, local}, peer == 0 ? SocketAddress() : SocketAddress{host, peer}};
}

StepRecord
step(LabSide side, SocketEnds ends, const char *own, const char *other = "CLOSED", int act = 0)
{
    StepRecord record;
    record.act = act;
    record.side = side;
    record.ends = std::move(ends);
    record.own.state = own;
    record.other.state = other;
    return record;
}

QStringList waysAt(const RunRecord &record, std::size_t index, bool isRelayed = false)
{
    QStringList ways;
    for (const StatePath &path : statePathsAt(record, index, isRelayed))
        ways += pathText(path);
    return ways;
}

} // namespace

/// The ways of both ends in a run of the lab, at a moment of it.
class tst_LabStates : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void ways_growWithTheSteps();
    void otherConnection_isNotMixedIn();
    void reset_isTakenFromWhoSawIt();
    void middle_isNamed();
    void step_thatIsNotThereHasNone();
    void realRun_isFollowed();
};

void tst_LabStates::ways_growWithTheSteps()
{
    RunRecord record;
    record.steps = {step(LabSide::Server, ends(7, 0), "LISTEN"),
                    step(LabSide::Client, ends(9, 7), "ESTABLISHED", "SYN-RECEIVED"),
                    step(LabSide::Server, ends(7, 9), "ESTABLISHED", "ESTABLISHED"),
                    step(LabSide::Client, ends(9, 7), "FIN-WAIT-2", "CLOSE-WAIT"),
                    step(LabSide::Server, {}, "CLOSED")};
    QCOMPARE(waysAt(record, 0), QStringList());
    QCOMPARE(waysAt(record, 1),
             (QStringList{QStringLiteral("client: ESTABLISHED"),
                          QStringLiteral("server: LISTEN → SYN-RECEIVED")}));
    const QStringList last{QStringLiteral("client: ESTABLISHED … FIN-WAIT-2"),
                           QStringLiteral(
                               "server: LISTEN → SYN-RECEIVED → ESTABLISHED → CLOSE-WAIT")};
    QCOMPARE(waysAt(record, 3), last);
    QCOMPARE(waysAt(record, 4), last);
}

void tst_LabStates::otherConnection_isNotMixedIn()
{
    RunRecord record;
    record.steps = {step(LabSide::Client, ends(9, 7), "CLOSED", "CLOSED", 0),
                    step(LabSide::Client, ends(11, 7), "ESTABLISHED", "ESTABLISHED", 1),
                    step(LabSide::Client, ends(12, 7), "SYN-SENT", "CLOSED", 1),
                    step(LabSide::Client, ends(11, 7), "FIN-WAIT-1", "CLOSE-WAIT", 1)};
    QCOMPARE(waysAt(record, 2).front(), u"client: SYN-SENT");
    QCOMPARE(waysAt(record, 3).front(), u"client: ESTABLISHED → FIN-WAIT-1");
}

void tst_LabStates::reset_isTakenFromWhoSawIt()
{
    RunRecord record;
    record.steps = {step(LabSide::Client, ends(9, 7), "ESTABLISHED", "ESTABLISHED"),
                    step(LabSide::Client, ends(9, 7), "CLOSED", "CLOSED")};
    QCOMPARE(waysAt(record, 1).front(), u"client: ESTABLISHED … CLOSED");
    record.steps[1].otherProbe
        = SocketProbe{.poll = QStringLiteral("IN OUT ERR HUP RDHUP"), .infoState = {}};
    QCOMPARE(waysAt(record, 1),
             (QStringList{QStringLiteral("client: ESTABLISHED → reset → CLOSED"),
                          QStringLiteral("server: ESTABLISHED → reset → CLOSED")}));
    record.steps[1].otherProbe.reset();
    record.steps[1].result.error = EPIPE; // also after one's own FIN
    QCOMPARE(waysAt(record, 1).front(), u"client: ESTABLISHED … CLOSED");
    record.steps[1].result.error = ECONNRESET;
    QCOMPARE(waysAt(record, 1).front(), u"client: ESTABLISHED → reset → CLOSED");
}

void tst_LabStates::middle_isNamed()
{
    RunRecord record;
    record.steps = {step(LabSide::Client, ends(9, 7), "ESTABLISHED", "ESTABLISHED"),
                    step(LabSide::Server, ends(5, 8), "CLOSE-WAIT", "FIN-WAIT-2")};
    QCOMPARE(waysAt(record, 0, true),
             (QStringList{QStringLiteral("client: ESTABLISHED"),
                          QStringLiteral("middle: ESTABLISHED")}));
    QCOMPARE(waysAt(record, 1, true),
             (QStringList{QStringLiteral("middle: FIN-WAIT-2"),
                          QStringLiteral("server: CLOSE-WAIT")}));
}

void tst_LabStates::step_thatIsNotThereHasNone()
{
    QVERIFY(statePathsAt({}, 0, false).empty());
}

void tst_LabStates::realRun_isFollowed()
{
    const Scenario scenario = *LabCatalogue::builtIn().find(QStringLiteral("B1"));
    const RunRecord record = LabRunner(scenario, {}).run();
    QCOMPARE(record.verdict, LabVerdict::Passed);
    const auto close = std::find_if(record.steps.begin(), record.steps.end(), [](const auto &each) {
        return each.id == u"close";
    });
    QVERIFY(close != record.steps.end());
    const auto paths
        = statePathsAt(record, static_cast<std::size_t>(close - record.steps.begin()), false);
    QCOMPARE(pathText(paths[0]), u"client: ESTABLISHED → reset → CLOSED");
    QVERIFY(pathText(paths[1]).endsWith(u"ESTABLISHED → reset → CLOSED"));
}

QTEST_GUILESS_MAIN(tst_LabStates)

#include "tst_labstates.moc"
