// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/labcataloguemodel.h"
#include "ui/models/labsheet.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Teardown;

namespace {

RunRecord passed(const QString &scenario)
{
    RunRecord record;
    record.scenario = scenario;
    return record;
}

} // namespace

class tst_LabCatalogueModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("teardown-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_labcataloguemodel"));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void course_comesFirstInItsOrder();
    void everyScenario_isInItsGroup();
    void result_followsTheProgress();
    void prediction_standsOnceItWasRun();
    void runOfAll_leavesPredictionsOpen();
    void reset_forgetsEverything();
    void sheet_tellsRightAndWrong();

private:
    LabCatalogue m_catalogue = LabCatalogue::builtIn();
};

void tst_LabCatalogueModel::course_comesFirstInItsOrder()
{
    LabProgress progress;
    LabCatalogueModel model(m_catalogue, progress);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList expected;
    for (const QStringList &lesson : m_catalogue.course())
        expected += lesson;
    const QModelIndex course = model.index(0, 0);
    QStringList seen;
    for (int row = 0; row < model.rowCount(course); ++row)
        seen += model.index(row, 0, course).data(LabCatalogueModel::ScenarioRole).toString();
    QCOMPARE(seen, expected);
}

void tst_LabCatalogueModel::everyScenario_isInItsGroup()
{
    LabProgress progress;
    LabCatalogueModel model(m_catalogue, progress);
    int count = 0;
    for (int row = 1; row < model.rowCount(); ++row)
        count += model.rowCount(model.index(row, 0));
    QCOMPARE(count, static_cast<int>(m_catalogue.scenarios().size()));
}

void tst_LabCatalogueModel::result_followsTheProgress()
{
    LabProgress progress;
    LabCatalogueModel model(m_catalogue, progress);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex index = model.indexOf(QStringLiteral("B1"));
    const auto status = [&] {
        return index.data(LabCatalogueModel::StatusRole).toInt();
    };
    QCOMPARE(status(), static_cast<int>(LabStatus::NotRun));
    progress.recordRun(passed(QStringLiteral("B1")), true);
    QCOMPARE(status(), static_cast<int>(LabStatus::Passed));
}

void tst_LabCatalogueModel::prediction_standsOnceItWasRun()
{
    LabProgress progress;
    progress.predict(QStringLiteral("B1"), 1, 2);
    progress.recordRun(passed(QStringLiteral("B1")), true);
    progress.predict(QStringLiteral("B1"), 1, 0);
    QCOMPARE(progress.result(QStringLiteral("B1")).answer(0), -1);
    QCOMPARE(progress.result(QStringLiteral("B1")).answer(1), 2);
}

void tst_LabCatalogueModel::runOfAll_leavesPredictionsOpen()
{
    LabProgress progress;
    progress.recordRun(passed(QStringLiteral("B1")), false);
    progress.predict(QStringLiteral("B1"), 0, 1);
    QCOMPARE(progress.result(QStringLiteral("B1")).answer(0), 1);
}

void tst_LabCatalogueModel::reset_forgetsEverything()
{
    LabProgress progress;
    progress.predict(QStringLiteral("B1"), 0, 1);
    progress.recordRun(passed(QStringLiteral("B1")), true);
    progress.reset();
    const LabResult result = progress.result(QStringLiteral("B1"));
    QCOMPARE(result.status, LabStatus::NotRun);
    QVERIFY(result.answers.empty());
    QVERIFY(!result.isPredictionFixed);
}

void tst_LabCatalogueModel::sheet_tellsRightAndWrong()
{
    LabProgress progress;
    progress.predict(QStringLiteral("B1"), 0, 0);
    progress.predict(QStringLiteral("B1"), 1, 1);
    progress.recordRun(passed(QStringLiteral("B1")), true);
    const QString sheet
        = QString::fromUtf8(toMarkdown(m_catalogue, progress, QStringLiteral("en")));
    QVERIFY2(sheet.contains(u"1 of 3 predictions right"), qPrintable(sheet));
    QVERIFY(sheet.contains(u"ECONNRESET again"));
    QVERIFY(toJsonSheet(m_catalogue, progress, QStringLiteral("en")).contains("\"right\": false"));
}

QTEST_GUILESS_MAIN(tst_LabCatalogueModel)
#include "tst_labcataloguemodel.moc"
