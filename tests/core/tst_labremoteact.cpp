// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/namespacesupport.h"
#include "core/lab/run/actorder.h"
#include "core/lab/run/jsonchannel.h"
#include "core/lab/run/labrunner.h"
#include "core/lab/run/recordreader.h"
#include "core/lab/scenario/scenarioreader.h"
#include "tests/support/labtestmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <thread>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// Steps of plain sockets, and of somebody of \a kind in the middle.
ScenarioReading readingOf(const QByteArray &level, const QByteArray &kind, const QByteArray &steps)
{
    QByteArray json = R"({"id": "T1", "group": "T", "level": "LEVEL",
        "title": {"en": "Title"}, "story": {"en": "Story"},
        "actors": [{"id": "client", "kind": "posix", "side": "client"},
                   {"id": "server", "kind": "posix", "side": "server"},
                   {"id": "other", "kind": "KIND", "side": "middle"}],
        "acts": [{"steps": [STEPS]}], "questions": [],
        "lesson": {"happened": {"en": "E"}, "advice": {"en": "F"}}})";
    json.replace("LEVEL", level).replace("KIND", kind).replace("STEPS", steps);
    return readScenario(json, QStringLiteral("t"));
}

Scenario scenarioOf(const QByteArray &level, const QByteArray &steps)
{
    const ScenarioReading reading = readingOf(level, level == "L1" ? "network" : "process", steps);
    if (!reading.scenario)
        qFatal("%s", qPrintable(reading.errors.join(u'\n')));
    return *reading.scenario;
}

const QByteArray connected = R"({"actor": "server", "do": "listen"},
    {"actor": "client", "do": "connect", "to": "server"}, {"actor": "server", "do": "accept"},)";

} // namespace

/// Acts in a child process with a private network.
class tst_LabRemoteAct : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_nursery = testNursery(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void message_isLimited();
    void order_survivesTheWay();
    void record_survivesTheWay();
    void actor_hasItsLevel();
    void background_isNotForANetwork();

    void level1_runsOnThreeHosts();
    void plainScenario_runsInPrivate();
    void failure_isToldWithItsLine();
    void victim_mustBeThere();
    void step_isHeld();
    void cancel_endsACallThatBlocks();
    void act_isTooLarge();
    void nursery_isNeeded();
    void nursery_thatIsGoneFailsTheRun();

private:
    bool canRun() const { return networkNamespaceFault().isEmpty(); }

    RunRecord run(const Scenario &scenario, bool isPrivate = false)
    {
        LabRunner runner(scenario, {.nursery = m_nursery, .isPrivate = isPrivate});
        return runner.run();
    }

    std::shared_ptr<ActorNursery> m_nursery;
};

void tst_LabRemoteAct::message_isLimited()
{
    auto [ours, theirs] = JsonChannel::makePair();
    const JsonChannel sender(std::move(ours));
    const JsonChannel receiver(std::move(theirs));
    const QString key = QStringLiteral("k");
    // {"k":"…"} has eight characters around the text.
    const QString longest(JsonChannel::largestMessage - 8, u'x');
    QVERIFY(!receiver.waitForMessage(0));
    QVERIFY(sender.send({{key, longest}}));
    QVERIFY(receiver.waitForMessage(1'000));
    QCOMPARE(receiver.receive()->value(key).toString(), longest);
    QVERIFY(!JsonChannel::fits({{key, QString(longest % u'x')}}));
    QVERIFY(!sender.send({{key, QString(longest % u'x')}}));
}

void tst_LabRemoteAct::order_survivesTheWay()
{
    const ActOrder order{scenarioOf("L1",
                                    connected + R"({"id": "a", "actor": "client", "do": "receive",
        "background": true, "bytes": 4, "expect": {"blocked": true, "state": ["ESTABLISHED"]}},
        {"actor": "client", "do": "join", "step": "a"})"),
                         {.patience = 123ms, .callLimit = 456ms}};
    const ActOrder back = actOrderFrom(toJson(order));
    QCOMPARE(toJson(back), toJson(order));
    QCOMPARE(back.scenario.level, LabLevel::L1);
    QCOMPARE(back.options.patience, order.options.patience);
    QCOMPARE(back.options.callLimit, order.options.callLimit);
    QCOMPARE(back.scenario.actor(u"other")->kind, ActorKind::Network);
    QCOMPARE(back.scenario.actor(u"other")->side, LabSide::Middle);
    const Step &step = back.scenario.acts.front().steps[3];
    QCOMPARE(step.id, QStringLiteral("a"));
    QVERIFY(step.background);
    QCOMPARE(step.arguments.value(u"bytes").toInt(), 4);
    QCOMPARE(step.expectations.size(), std::size_t{2});
    QCOMPARE(step.line, order.scenario.acts.front().steps[3].line);
}

void tst_LabRemoteAct::record_survivesTheWay()
{
    const TimePoint start(5s);
    StepRecord step{.act = 1,
                    .index = 2,
                    .id = QStringLiteral("id"),
                    .actor = QStringLiteral("server"),
                    .side = LabSide::Server,
                    .operation = QStringLiteral("receive"),
                    .line = 12,
                    .result = {.call = QStringLiteral("recv(4)"),
                               .returned = -1,
                               .error = ECONNRESET,
                               .facts = {{QStringLiteral("eof"), false}},
                               .failure = QStringLiteral("Not tried.")},
                    .blocked = true,
                    .started = start + 1ms,
                    .ended = start + 2ms + 3us,
                    .settled = start + 4ms,
                    .ends = {{QHostAddress(QHostAddress::LocalHost), 1},
                             {QHostAddress(QHostAddress::LocalHost), 2}},
                    .own = {.state = "CLOSE-WAIT", .timer = "none", .unread = 3, .received = 7},
                    .other = {.state = "FIN-WAIT-2", .timer = "time-wait", .unsent = 5},
                    .ownProbe = SocketProbe{QStringLiteral("IN"), "CLOSE-WAIT", 7},
                    .events = {QStringLiteral("readyRead")}};
    step.checks.push_back(
        {QStringLiteral("errno"), QStringLiteral("EPIPE"), QJsonValue(), false, 9});
    const StepRecord back = stepRecordFrom(toJson(step, start), start);
    QCOMPARE(toJson(back, start), toJson(step, start));
    QCOMPARE(back.side, LabSide::Server);
    QCOMPARE(back.result.error, ECONNRESET);
    QCOMPARE(back.result.returned, std::optional<qint64>(-1));
    QCOMPARE(back.ended, step.ended);
    QCOMPARE(back.ends, step.ends);
    QCOMPARE(back.own, step.own);
    QCOMPARE(back.other, step.other);
    QVERIFY(back.ownProbe && !back.otherProbe);

    // A step without a socket, at the far end of the clock of a machine that has run for years.
    const StepRecord bare{.started = TimePoint(100'000h + 1ns)};
    const StepRecord again = stepRecordFrom(toJson(bare, TimePoint{}), TimePoint{});
    QVERIFY(again.ends.local.isNull());
    QVERIFY(std::chrono::abs(again.started - bare.started) < 1us);
}

void tst_LabRemoteAct::actor_hasItsLevel()
{
    const auto errors = [](const char *level, const char *kind) {
        return readingOf(level, kind, R"({"actor": "client", "do": "socket"})").errors.join(u'\n');
    };
    QCOMPARE(errors("L1", "network"), QString());
    QCOMPARE(errors("L0", "process"), QString());
    QVERIFY(errors("L0", "network").contains(QLatin1StringView("needs \"level\": \"L1\".")));
    QVERIFY(errors("L1", "process").contains(QLatin1StringView("needs \"level\": \"L0\".")));
}

void tst_LabRemoteAct::background_isNotForANetwork()
{
    const ScenarioReading reading
        = readingOf("L1",
                    "network",
                    R"({"id": "a", "actor": "other", "do": "cut", "background": true},
                       {"actor": "other", "do": "join", "step": "a"})");
    QVERIFY2(reading.errors.join(u'\n').contains(QLatin1StringView("leave out \"background\"")),
             qPrintable(reading.errors.join(u'\n')));
}

void tst_LabRemoteAct::level1_runsOnThreeHosts()
{
    const RunRecord record = run(scenarioOf("L1", connected + R"({"actor": "other", "do": "cut"},
        {"actor": "client", "do": "close", "expect": {"state": "FIN-WAIT-1"}},
        {"actor": "other", "do": "heal"},
        {"actor": "client", "do": "observe", "expect": {"state": "FIN-WAIT-2"}},
        {"actor": "server", "do": "receive", "expect": {"eof": true, "otherState": "FIN-WAIT-2"}})"));
    if (!canRun()) {
        QCOMPARE(record.verdict, LabVerdict::Skipped);
        QCOMPARE(record.reason, networkNamespaceFault());
        QVERIFY(record.steps.empty());
        return;
    }
    QCOMPARE(failures(record).join(u'\n'), QString());
    QCOMPARE(record.steps[1].ends.local.address, QHostAddress(QStringLiteral("192.0.2.2")));
    QCOMPARE(record.steps[1].ends.peer.address, QHostAddress(QStringLiteral("198.51.100.2")));
    QCOMPARE(record.steps[4].toString(), QStringLiteral("close() → 0"));
    QVERIFY(record.steps[4].started >= record.started && record.ended >= record.steps[4].settled);
}

void tst_LabRemoteAct::plainScenario_runsInPrivate()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    // With a child process among its actors.
    const RunRecord record = run(scenarioOf("L0",
                                            R"({"actor": "other", "do": "listen"},
        {"actor": "client", "do": "connect", "to": "other", "expect": {"errno": ""}},
        {"actor": "other", "do": "accept"},
        {"actor": "other", "do": "kill", "expect": {"died": "SIGKILL"}},
        {"actor": "client", "do": "receive", "expect": {"eof": true, "state": "CLOSE-WAIT"}})"),
                                 true);
    QCOMPARE(failures(record).join(u'\n'), QString());
    QCOMPARE(record.steps.size(), std::size_t{5});
    QVERIFY(record.steps[1].ends.peer.address.isLoopback());
}

void tst_LabRemoteAct::failure_isToldWithItsLine()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    const RunRecord record
        = run(scenarioOf("L1", R"({"actor": "client", "do": "connect", "to": "server"})"));
    QCOMPARE(record.verdict, LabVerdict::Failed);
    QVERIFY2(record.reason.endsWith(
                 QLatin1StringView("client could not do connect: \"server\" has no address yet.")),
             qPrintable(record.reason));
    QVERIFY(record.reason.startsWith(QLatin1StringView("t:")));
}

void tst_LabRemoteAct::victim_mustBeThere()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    const RunRecord record
        = run(scenarioOf("L1", R"({"actor": "other", "do": "destroy", "of": "client"})"));
    QVERIFY2(record.reason.endsWith(QLatin1StringView("\"client\" has no socket \"connection\".")),
             qPrintable(record.reason));
}

void tst_LabRemoteAct::step_isHeld()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    LabRunner runner(scenarioOf("L1", R"({"actor": "client", "do": "socket"},
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
    QCOMPARE(failures(record).join(u'\n'), QString());
}

void tst_LabRemoteAct::cancel_endsACallThatBlocks()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    LabRunner runner(scenarioOf("L1", connected + R"({"actor": "server", "do": "receive"})"),
                     {.nursery = m_nursery, .callLimit = 60s});
    std::atomic<int> done{0};
    connect(
        &runner, &LabRunner::stepDone, &runner, [&done] { ++done; }, Qt::DirectConnection);
    RunRecord record;
    std::thread thread([&] { record = runner.run(); });
    QTRY_COMPARE(done.load(), 3);
    QElapsedTimer timer;
    timer.start();
    runner.cancel();
    thread.join();
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(record.verdict, LabVerdict::Skipped);
    QCOMPARE(record.reason, QStringLiteral("The run was cancelled."));
}

void tst_LabRemoteAct::act_isTooLarge()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    QByteArray send = R"({"actor": "client", "do": "send", "text": "TEXT"})";
    send.replace("TEXT", QByteArray(JsonChannel::largestMessage, 'x'));
    const RunRecord record = run(scenarioOf("L1", connected + send));
    QCOMPARE(record.reason,
             QStringLiteral("The act is too large for a child process, which takes 64 KiB."));
}

void tst_LabRemoteAct::nursery_isNeeded()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    LabRunner runner(scenarioOf("L1", R"({"actor": "client", "do": "socket"})"), {});
    QCOMPARE(runner.run().reason, QStringLiteral("A child process could not be started."));
}

void tst_LabRemoteAct::nursery_thatIsGoneFailsTheRun()
{
    if (!canRun())
        QSKIP(qPrintable(networkNamespaceFault()));
    const auto none = std::make_shared<ActorNursery>(QStringList{QStringLiteral("/bin/true")});
    LabRunner runner(scenarioOf("L1", R"({"actor": "client", "do": "socket"})"), {.nursery = none});
    QCOMPARE(runner.run().reason, QStringLiteral("A child process could not be started."));
}

} // namespace Teardown

int main(int argc, char **argv)
{
    return Teardown::runLabTest<Teardown::tst_LabRemoteAct>(argc, argv);
}

#include "tst_labremoteact.moc"
