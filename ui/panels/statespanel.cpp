// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/statespanel.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/connectionstates.h"
#include "ui/panels/statesview.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace Teardown {

StatesPanel::StatesPanel(ConnectionModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_sights(model.start())
    , m_view(new StatesView(this))
    , m_table(new Table(this))
{
    m_table->setObjectName(QStringLiteral("states"));
    m_table->setModel(&m_sights);
    m_empty = new EmptyPlace(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 140, letter * 60});
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
    m_view->setPaths(paths, record ? stateNote(paths) : QString());
    m_sights.setPaths(record ? record->info().opened : TimePoint(), std::move(paths));
    m_empty->say(!record ? tr("Select a connection to see the states it was in.")
                         : tr("No state of this connection was observed."));
}

void StatesPanel::retranslate()
{
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
