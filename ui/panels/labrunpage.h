// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/stepmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QStackedWidget;

namespace Teardown {

class StatesView;
class Table;
class TimelineWidget;
class ToneLabel;

/// The run of a scenario: its timeline, or the same as a table, the moment under the cursor, and
/// the states of both ends at that moment.
class LabRunPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LabRunPage(QWidget *parent = nullptr);

    TimelineWidget *timeline() const { return m_timeline; }

    /// Shows a run, which may still be going on.
    void setRun(const Scenario &scenario, const RunRecord &record);

    /// How it stands, in a sentence; \a isFailure gives it the tone of one.
    void say(const QString &text, bool isFailure = false);

    void setLanguage(const QString &language);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMoment();
    void retranslate();

    StepModel m_steps;
    RunRecord m_record;
    bool m_hasRelay = false;
    ToneLabel *m_state;
    QCheckBox *m_asTable;
    QCheckBox *m_withStates;
    QStackedWidget *m_stack;
    TimelineWidget *m_timeline;
    Table *m_table;
    QLabel *m_reading;
    StatesView *m_states;
};

} // namespace Teardown
