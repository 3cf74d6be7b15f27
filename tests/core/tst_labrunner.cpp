// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labrunner.h"
#include "core/lab/scenario/scenarioreader.h"
#include "tests/support/labtestmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// A scenario with these steps; actors of every kind are there.
Scenario scenarioOf(const QByteArray &steps, const QByteArray &more = {})
{
    const QByteArray json = R"({"id": "T1", "group": "T", "level": "L0", )" + more + R"(
        "title": {"en": "Title"}, "story": {"en": "Story"},
        "actors": [{"id": "client", "kind": "posix", "side": "client"},
                   {"id": "server", "kind": "posix", "side": "server"},
                   {"id": "child", "kind": "process", "side": "server"},
                   {"id": "engine", "kind": "teardown", "side": "server"}],
        "acts": [{"steps": [)"
        + steps + R"(]}], "questions": [],
        "lesson": {"happened": {"en": "E"}, "advice": {"en": "F"}}})";
    const ScenarioReading reading = readScenario(json, QStringLiteral("t"));
    if (!reading.scenario)
        qFatal("%s", qPrintable(reading.errors.join(u'\n')));
    return *reading.scenario;
}

/// Steps that make a connection.
const QByteArray connected = R"({"actor": "server", "do": "listen"},
    {"actor": "client", "do": "connect", "to": "server"}, {"actor": "server", "do": "accept"},)";

} // namespace

/// Running scenarios: what is recorded, what fails, and how a run is held and ended.
class tst_LabRunner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_nursery = testNursery(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void step_isRecordedWithBothEnds();
    void expectation_thatIsNotMetNamesTheStep();
    void expectation_waitsForWhatComesLater();
    void facts_ofTheEngine();
    void sleep_takesItsTime();
    void received_countsTheFin();
    void takenError_isInTheCall();
    void call_thatNeverReturnsFailsTheRun();
    void call_thatCannotBeMadeFailsTheRun_data();
    void call_thatCannotBeMadeFailsTheRun();
    void run_isOverAtItsLimit();
    void cancel_endsARunThatWaits();
    void next_letsOneStepRun();
    void runOn_letsTheRestRun();
    void process_needsANursery();

private:
    RunRecord run(const QByteArray &steps, Milliseconds patience = 5s)
    {
        LabRunner runner(scenarioOf(steps), {.nursery = m_nursery, .patience = patience});
        return runner.run();
    }

    std::shared_ptr<ActorNursery> m_nursery;
};

void tst_LabRunner::step_isRecordedWithBothEnds()
{
    const RunRecord record = run(
        connected
        + R"({"id": "close", "actor": "client", "do": "close", "expect": {"state": "FIN-WAIT-2", "otherState": "CLOSE-WAIT"}},
                   {"actor": "server", "do": "receive"})");
    QCOMPARE(failures(record).join(u'\n'), QString());
    QCOMPARE(record.verdict, LabVerdict::Passed);
    QCOMPARE(record.steps.size(), std::size_t{5});

    const StepRecord &close = record.steps[3];
    QCOMPARE(close.id, QStringLiteral("close"));
    QCOMPARE(close.toString(), QStringLiteral("close() → 0"));
    QCOMPARE(close.side, LabSide::Client);
    QCOMPARE(close.own.state, QByteArray("FIN-WAIT-2"));
    QCOMPARE(close.other.state, QByteArray("CLOSE-WAIT"));
    QVERIFY(!close.ownProbe);
    QCOMPARE(close.otherProbe->poll, QStringLiteral("IN OUT RDHUP"));
    QCOMPARE(close.otherProbe->received, 1);
    QVERIFY(close.started <= close.ended && close.ended <= close.settled);
    QCOMPARE(record.steps[4].toString(), QStringLiteral("recv(65536) → 0"));
}

void tst_LabRunner::expectation_thatIsNotMetNamesTheStep()
{
    const RunRecord record = run(connected + R"({"actor": "client", "do": "close"},
{"actor": "server", "do": "receive",
"expect": {"returns": 4, "state": "LISTEN"}})",
                                 20ms);
    QCOMPARE(record.verdict, LabVerdict::Failed);
    QCOMPARE(record.failedCheckCount(), std::size_t{2});
    const int line = record.steps.back().line + 1;
    QCOMPARE(failures(record).join(u'\n'),
             QStringLiteral("t:%1: server did recv(65536) → 0: \"returns\" was expected to be 4, "
                            "and was 0.\nt:%1: server did recv(65536) → 0: \"state\" was expected "
                            "to be LISTEN, and was CLOSE-WAIT.")
                 .arg(line));
    QCOMPARE(record.reason, failures(record).first());
}

void tst_LabRunner::expectation_waitsForWhatComesLater()
{
    // The orphan is forgotten by the kernel after a second.
    const RunRecord record = run(
        connected + R"({"actor": "client", "do": "setOption", "option": "TCP_LINGER2", "value": 1},
             {"actor": "client", "do": "close", "expect": {"state": "FIN-WAIT-2"}},
             {"actor": "client", "do": "observe", "expect": {"state": "CLOSED"}})");
    QCOMPARE(failures(record).join(u'\n'), QString());
    const StepRecord &last = record.steps.back();
    QVERIFY(last.settled - last.started >= 500ms);
}

void tst_LabRunner::facts_ofTheEngine()
{
    const auto end = [](const char *how, const char *report) -> QByteArray {
        return QByteArray(R"({"actor": "engine", "do": "serve", "service": "discard"},
            {"actor": "client", "do": "connect", "to": "engine"},
            {"actor": "engine", "do": "observe", "expect": {"events": ["opened"]}},
            {"actor": "engine", "do": ")")
            + how + R"("}, {"actor": "client", "do": "receive", "background": true, "id": "end"},
            {"actor": "client", "do": "join", "step": "end"}, {"actor": "client", "do": "close"},
            {"actor": "engine", "do": "observe", "expect": {"report": )"
            + report + "}}";
    };
    for (const auto &[how, report] :
         {std::pair("closeInGoodOrder", R"({"reason": "local-close", "wire": "fin"})"),
          std::pair("halfClose", R"({"wire": "fin"})"),
          std::pair("reset", R"({"reason": "local-reset", "wire": "rst"})")}) {
        const RunRecord record = run(end(how, report));
        QCOMPARE(failures(record).join(u'\n'), QString());
    }
}

void tst_LabRunner::sleep_takesItsTime()
{
    const RunRecord record = run(R"({"actor": "client", "do": "sleep", "time": "50ms"})");
    QCOMPARE(record.verdict, LabVerdict::Passed);
    QVERIFY(record.ended - record.started >= 50ms);
}

void tst_LabRunner::received_countsTheFin()
{
    const RunRecord record = run(connected + R"({"actor": "client", "do": "send", "bytes": 3},
             {"actor": "server", "do": "observe", "expect": {"received": 3}},
             {"actor": "client", "do": "close"},
             {"actor": "server", "do": "observe", "expect": {"received": 4}})");
    QCOMPARE(failures(record).join(u'\n'), QString());
}

void tst_LabRunner::takenError_isInTheCall()
{
    const RunRecord record = run(connected + R"({"actor": "client", "do": "linger", "seconds": 0},
             {"actor": "client", "do": "close", "expect": {"otherState": "CLOSED"}},
             {"actor": "server", "do": "takeError"},
             {"actor": "server", "do": "takeError"})");
    QCOMPARE(failures(record).join(u'\n'), QString());
    QCOMPARE(record.steps[5].toString(), u"getsockopt(SO_ERROR, [ECONNRESET]) → 0");
    QCOMPARE(record.steps[6].toString(), u"getsockopt(SO_ERROR, [0]) → 0");
}

void tst_LabRunner::call_thatNeverReturnsFailsTheRun()
{
    LabRunner runner(scenarioOf(connected + R"({"actor": "server", "do": "receive"})"),
                     {.nursery = m_nursery, .callLimit = 50ms});
    const RunRecord record = runner.run();
    QCOMPARE(record.verdict, LabVerdict::Failed);
    QVERIFY2(record.reason.endsWith(QLatin1StringView("receive did not return.")),
             qPrintable(record.reason));
    QVERIFY(record.steps.back().blocked);
}

void tst_LabRunner::call_thatCannotBeMadeFailsTheRun_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("reason");

    QTest::newRow("a socket that is not open")
        << QByteArray(R"({"actor": "client", "do": "send"})")
        << QStringLiteral("The socket \"connection\" is not open.");
    QTest::newRow("an actor that does not listen")
        << QByteArray(R"({"actor": "client", "do": "connect", "to": "server"})")
        << QStringLiteral("\"server\" has no address yet.");
    QTest::newRow("a process that is dead")
        << QByteArray(R"({"actor": "child", "do": "kill"}, {"actor": "child", "do": "listen"})")
        << QStringLiteral("The process of the actor has gone.");
    QTest::newRow("a connection the engine does not have")
        << QByteArray(R"({"actor": "engine", "do": "reset"})")
        << QStringLiteral("There is no connection \"connection\".");
}

void tst_LabRunner::call_thatCannotBeMadeFailsTheRun()
{
    QFETCH(const QByteArray, steps);
    QFETCH(const QString, reason);
    const RunRecord record = run(steps);
    QCOMPARE(record.verdict, LabVerdict::Failed);
    QVERIFY2(record.reason.endsWith(reason), qPrintable(record.reason));
}

void tst_LabRunner::run_isOverAtItsLimit()
{
    LabRunner runner(scenarioOf(R"({"actor": "client", "do": "sleep", "time": "60ms"},
                                   {"actor": "client", "do": "sleep", "time": "60ms"})",
                                R"("limit": "50ms", )"),
                     {.nursery = m_nursery});
    const RunRecord record = runner.run();
    QCOMPARE(record.verdict, LabVerdict::Failed);
    QCOMPARE(record.reason, QStringLiteral("The scenario was not over within its limit of 50 ms."));
    QCOMPARE(record.steps.size(), std::size_t{1});
}

void tst_LabRunner::cancel_endsARunThatWaits()
{
    LabRunner runner(scenarioOf(connected + R"({"actor": "server", "do": "receive"})"),
                     {.nursery = m_nursery});
    QElapsedTimer timer;
    timer.start();
    connect(
        &runner,
        &LabRunner::stepDone,
        &runner,
        [&runner](const StepRecord &step) {
            if (step.operation == u"accept")
                runner.cancel();
        },
        Qt::DirectConnection);
    const RunRecord record = runner.run();
    QCOMPARE(record.verdict, LabVerdict::Skipped);
    QCOMPARE(record.reason, QStringLiteral("The run was cancelled."));
    QVERIFY(timer.elapsed() < 5'000);
}

void tst_LabRunner::next_letsOneStepRun()
{
    LabRunner runner(scenarioOf(R"({"actor": "client", "do": "socket"},
                                   {"actor": "client", "do": "close"})"),
                     {.nursery = m_nursery});
    std::atomic<int> held{0};
    std::atomic<int> done{0};
    connect(
        &runner, &LabRunner::stepHeld, &runner, [&held] { ++held; }, Qt::DirectConnection);
    connect(
        &runner, &LabRunner::stepDone, &runner, [&done] { ++done; }, Qt::DirectConnection);
    runner.holdEachStep();
    RunRecord record;
    std::thread thread([&] { record = runner.run(); });
    for (int step = 1; step <= 2; ++step) {
        QTRY_COMPARE(held.load(), step);
        QCOMPARE(done.load(), step - 1);
        runner.next();
        QTRY_COMPARE(done.load(), step);
    }
    thread.join();
    QCOMPARE(record.verdict, LabVerdict::Passed);
}

void tst_LabRunner::runOn_letsTheRestRun()
{
    LabRunner runner(scenarioOf(R"({"actor": "client", "do": "socket"},
                                   {"actor": "client", "do": "close"})"),
                     {.nursery = m_nursery});
    runner.holdEachStep();
    connect(
        &runner,
        &LabRunner::stepHeld,
        &runner,
        [&runner] { runner.runOn(); },
        Qt::DirectConnection);
    QCOMPARE(runner.run().verdict, LabVerdict::Passed);
}

void tst_LabRunner::process_needsANursery()
{
    LabRunner runner(scenarioOf(R"({"actor": "child", "do": "listen"})"), {});
    QCOMPARE(runner.run().reason, QStringLiteral("A child process could not be started."));
}

} // namespace Teardown

int main(int argc, char **argv)
{
    return Teardown::runLabTest<Teardown::tst_LabRunner>(argc, argv);
}

#include "tst_labrunner.moc"
