// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/labrunpage.h"

#include "ui/models/labstates.h"
#include "ui/models/labtexts.h"
#include "ui/panels/statesview.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/table.h"
#include "ui/widgets/timelinewidget.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Teardown {

namespace {
}

LabRunPage::LabRunPage(QWidget *parent)
    : QWidget(parent)
    , m_state(new ToneLabel(Tone::Muted, this))
    , m_asTable(new QCheckBox(this))
    , m_withStates(new QCheckBox(this))
    , m_stack(new QStackedWidget(this))
    , m_timeline(new TimelineWidget(this))
    , m_table(new Table(this))
    , m_reading(new QLabel(this))
    , m_states(new StatesView(this))
{
    m_table->setModel(&m_steps);
    m_table->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_timeline);
    m_stack->addWidget(m_table);
    m_state->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A long moment must not widen the window.
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_withStates, 0, Qt::AlignTop);
    top->addWidget(m_asTable, 0, Qt::AlignTop);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_states);
    splitter->setSizes({300, 250});
    splitter->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_reading);

    connect(m_asTable, &QCheckBox::toggled, this, [this](bool isTable) {
        m_stack->setCurrentIndex(isTable ? 1 : 0);
    });
    m_withStates->setChecked(true);
    connect(m_withStates, &QCheckBox::toggled, m_states, &QWidget::setVisible);
    connect(m_timeline, &TimelineWidget::currentStepChanged, this, &LabRunPage::showMoment);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const int row = m_table->currentIndex().row(); row >= 0)
            m_timeline->setCurrentStep(static_cast<std::size_t>(row));
    });
    retranslate();
}

void LabRunPage::setRun(const Scenario &scenario, const RunRecord &record)
{
    m_record = record;
    m_hasRelay = hasRelay(scenario);
    m_steps.setRecord(record, m_hasRelay);
    m_timeline->setRun(scenario, record);
    m_table->resizeColumnsToContents();
}

void LabRunPage::say(const QString &text, bool isFailure)
{
    m_state->setTone(isFailure ? Tone::Failure : Tone::Muted);
    m_state->setText(text);
}

void LabRunPage::setLanguage(const QString &language)
{
    m_timeline->setLanguage(language);
    m_steps.retranslate();
}

void LabRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LabRunPage::showMoment()
{
    m_reading->setText(m_timeline->reading());
    m_reading->setToolTip(m_timeline->reading());
    const auto step = m_timeline->currentStep();
    std::vector<StatePath> paths;
    if (step)
        paths = statePathsAt(m_record, *step, m_hasRelay);
    m_states->setPaths(paths,
                       paths.empty()
                           ? tr("Here both ends walk through the states as the cursor moves.")
                           : tr(
                               "Dotted: not observed. The states were looked at after each step."));
}

void LabRunPage::retranslate()
{
    m_withStates->setText(tr("&States"));
    m_withStates->setToolTip(tr("Show where both ends are in the state diagram of RFC 9293"));
    showMoment();
    m_asTable->setText(tr("As &table"));
    m_asTable->setToolTip(tr("Show the same steps in rows and columns"));
    m_timeline->setAccessibleName(tr("Timeline of the run"));
    m_table->setAccessibleName(tr("Steps of the run"));
}

} // namespace Teardown
