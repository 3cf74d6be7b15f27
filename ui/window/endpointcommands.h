// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"

#include <QObject>

namespace Teardown {

class Actions;
class ConnectionsPanel;
class EndpointsPanel;
struct ViewModels;

/// What a person can do with endpoints: make new ones, start, drain and stop them, and see only
/// their connections.
class EndpointCommands final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a panel's window; all must outlive this.
    EndpointCommands(Monitor &monitor,
                     ViewModels &models,
                     EndpointsPanel &panel,
                     ConnectionsPanel &connections,
                     const Actions &actions);

    /// Enables what can be done to the current endpoints as they are now; nothing while they are
    /// out of sight.
    void updateActions();

    /// Shows the connections of all endpoints again.
    void clearFilter();

private:
    void listen();
    void connectTo();
    void start();
    void drain();
    void stop();
    void toggleFilter();
    std::vector<const EndpointSnapshot *> current() const;

    Monitor &m_monitor;
    ViewModels &m_models;
    EndpointsPanel &m_panel;
    ConnectionsPanel &m_connections;
    const Actions &m_actions;
    std::vector<EndpointId> m_filter;
};

} // namespace Teardown
