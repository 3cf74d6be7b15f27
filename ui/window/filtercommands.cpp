// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/filtercommands.h"

#include "ui/panels/connectionspanel.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/table.h"
#include "ui/window/actions.h"
#include "ui/window/endpointcommands.h"
#include "ui/window/viewmodels.h"

#include <QAction>

namespace Teardown {

FilterCommands::FilterCommands(ViewModels &models,
                               ConnectionsPanel &panel,
                               EndpointCommands &endpoints,
                               FilterLine &line,
                               const Actions &actions)
    : QObject(&panel)
    , m_models(models)
    , m_panel(panel)
    , m_endpoints(endpoints)
    , m_line(line)
    , m_actions(actions)
{
    connectSources();
    showFilters();
}

void FilterCommands::clear()
{
    m_line.setFilter({});
    m_models.reasons.setSelected(std::nullopt);
    m_endpoints.clearFilter();
    m_actions[ActionId::HideEnded]->setChecked(false);
    showFilters();
}

void FilterCommands::connectSources()
{
    connect(m_actions[ActionId::Find], &QAction::triggered, &m_line, [this] {
        if (!m_line.isVisible())
            return; // the lab has a search of its own
        m_line.setFocus(Qt::ShortcutFocusReason);
        m_line.selectAll();
    });
    connect(m_actions[ActionId::ClearFilter], &QAction::triggered, this, &FilterCommands::clear);
    connect(m_actions[ActionId::OnlyEndpoint],
            &QAction::triggered,
            this,
            &FilterCommands::showFilters);
    connect(m_actions[ActionId::HideEnded], &QAction::toggled, this, [this](bool isHidden) {
        m_models.connections.setEndedHidden(isHidden);
        showFilters();
    });
    connect(&m_line, &FilterLine::filterChanged, this, [this](const QString &text) {
        m_models.connections.setTextFilter(text);
        showFilters();
    });
    connect(&m_line, &FilterLine::left, m_panel.view(), [this] { m_panel.view()->setFocus(); });
    connect(&m_models.reasons,
            &ReasonModel::selectedChanged,
            this,
            [this](std::optional<Reason> reason) {
                m_models.connections.setReasonFilter(reason);
                showFilters();
            });
}

void FilterCommands::showFilters()
{
    m_panel.refreshHeading();
    m_actions[ActionId::ClearFilter]->setEnabled(m_models.connections.isFiltered());
}

} // namespace Teardown
