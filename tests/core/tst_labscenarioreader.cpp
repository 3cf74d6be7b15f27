// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/scenarioreader.h"

#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

namespace Teardown {

namespace {

/// A scenario that is in order; each line of it is one a mistake can be put into.
QByteArray scenario()
{
    return R"({
"id": "T1",
"group": "T",
"level": "L0",
"title": {"en": "Title"},
"story": {"en": "Story", "zh_CN": "故事"},
"actors": [
{"id": "client", "kind": "posix", "side": "client"},
{"id": "server", "kind": "posix", "side": "server"},
{"id": "engine", "kind": "teardown", "side": "server"}],
"acts": [{"steps": [
{"actor": "server", "do": "listen", "backlog": 4},
{"actor": "client", "do": "connect", "to": "server", "expect": {"errno": "", "state": ["ESTABLISHED"]}},
{"actor": "client", "do": "receive", "id": "wait", "background": true, "expect": {"poll": "IN OUT"}},
{"actor": "client", "do": "join", "step": "wait", "expect": {"bytes": {"atLeast": 1}}},
{"actor": "engine", "do": "serve", "service": "line", "settings": {"read-deadline": "200ms"}},
{"actor": "client", "do": "sleep", "time": "10ms"}]}],
"questions": [
{"ask": {"en": "Ask"}, "step": "wait", "choices": [
{"text": {"en": "A"}, "why": {"en": "B"}, "right": true},
{"text": {"en": "C"}, "why": {"en": "D"}}]}],
"lesson": {"happened": {"en": "E"}, "advice": {"en": "F"}, "c": ["x", "y"]}
})";
}

} // namespace

/// Reading scenarios: what is in order is taken, what is not is named with line and reason.
class tst_LabScenarioReader : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void scenario_isRead();
    void text_fallsBackToEnglish();
    void mistake_isNamedWithItsLine_data();
    void mistake_isNamedWithItsLine();
    void mistakes_areAllFound();
    void size_isLimited();
    void file_thatIsNotThereIsAnError();
};

void tst_LabScenarioReader::scenario_isRead()
{
    const ScenarioReading reading = readScenario(scenario(), QStringLiteral("f"));
    QCOMPARE(reading.errors.join(u'\n'), QString());
    const Scenario &read = *reading.scenario;
    QCOMPARE(read.id, QStringLiteral("T1"));
    QCOMPARE(read.level, LabLevel::L0);
    QCOMPARE(read.actors.size(), std::size_t{3});
    QCOMPARE(read.actor(u"engine")->kind, ActorKind::Teardown);
    QCOMPARE(read.acts.front().steps.size(), std::size_t{6});
    QCOMPARE(read.lesson.c, QStringLiteral("x\ny"));
    QVERIFY(read.questions.front().choices.front().right);

    const Step &listen = read.acts.front().steps[0];
    QCOMPARE(listen.line, 12);
    QCOMPARE(listen.socket(), QStringLiteral("listener"));
    QCOMPARE(listen.arguments.value(u"backlog").toInt(), 4);
    const Step &wait = read.acts.front().steps[2];
    QVERIFY(wait.background);
    QCOMPARE(wait.socket(), QStringLiteral("connection"));
    QCOMPARE(wait.expectations.front().fact, QStringLiteral("poll"));
    QCOMPARE(wait.expectations.front().line, 14);
}

void tst_LabScenarioReader::text_fallsBackToEnglish()
{
    const ScenarioReading reading = readScenario(scenario(), QStringLiteral("f"));
    QCOMPARE(reading.scenario->title.in(u"zh_CN"), QStringLiteral("Title"));
    QCOMPARE(reading.scenario->story.in(u"zh_CN"), QStringLiteral("故事"));
    QCOMPARE(reading.scenario->story.in(u"de_DE"), QStringLiteral("Story"));
}

void tst_LabScenarioReader::mistake_isNamedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *right, const char *wrong, const char *what) {
        QTest::newRow(name) << QByteArray(right) << QByteArray(wrong) << QByteArray(what);
    };
    row("a missing comma", "\"level\": \"L0\",", "\"level\": \"L0\"", "f:5: ");
    row("a field that is not known, with a suggestion",
        "\"story\":",
        "\"stroy\":",
        "f:6: \"stroy\" is not known here; did you mean \"story\"?");
    row("a field that is missing", "\"story\":", "\"stroy\":", "f:1: \"story\" is missing.");
    row("a field that is there twice",
        "\"group\": \"T\",",
        "\"group\": \"T\", \"group\": \"U\",",
        "f:3: \"group\" is there twice.");
    row("an id with a space", "\"T1\"", "\"T 1\"", "f:2: \"T 1\" must be letters");
    row("a level that does not exist", "L0", "L7", "f:4: \"level\" must be one of \"L0\", \"L1\"");
    row("a text without English", "{\"en\": \"Title\"}", "{\"zh_CN\": \"x\"}", "f:5: \"en\" is");
    row("a text that is no object",
        "{\"en\": \"Title\"}",
        "\"x\"",
        "f:5: \"title\" must be an obj");
    row("a text that is empty", "\"Title\"", "\"\"", "f:5: \"en\" must be a text");
    row("a limit beyond the highest",
        "\"level\": \"L0\",",
        "\"level\": \"L0\", \"limit\": \"61s\",",
        "f:4: \"limit\" must be a duration up to 60s");
    row("a requirement that is not known",
        "\"level\": \"L0\",",
        "\"level\": \"L0\", \"requires\": [\"tlss\"],",
        "f:4: \"requires\" must be one of \"network-namespace\", \"tls\"; did you mean \"tls\"?");
    row("an actor's kind that does not exist",
        "\"kind\": \"teardown\"",
        "\"kind\": \"tear\"",
        "f:10: \"kind\" must be one of");
    row("two actors of one name",
        "\"id\": \"server\"",
        "\"id\": \"client\"",
        "f:9: There is an actor \"client\" already.");
    row("an actor that is not there",
        "{\"actor\": \"server\", \"do\": \"listen\"",
        "{\"actor\": \"servre\", \"do\": \"listen\"",
        "f:12: There is no actor \"servre\"; did you mean \"server\"?");
    row("a target that is not there",
        "\"to\": \"server\"",
        "\"to\": \"x\"",
        "f:13: There is no act");
    row("an operation that does not exist",
        "\"do\": \"listen\"",
        "\"do\": \"lisen\"",
        "f:12: A posix actor cannot do \"lisen\"; did you mean \"listen\"?");
    row("an operation of another kind of actor",
        "\"do\": \"sleep\"",
        "\"do\": \"serve\"",
        "f:17: A posix actor cannot do \"serve\"");
    row("a field of another operation",
        "\"backlog\": 4",
        "\"backlog\": 4, \"how\": \"read\"",
        "f:12: \"how\" is not known here");
    row("a number that is a text", "4", "\"4\"", "f:12: \"backlog\" must be a whole number");
    row("a number over the limit",
        "\"backlog\": 4",
        "\"backlog\": 67108865",
        "f:12: \"backlog\" must be a whole number from 0 to 67108864.");
    row("a duration over the limit", "\"10ms\"", "\"30001ms\"", "f:17: A duration is up to 30s");
    row("a required field of an operation", "\"time\"", "\"socket\"", "f:17: \"time\" is missing.");
    row("a service that does not exist",
        "\"line\"",
        "\"lime\"",
        "f:16: \"service\" must be one of");
    row("a setting that does not exist",
        "read-deadline",
        "read-line",
        "f:16: There is no setting \"read-line\".");
    row("a setting's value that is not allowed", "200ms", "200", "f:16: ");
    row("a background step nobody joins",
        "\"do\": \"join\", \"step\": \"wait\"",
        "\"do\": \"observe\"",
        "f:11: The background step \"wait\" is never joined");
    row("a background step without a name",
        "\"id\": \"wait\", ",
        "",
        "f:14: A background step needs an \"id\"");
    row("joining what does not run",
        "\"do\": \"join\", \"step\": \"wait\"",
        "\"do\": \"join\", \"step\": \"weight\"",
        "f:15: No background step \"weight\" is running here.");
    row("a fact that does not exist",
        "\"errno\": \"\"",
        "\"erno\": \"\"",
        "f:13: \"erno\" is not known here; did you mean \"errno\"?");
    row("an errno that does not exist",
        "\"errno\": \"\"",
        "\"errno\": \"ECONRESET\"",
        "f:13: \"ECONRESET\" is not known; did you mean \"ECONNRESET\"?");
    row("a state as the kernel writes it",
        "ESTABLISHED",
        "ESTAB",
        "f:13: \"state\" must be one of \"ESTABLISHED\"");
    row("poll events in another order", "IN OUT", "OUT IN", "f:14: poll events are written as");
    row("bounds with a wrong name",
        "atLeast",
        "atleast",
        "f:15: \"atleast\" is not known here; did");
    row("bounds that are no number", "{\"atLeast\": 1}", "\"1\"", "f:15: A number is expected");
    row("a question about a step that is not there",
        "\"ask\": {\"en\": \"Ask\"}, \"step\": \"wait\"",
        "\"ask\": {\"en\": \"Ask\"}, \"step\": \"w\"",
        "f:19: There is no step with the id \"w\"");
    row("a question without a right answer",
        ", \"right\": true",
        "",
        "f:19: A question needs two choices or more, exactly one");
    row("a question with two right answers",
        "\"why\": {\"en\": \"D\"}",
        "\"why\": {\"en\": \"D\"}, \"right\": true",
        "f:19: A question needs two choices or more, exactly one");
    row("source that is no list", "[\"x\", \"y\"]", "\"x\"", "f:22: \"c\" must be a list");
}

void tst_LabScenarioReader::mistake_isNamedWithItsLine()
{
    QFETCH(const QByteArray, right);
    QFETCH(const QByteArray, wrong);
    QFETCH(const QByteArray, message);

    QByteArray json = scenario();
    const qsizetype place = json.indexOf(right);
    QVERIFY(place >= 0);
    json.replace(place, right.size(), wrong);
    const ScenarioReading reading = readScenario(json, QStringLiteral("f"));
    QVERIFY(!reading.scenario);
    const QString all = reading.errors.join(u'\n');
    QVERIFY2(all.contains(QString::fromUtf8(message)), qPrintable(all));
}

void tst_LabScenarioReader::mistakes_areAllFound()
{
    QByteArray json = scenario();
    json.replace("\"L0\"", "\"L7\"")
        .replace("\"backlog\"", "\"back\"")
        .replace("\"line\"", "\"l\"");
    QCOMPARE(readScenario(json, QStringLiteral("f")).errors.size(), 3);
}

void tst_LabScenarioReader::size_isLimited()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QByteArray json = scenario();
    json.append(QByteArray(maxScenarioSize - json.size(), ' '));
    file.write(json);
    QVERIFY(file.flush());
    QVERIFY(readScenarioFile(file.fileName()).scenario);
    file.write(" ");
    QVERIFY(file.flush());
    const ScenarioReading reading = readScenarioFile(file.fileName());
    QVERIFY(!reading.scenario);
    QVERIFY2(reading.errors.first().contains(QLatin1StringView("at most 1.0 MiB")),
             qPrintable(reading.errors.first()));
}

void tst_LabScenarioReader::file_thatIsNotThereIsAnError()
{
    const ScenarioReading reading = readScenarioFile(QStringLiteral("/nonexistent/a.json"));
    QVERIFY(!reading.scenario);
    QVERIFY(reading.errors.first().startsWith(QLatin1StringView("/nonexistent/a.json:1: ")));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LabScenarioReader)

#include "tst_labscenarioreader.moc"
