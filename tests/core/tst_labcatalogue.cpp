// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/expectation.h"
#include "core/lab/run/labrunner.h"
#include "core/lab/run/labsuite.h"
#include "core/lab/scenario/labcatalogue.h"
#include "core/lab/scenario/scenarioreader.h"
#include "core/lab/scenario/vocabulary.h"
#include "tests/support/falsify.h"
#include "tests/support/labtestmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

namespace Teardown {

namespace {

/// So many at a time: they mostly wait.
constexpr int jobs = 8;

std::vector<const Scenario *> pointers(const std::vector<Scenario> &scenarios)
{
    std::vector<const Scenario *> all;
    for (const Scenario &scenario : scenarios)
        all.push_back(&scenario);
    return all;
}

std::size_t expectationCount(const Scenario &scenario)
{
    std::size_t count = 0;
    for (const Act &act : scenario.acts) {
        for (const Step &step : act.steps)
            count += step.expectations.size();
    }
    return count;
}

QByteArray readmeText()
{
    QFile file(QFINDTESTDATA("../resources/scenarios/README.md"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray builtInFile(const QString &name)
{
    QFile file(builtInScenarios + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The scenarios the program brings along.
class tst_LabCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_nursery = testNursery(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void builtIn_hasEveryScenario();
    void builtIn_isOrderedByGroupAndNumber();
    void builtIn_namesTheLessonsOfTheCourse();
    void builtIn_isWrittenInBothLanguages();
    void builtIn_usesEveryFactAndOperation();
    void addFolder_addsAndReportsTheRest();
    void readme_knowsEveryWord();
    void readme_hasAnExampleThatPasses();
    void expectations_areAllMet();
    void expectations_allFailWhenFalsified();

private:
    const LabCatalogue m_catalogue = LabCatalogue::builtIn();
    std::shared_ptr<ActorNursery> m_nursery;
};

void tst_LabCatalogue::builtIn_hasEveryScenario()
{
    const auto &scenarios = m_catalogue.scenarios();
    const auto count = [&](LabLevel level) {
        return std::count_if(scenarios.begin(), scenarios.end(), [&](const Scenario &scenario) {
            return scenario.level == level;
        });
    };
    QCOMPARE(count(LabLevel::L0), 67);
    QCOMPARE(count(LabLevel::L1), 17);
    QVERIFY(m_catalogue.find(QStringLiteral("b14")));
    QVERIFY(!m_catalogue.find(QStringLiteral("Z1")));
    QCOMPARE(m_catalogue.near(QStringLiteral("B144")), QStringLiteral("; did you mean \"B14\"?"));
}

void tst_LabCatalogue::builtIn_isOrderedByGroupAndNumber()
{
    QStringList ids;
    for (const Scenario &scenario : m_catalogue.scenarios())
        ids.append(scenario.id);
    QVERIFY(ids.indexOf(QStringLiteral("A2")) < ids.indexOf(QStringLiteral("A10")));
    QVERIFY(ids.indexOf(QStringLiteral("A18")) < ids.indexOf(QStringLiteral("B1")));
    QCOMPARE(m_catalogue.groups().size(), std::size_t{6});
}

void tst_LabCatalogue::builtIn_namesTheLessonsOfTheCourse()
{
    QCOMPARE(m_catalogue.course().size(), std::size_t{12});
    for (const QStringList &lesson : m_catalogue.course()) {
        for (const QString &id : lesson)
            QVERIFY2(m_catalogue.find(id), qPrintable(id));
    }
}

void tst_LabCatalogue::builtIn_isWrittenInBothLanguages()
{
    const auto isWhole = [](const LocalizedText &text) {
        return !text.en.isEmpty() && !text.zhCn.isEmpty();
    };
    for (const Scenario &scenario : m_catalogue.scenarios()) {
        QVERIFY2(isWhole(scenario.title) && isWhole(scenario.story), qPrintable(scenario.id));
        QVERIFY2(isWhole(scenario.lesson.happened) && isWhole(scenario.lesson.advice),
                 qPrintable(scenario.id));
        QVERIFY2(!scenario.lesson.c.isEmpty() && !scenario.lesson.go.isEmpty()
                     && !scenario.lesson.qt.isEmpty(),
                 qPrintable(scenario.id));
        QVERIFY2(scenario.questions.size() >= 2, qPrintable(scenario.id));
        for (const Question &question : scenario.questions) {
            QVERIFY2(isWhole(question.ask) && !question.step.isEmpty(), qPrintable(scenario.id));
            for (const Choice &choice : question.choices)
                QVERIFY2(isWhole(choice.text) && isWhole(choice.why), qPrintable(scenario.id));
        }
    }
}

void tst_LabCatalogue::builtIn_usesEveryFactAndOperation()
{
    std::set<QString> used;
    for (const Scenario &scenario : m_catalogue.scenarios()) {
        for (const Act &act : scenario.acts) {
            for (const Step &step : act.steps) {
                used.insert(step.operation);
                for (const Expectation &expectation : step.expectations)
                    used.insert(expectation.fact);
            }
        }
    }
    QStringList unused;
    for (const FactSpec &fact : allFacts()) {
        if (!used.contains(QString::fromLatin1(fact.name)))
            unused.append(QString::fromLatin1(fact.name));
    }
    for (const OperationSpec &operation : allOperations()) {
        if (!used.contains(QString::fromLatin1(operation.name)))
            unused.append(QString::fromLatin1(operation.name));
    }
    // What no built-in scenario shows is tried in tst_labrunner.
    QCOMPARE(unused.join(u' '), QStringLiteral("halfClose reset"));
}

void tst_LabCatalogue::addFolder_addsAndReportsTheRest()
{
    const QTemporaryDir dir;
    QByteArray own = builtInFile(QStringLiteral("B1.json"));
    writeFile(dir.filePath(QStringLiteral("same.json")), own);
    own.replace("\"id\": \"B1\"", "\"id\": \"Mine1\"")
        .replace("\"group\": \"B\"", "\"group\": \"mine\"");
    writeFile(dir.filePath(QStringLiteral("mine.json")), own);
    writeFile(dir.filePath(QStringLiteral("broken.json")), "{\n\"id\": \"X1\",\n}");
    writeFile(dir.filePath(QStringLiteral("catalogue.json")),
              R"({"groups": [{"id": "mine", "title": {"en": "My own"}}], "course": [["Mine1"]]})");
    LabCatalogue catalogue = m_catalogue;
    const QStringList errors = catalogue.addFolder(dir.path());

    QCOMPARE(errors.size(), 2);
    QVERIFY2(errors.first().contains(QLatin1StringView("broken.json:3:")),
             qPrintable(errors.first()));
    QVERIFY2(errors.last().contains(QLatin1StringView("There is a scenario B1 already")),
             qPrintable(errors.last()));
    QVERIFY(catalogue.find(QStringLiteral("Mine1")));
    QCOMPARE(catalogue.groups().back().title.en, QStringLiteral("My own"));
    QCOMPARE(catalogue.course().back(), QStringList{QStringLiteral("Mine1")});
    QCOMPARE(catalogue.addFolder(dir.filePath(QStringLiteral("none"))).size(), 1);
}

void tst_LabCatalogue::readme_knowsEveryWord()
{
    const QByteArray text = readmeText();
    QStringList missing;
    const auto look = [&](const char *word) {
        if (!text.contains(QByteArray('`' + QByteArray(word) + '`')))
            missing.append(QString::fromLatin1(word));
    };
    for (const OperationSpec &operation : allOperations()) {
        look(operation.name);
        for (const FieldSpec &field : operation.fields)
            look(field.name);
    }
    for (const FactSpec &fact : allFacts())
        look(fact.name);
    for (const ActorKind kind : allActorKinds)
        look(token(kind).data());
    missing.removeDuplicates();
    QCOMPARE(missing.join(u' '), QString());
}

void tst_LabCatalogue::readme_hasAnExampleThatPasses()
{
    const QByteArray text = readmeText();
    const qsizetype begin = text.indexOf("```json\n{\n    \"id\"");
    QVERIFY(begin > 0);
    const qsizetype first = begin + qsizetype{8};
    const QByteArray example = text.mid(first, text.indexOf("```", first) - first);
    const ScenarioReading reading = readScenario(example, QStringLiteral("README.md"));
    QCOMPARE(reading.errors.join(u'\n'), QString());
    const std::vector<const Scenario *> scenarios{&*reading.scenario};
    const auto records
        = runScenarios(scenarios, 1, {.nursery = m_nursery}, [](const RunRecord &) {});
    QCOMPARE(failures(records.front()).join(u'\n'), QString());
}

void tst_LabCatalogue::expectations_areAllMet()
{
    const auto scenarios = pointers(m_catalogue.scenarios());
    const auto records
        = runScenarios(scenarios, jobs, {.nursery = m_nursery}, [](const RunRecord &) {});
    for (const RunRecord &record : records) {
        QVERIFY2(record.verdict != LabVerdict::Failed, qPrintable(failures(record).join(u'\n')));
        for (const StepRecord &step : record.steps) {
            for (const CheckRecord &check : step.checks) {
                for (const QJsonValue &wrong : falsifications(check.fact, check.expected))
                    QVERIFY2(!isMet(wrong, check.seen),
                             qPrintable(record.scenario % u' ' % check.fact % u' '
                                        % describe(wrong)));
            }
        }
    }
}

void tst_LabCatalogue::expectations_allFailWhenFalsified()
{
    std::vector<Scenario> wrong;
    for (const Scenario &scenario : m_catalogue.scenarios()) {
        if (LabRunner::unmetRequirement(scenario).isEmpty())
            wrong.push_back(falsified(scenario));
    }
    // Every wait is in vain now, and only has to be long enough for what the next step needs.
    const LabOptions options{.nursery = m_nursery, .patience = Milliseconds(100)};
    const auto records = runScenarios(pointers(wrong), jobs, options, [](const RunRecord &) {});
    for (std::size_t i = 0; i < records.size(); ++i) {
        const RunRecord &record = records[i];
        QCOMPARE(record.verdict, LabVerdict::Failed);
        QVERIFY2(record.checkCount() == expectationCount(wrong[i]),
                 qPrintable(record.scenario % u' ' % record.reason));
        for (const StepRecord &step : record.steps) {
            for (const CheckRecord &check : step.checks)
                QVERIFY2(!check.passed,
                         qPrintable(record.scenario % u':' % QString::number(check.line) % u' '
                                    % check.fact));
        }
    }
}

} // namespace Teardown

int main(int argc, char **argv)
{
    return Teardown::runLabTest<Teardown::tst_LabCatalogue>(argc, argv);
}

#include "tst_labcatalogue.moc"
