// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"

#include <QObject>

namespace Teardown {

class Actions;
class ConnectionModel;
class ConnectionsPanel;
class ExportDialog;

/// What a person can do to the selected connections: end, copy and export them.
class ConnectionCommands final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a panel's window; all must outlive this.
    ConnectionCommands(Monitor &monitor,
                       ConnectionModel &model,
                       ConnectionsPanel &panel,
                       const Actions &actions);

    /// Enables what can be done to the selection as it is now; nothing while it is out of sight.
    void updateActions();

signals:
    /// Something went on or was done that is worth a line in the status bar.
    void told(const QString &message);

private:
    std::vector<ConnectionId> selectedLive() const;
    void end(CloseCommand command);
    bool isResetConfirmed(int count);
    void copy();
    void copyAsJson();
    void askForExport();
    void startExport(const ExportDialog &dialog);
    std::vector<ConnectionId> connectionsFor(const ExportDialog &dialog) const;

    Monitor &m_monitor;
    ConnectionModel &m_model;
    ConnectionsPanel &m_panel;
    const Actions &m_actions;
};

} // namespace Teardown
