// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Teardown {

class Actions;
class ConnectionsPanel;
class EndpointCommands;
class FilterLine;
struct ViewModels;

/// Couples the filters of the connection table with what sets them: the filter line, the bars of
/// the reasons, Hide Ended, Clear Filters.
class FilterCommands final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    FilterCommands(ViewModels &models,
                   ConnectionsPanel &panel,
                   EndpointCommands &endpoints,
                   FilterLine &line,
                   const Actions &actions);

    /// Shows all connections again, whichever way they were hidden.
    void clear();

private:
    void connectSources();
    void showFilters();

    ViewModels &m_models;
    ConnectionsPanel &m_panel;
    EndpointCommands &m_endpoints;
    FilterLine &m_line;
    const Actions &m_actions;
};

} // namespace Teardown
