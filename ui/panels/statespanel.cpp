// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/statespanel.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/connectionstates.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/statediagramwidget.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace Teardown {

StatesPanel::StatesPanel(ConnectionModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_sights(model.start())
    , m_diagram(new StateDiagramWidget(this))
    , m_table(new Table(this))
    , m_note(new ToneLabel(Tone::Muted, this))
{
    m_table->setObjectName(QStringLiteral("states"));
    m_table->setModel(&m_sights);
    m_empty = new EmptyPlace(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setContentsMargins(gap, 0, gap, gap / 2);
    auto *words = new QWidget(this);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap / 2);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_diagram);
    splitter->addWidget(words);
    constexpr int ofDiagram = 7;
    constexpr int ofTable = 3;
    splitter->setStretchFactor(0, ofDiagram);
    splitter->setStretchFactor(1, ofTable);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 20 * ofDiagram, letter * 20 * ofTable});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_table);

    connect(&model, &ConnectionModel::updated, this, &StatesPanel::refresh);
    fitColumns();
    retranslate();
}

void StatesPanel::setConnection(std::optional<ConnectionId> connection)
{
    m_connection = connection;
    refresh();
}

void StatesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

void StatesPanel::showEvent(QShowEvent *)
{
    refresh();
}

void StatesPanel::refresh()
{
    if (!isVisible())
        return; // behind another tab it costs nothing
    const ConnectionRecord *record = m_connection ? m_model.find(*m_connection) : nullptr;
    std::vector<StatePath> paths;
    if (record)
        paths = statePathsOf(*record, m_model.findOtherEnd(*record));
    m_diagram->setPaths(paths);
    m_note->setText(record ? stateNote(paths) : QString());
    m_sights.setPaths(record ? record->info().opened : TimePoint(), std::move(paths));
    m_empty->say(!record ? tr("Select a connection to see the states it was in.")
                         : tr("No state of this connection was observed."));
}

void StatesPanel::retranslate()
{
    m_diagram->setAccessibleName(tr("State diagram"));
    m_table->setAccessibleName(tr("States observed"));
    m_sights.retranslate();
    refresh();
}

void StatesPanel::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(StateSightModel::Time, letter * 9);
    m_table->setColumnWidth(StateSightModel::End, letter * 12);
    m_table->setColumnWidth(StateSightModel::State, letter * 22);
}

} // namespace Teardown
