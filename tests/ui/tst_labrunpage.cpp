// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labrunner.h"
#include "core/lab/scenario/labcatalogue.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/panels/labrunpage.h"
#include "ui/widgets/statediagramwidget.h"
#include "ui/widgets/table.h"
#include "ui/widgets/timelinewidget.h"

#include <QCheckBox>
#include <QScrollBar>
#include <QTest>

using namespace Teardown;

/// The run of a scenario: the state diagram follows the cursor.
class tst_LabRunPage : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private slots:
    void init() { failOnAnyWarning(); }
    void initTestCase();

    void cursor_movesTheMarks();
    void row_movesThemToo();
    void nextStep_movesThem();
    void smallerTimeline_keepsTheCursorInSight();

private:
    QString statesOf(const LabRunPage &page) const
    {
        return page.findChild<StateDiagramWidget *>()->accessibleDescription();
    }

    Scenario m_scenario;
    RunRecord m_record;
};

void tst_LabRunPage::initTestCase()
{
    m_scenario = *LabCatalogue::builtIn().find(QStringLiteral("B1"));
    m_record = LabRunner(m_scenario, {}).run();
    QCOMPARE(m_record.verdict, LabVerdict::Passed);
}

void tst_LabRunPage::cursor_movesTheMarks()
{
    LabRunPage page;
    page.resize(1'000, 700);
    page.show();
    page.setRun(m_scenario, m_record);
    page.timeline()->setCurrentStep(0); // listen
    QVERIFY(statesOf(page).isEmpty());
    page.timeline()->setCurrentStep(2); // accept
    QVERIFY2(statesOf(page).contains(u"client: ESTABLISHED\n"), qPrintable(statesOf(page)));
    page.timeline()->setCurrentStep(4); // close, with SO_LINGER 0
    QVERIFY2(statesOf(page).contains(u"client: ESTABLISHED → reset → CLOSED"),
             qPrintable(statesOf(page)));
    QTest::keyClick(page.timeline(), Qt::Key_Up);
    QVERIFY2(statesOf(page).contains(u"client: ESTABLISHED\n"), qPrintable(statesOf(page)));
}

void tst_LabRunPage::row_movesThemToo()
{
    LabRunPage page;
    page.setRun(m_scenario, m_record);
    auto *table = page.findChild<Table *>();
    table->setCurrentIndex(table->model()->index(2, 0));
    QCOMPARE(page.timeline()->currentStep(), std::size_t{2});
    QVERIFY(statesOf(page).contains(u"client: ESTABLISHED\n"));
}

/// Step by step: each step that comes takes the marks with it.
void tst_LabRunPage::nextStep_movesThem()
{
    LabRunPage page;
    RunRecord soFar = m_record;
    soFar.steps.resize(3);
    page.setRun(m_scenario, soFar);
    QVERIFY(statesOf(page).contains(u"client: ESTABLISHED\n"));
    soFar.steps.assign(m_record.steps.begin(), m_record.steps.begin() + 5);
    page.setRun(m_scenario, soFar);
    QVERIFY(statesOf(page).contains(u"reset"));
}

void tst_LabRunPage::smallerTimeline_keepsTheCursorInSight()
{
    TimelineWidget timeline;
    timeline.resize(900, 400);
    timeline.show();
    timeline.setRun(m_scenario, m_record);
    const int before = timeline.verticalScrollBar()->value();
    timeline.resize(900, 380);
    QTRY_COMPARE(timeline.verticalScrollBar()->value(), before + 20);
    // Not when somebody has scrolled to something else.
    timeline.verticalScrollBar()->setValue(0);
    timeline.resize(900, 360);
    QCoreApplication::processEvents();
    QCOMPARE(timeline.verticalScrollBar()->value(), 0);
}

QTEST_MAIN(tst_LabRunPage)

#include "tst_labrunpage.moc"
