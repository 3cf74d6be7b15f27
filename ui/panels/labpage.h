// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/labcataloguemodel.h"
#include "ui/models/labprogress.h"
#include "ui/models/labsession.h"
#include "ui/widgets/stagebar.h"

#include <QWidget>

#include <deque>
#include <optional>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace Teardown {

class LabCataloguePanel;
class LabRunPage;
class PredictPage;
class TextPage;
class TimelineWidget;

/// The close lab: scenarios to choose from, and one to predict, run, compare and read.
class LabPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a nurseryCommand starts the child process actors come from (ActorNursery); it is run before
    /// the first scenario.
    explicit LabPage(QStringList nurseryCommand, QWidget *parent = nullptr);

    const LabCatalogue &catalogue() const { return m_catalogue; }
    LabProgress &progress() { return m_progress; }
    LabCataloguePanel *scenarios() const { return m_scenarios; }
    TimelineWidget *timeline() const;
    const QString &language() const { return m_language; }

    /// Null while none is chosen.
    const Scenario *scenario() const { return m_catalogue.find(m_scenario); }
    void choose(const QString &scenario);

    /// What was run of the scenario in this session.
    const std::optional<RunRecord> &record() const { return m_record; }

    LabStage stage() const { return m_stages->stage(); }
    void setStage(LabStage stage) { m_stages->setStage(stage); }

    /// By \a step stages, as far as there are any.
    void moveStage(int step);

    bool isRunning() const { return m_session.isRunning(); }
    bool isHeld() const { return m_session.isHeld(); }
    bool canRun() const;

    /// Runs the scenario to its end; one that is held, on from where it is.
    void run();

    /// Runs one step, and holds before the next.
    void step();

    /// Runs every scenario that can run here, one after the other. Predictions stay open.
    void runAll();

    /// Ends what runs, and leaves its result as it was before.
    void cancel();

    /// Adds a teacher's folder. Returns what is wrong with it, in English.
    QStringList loadScenarios(const QString &folder);

    /// Says everything in \a language, a tag such as "zh_CN".
    void setLanguage(const QString &language);

signals:
    /// What can be done now is another.
    void stateChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    void start(const Scenario &scenario, bool held);
    void startNext();
    void onChosen();
    void onStep(const Teardown::StepRecord &step);
    void onFinished(const Teardown::RunRecord &record);
    void showScenario();
    void showStage();
    void sayState();

    QStringList m_nurseryCommand;
    LabOptions m_options;
    LabCatalogue m_catalogue;
    LabProgress m_progress;
    LabCatalogueModel m_model;
    LabSession m_session;
    QString m_language;
    QString m_scenario; ///< the id; empty for none
    QString m_running; ///< the id of what runs
    std::optional<RunRecord> m_record; ///< of m_scenario
    std::deque<QString> m_queue; ///< of runAll(), what comes after m_running
    bool m_isRunningAll = false;
    bool m_isCancelled = false; ///< what runs

    LabCataloguePanel *m_scenarios;
    QLabel *m_title;
    StageBar *m_stages;
    QStackedWidget *m_stack;
    TextPage *m_story;
    PredictPage *m_predict;
    LabRunPage *m_run;
    TextPage *m_compare;
    TextPage *m_lesson;
};

} // namespace Teardown
