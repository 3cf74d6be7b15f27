// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/labpage.h"

#include "core/lab/run/actornursery.h"
#include "core/lab/run/labcapture.h"
#include "ui/panels/labcataloguepanel.h"
#include "ui/panels/labrunpage.h"
#include "ui/panels/labstages.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/timelinewidget.h"

#include <QFocusEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {

constexpr double titleScale = 1.3;

} // namespace

LabPage::LabPage(QStringList nurseryCommand, QWidget *parent)
    : QWidget(parent)
    , m_nurseryCommand(std::move(nurseryCommand))
    , m_catalogue(LabCatalogue::builtIn())
    , m_model(m_catalogue, m_progress)
{
    build();
    connect(m_scenarios, &LabCataloguePanel::currentChanged, this, &LabPage::onChosen);
    connect(m_stages, &StageBar::stageChanged, this, &LabPage::showStage);
    connect(m_predict, &PredictPage::predicted, this, [this](std::size_t question, int choice) {
        m_progress.predict(m_scenario, question, choice);
    });
    connect(&m_progress, &LabProgress::changed, this, [this](const QString &changed) {
        if (changed.isEmpty())
            showScenario();
    });
    connect(&m_session, &LabSession::stepDone, this, &LabPage::onStep);
    connect(&m_session, &LabSession::finished, this, &LabPage::onFinished);
    connect(&m_session, &LabSession::heldChanged, this, [this] {
        sayState();
        emit stateChanged();
    });
    if (!m_catalogue.course().empty())
        choose(m_catalogue.course().front().front());
}

TimelineWidget *LabPage::timeline() const
{
    return m_run->timeline();
}

void LabPage::choose(const QString &scenario)
{
    m_scenarios->choose(scenario);
}

void LabPage::moveStage(int step)
{
    const int wanted = static_cast<int>(stage()) + step;
    setStage(static_cast<LabStage>(std::clamp(wanted, 0, static_cast<int>(labStageCount) - 1)));
}

bool LabPage::canRun() const
{
    const Scenario *chosen = scenario();
    return chosen && (!isRunning() || isHeld()) && LabRunner::unmetRequirement(*chosen).isEmpty();
}

void LabPage::run()
{
    if (isRunning())
        m_session.runOn();
    else if (canRun())
        start(*scenario(), false);
}

void LabPage::step()
{
    if (isHeld())
        m_session.next();
    else if (canRun()) {
        start(*scenario(), true);
        m_session.next();
    }
}

void LabPage::runAll()
{
    if (isRunning())
        return;
    m_queue.clear();
    for (const Scenario &each : m_catalogue.scenarios())
        m_queue.push_back(each.id);
    m_isRunningAll = true;
    setStage(LabStage::Run);
    startNext();
}

void LabPage::cancel()
{
    m_isCancelled = isRunning();
    m_queue.clear();
    m_session.cancel();
}

void LabPage::focusInEvent(QFocusEvent *event)
{
    // Not a focus proxy: Tab would go to that instead of what follows the page (Qt 6.4).
    m_scenarios->view()->setFocus(event->reason());
}

QStringList LabPage::loadScenarios(const QString &folder)
{
    const QStringList errors = m_catalogue.addFolder(folder);
    const QString chosen = m_scenario;
    m_model.reload();
    choose(chosen);
    return errors;
}

void LabPage::setLanguage(const QString &language)
{
    m_language = language;
    m_model.setLanguage(language);
    m_run->setLanguage(language);
    m_story->setAccessibleName(tr("Story"));
    m_predict->setAccessibleName(tr("Predict"));
    m_compare->setAccessibleName(tr("Compare"));
    m_lesson->setAccessibleName(tr("Lesson"));
    showScenario();
}

void LabPage::build()
{
    m_scenarios = new LabCataloguePanel(m_model, this);
    m_title = new QLabel(this);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * titleScale);
    font.setBold(true);
    m_title->setFont(font);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_stages = new StageBar(this);
    m_story = new TextPage(this);
    m_predict = new PredictPage(this);
    m_run = new LabRunPage(this);
    m_compare = new TextPage(this);
    m_lesson = new TextPage(this);
    m_stack = new QStackedWidget(this);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_story, m_predict, m_run, m_compare, m_lesson})
        m_stack->addWidget(page);

    auto *subject = new QWidget(this);
    auto *column = new QVBoxLayout(subject);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_title);
    column->addWidget(m_stages);
    column->addWidget(m_stack, 1);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_scenarios);
    splitter->addWidget(subject);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 54, letter * 130});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void LabPage::start(const Scenario &scenario, bool held)
{
    m_running = scenario.id;
    m_isCancelled = false;
    if (!m_options.nursery) {
        m_options.nursery = std::make_shared<ActorNursery>(m_nurseryCommand);
        openCapture(m_options);
    }
    if (m_running == m_scenario) {
        m_record.emplace();
        m_record->scenario = scenario.id;
        m_record->notCaptured = m_options.notCaptured;
        m_run->setRun(scenario, *m_record);
    }
    m_session.start(scenario, m_options, held);
    setStage(LabStage::Run);
    sayState();
    emit stateChanged();
}

/// The next of runAll(), or its end.
void LabPage::startNext()
{
    while (!m_queue.empty()) {
        const Scenario *next = m_catalogue.find(m_queue.front());
        m_queue.pop_front();
        if (next && LabRunner::unmetRequirement(*next).isEmpty()) {
            start(*next, false);
            return;
        }
    }
    m_isRunningAll = false;
    sayState();
    emit stateChanged();
}

void LabPage::onChosen()
{
    const QString chosen = m_scenarios->current();
    if (chosen.isEmpty() || chosen == m_scenario)
        return;
    if (!m_isRunningAll)
        cancel();
    m_scenario = chosen;
    m_record.reset();
    setStage(LabStage::Story);
    showScenario();
    emit stateChanged();
}

void LabPage::onStep(const StepRecord &step)
{
    if (m_running != m_scenario || !m_record)
        return;
    if (m_record->steps.empty())
        m_record->started = step.started;
    m_record->steps.push_back(step);
    m_run->setRun(*scenario(), *m_record);
}

void LabPage::onFinished(const RunRecord &record)
{
    // Nobody saw how a cancelled run would have ended.
    if (!m_isCancelled)
        m_progress.recordRun(record, !m_isRunningAll && record.verdict != LabVerdict::Skipped);
    if (record.scenario == m_scenario) {
        m_record = record;
        m_run->setRun(*scenario(), record);
    }
    m_running.clear();
    if (m_isRunningAll)
        startNext();
    showScenario();
    emit stateChanged();
}

void LabPage::showScenario()
{
    const Scenario *chosen = scenario();
    if (!chosen)
        return;
    m_title->setText(QString(chosen->id % u' ' % chosen->title.in(m_language)));
    m_run->setRun(*chosen, m_record.value_or(RunRecord{}));
    sayState();
    showStage();
}

void LabPage::showStage()
{
    m_stack->setCurrentIndex(static_cast<int>(stage()));
    const Scenario *chosen = scenario();
    if (!chosen)
        return;
    const LabResult result = m_progress.result(m_scenario);
    const LabSubject subject{*chosen, result, m_record, m_language};
    switch (stage()) {
    case LabStage::Story:
        fillStory(*m_story, subject);
        break;
    case LabStage::Predict:
        m_predict->fill(subject);
        break;
    case LabStage::Run:
        break;
    case LabStage::Compare:
        fillCompare(*m_compare, subject);
        break;
    case LabStage::Lesson:
        fillLesson(*m_lesson, subject);
        break;
    }
    emit stateChanged();
}

void LabPage::sayState()
{
    const Scenario *chosen = scenario();
    if (!chosen)
        return;
    const QString unmet = LabRunner::unmetRequirement(*chosen);
    if (m_isRunningAll)
        m_run->say(tr("Running %1; %n more to come.", nullptr, static_cast<int>(m_queue.size()))
                       .arg(m_running));
    else if (isHeld())
        m_run->say(tr("Held before the next step. Step (F10) runs it, Run (F5) runs on to the "
                      "end."));
    else if (isRunning())
        m_run->say(tr("Running…"));
    else if (m_record)
        m_run->say(verdictText(*m_record), m_record->verdict == LabVerdict::Failed);
    else if (!unmet.isEmpty())
        m_run->say(tr("It cannot run here. %1").arg(labReasonText(unmet)));
    else
        m_run->say(tr("Not run yet. Run (F5) runs it whole, Step (F10) step by step."));
}

} // namespace Teardown
