// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/endpointcommands.h"

#include "ui/panels/connectionspanel.h"
#include "ui/panels/endpointspanel.h"
#include "ui/window/actions.h"
#include "ui/window/connectdialog.h"
#include "ui/window/listendialog.h"
#include "ui/window/viewmodels.h"

#include <QAction>
#include <QMessageBox>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace Teardown {

namespace {

bool canStart(const EndpointSnapshot *endpoint)
{
    return endpoint->state == EndpointState::Stopped || endpoint->state == EndpointState::Failed;
}

bool canDrain(const EndpointSnapshot *endpoint)
{
    return endpoint->state == EndpointState::Running || endpoint->state == EndpointState::Starting;
}

bool canStop(const EndpointSnapshot *endpoint)
{
    return canDrain(endpoint) || endpoint->state == EndpointState::Draining || endpoint->open > 0;
}

} // namespace

EndpointCommands::EndpointCommands(Monitor &monitor,
                                   ViewModels &models,
                                   EndpointsPanel &panel,
                                   ConnectionsPanel &connections,
                                   const Actions &actions)
    : QObject(&panel)
    , m_monitor(monitor)
    , m_models(models)
    , m_panel(panel)
    , m_connections(connections)
    , m_actions(actions)
{
    const auto onAction = [this, &actions](ActionId id, auto slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    onAction(ActionId::Listen, &EndpointCommands::listen);
    onAction(ActionId::Connect, &EndpointCommands::connectTo);
    onAction(ActionId::StartEndpoint, &EndpointCommands::start);
    onAction(ActionId::DrainEndpoint, &EndpointCommands::drain);
    onAction(ActionId::StopEndpoint, &EndpointCommands::stop);
    onAction(ActionId::OnlyEndpoint, &EndpointCommands::toggleFilter);
    connect(&panel, &EndpointsPanel::currentChanged, this, &EndpointCommands::updateActions);
    updateActions();
}

void EndpointCommands::updateActions()
{
    const auto endpoints = current();
    const bool isServing = m_monitor.stage() == DrainStage::Serving;
    const auto isAny = [&endpoints](auto predicate) {
        return std::any_of(endpoints.begin(), endpoints.end(), predicate);
    };
    m_actions[ActionId::Listen]->setEnabled(isServing);
    m_actions[ActionId::Connect]->setEnabled(isServing);
    m_actions[ActionId::StartEndpoint]->setEnabled(isServing && isAny(canStart));
    m_actions[ActionId::DrainEndpoint]->setEnabled(isServing && isAny(canDrain));
    m_actions[ActionId::StopEndpoint]->setEnabled(isServing && isAny(canStop));
    m_actions[ActionId::OnlyEndpoint]->setEnabled(!endpoints.empty());
}

void EndpointCommands::clearFilter()
{
    m_filter.clear();
    m_models.connections.setEndpointFilter({});
    m_connections.setEndpointName({});
}

void EndpointCommands::listen()
{
    ListenDialog dialog(m_monitor, m_panel.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_monitor.takeBatch(); // so that the new row is there to be chosen
    m_panel.setCurrent(dialog.endpoint());
}

void EndpointCommands::connectTo()
{
    ConnectDialog dialog(m_monitor, m_panel.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_monitor.takeBatch(); // so that the new row is there to be chosen
    m_panel.setCurrent(dialog.endpoint());
}

void EndpointCommands::start()
{
    QStringList failures;
    for (const EndpointSnapshot *endpoint : current()) {
        if (!canStart(endpoint))
            continue;
        if (const auto started = m_monitor.restart(endpoint->id); !started)
            failures += started.error();
    }
    if (!failures.isEmpty()) {
        QMessageBox::warning(m_panel.window(),
                             tr("Start Again"),
                             tr("Cannot start again: %1").arg(failures.join(u'\n')));
    }
}

void EndpointCommands::drain()
{
    for (const EndpointSnapshot *endpoint : current()) {
        if (canDrain(endpoint))
            m_monitor.drainEndpoint(endpoint->id);
    }
}

void EndpointCommands::stop()
{
    const auto endpoints = current();
    int open = 0;
    for (const EndpointSnapshot *endpoint : endpoints)
        open += endpoint->open;
    if (open > 1) {
        const auto answer
            = QMessageBox::warning(m_panel.window(),
                                   tr("Stop"),
                                   tr("Stop and reset %Ln connection(s)?", nullptr, open),
                                   QMessageBox::Yes | QMessageBox::Cancel,
                                   QMessageBox::Cancel);
        if (answer != QMessageBox::Yes)
            return;
    }
    for (const EndpointId id : m_panel.currentEndpoints())
        m_monitor.stopEndpoint(id);
}

void EndpointCommands::toggleFilter()
{
    std::vector<EndpointId> wanted = m_panel.currentEndpoints();
    if (wanted.empty() || wanted == m_filter) {
        clearFilter();
        return;
    }
    m_filter = std::move(wanted);
    m_models.connections.setEndpointFilter(m_filter);
    const QModelIndex shown = m_panel.view()->currentIndex().siblingAtColumn(EndpointModel::Name);
    m_connections.setEndpointName(shown.data().toString());
}

std::vector<const EndpointSnapshot *> EndpointCommands::current() const
{
    std::vector<const EndpointSnapshot *> endpoints;
    if (!m_panel.isVisibleTo(m_panel.window()))
        return endpoints;
    for (const EndpointId id : m_panel.currentEndpoints()) {
        if (const EndpointSnapshot *endpoint = m_models.endpoints.endpoint(id))
            endpoints.push_back(endpoint);
    }
    return endpoints;
}

} // namespace Teardown
