// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "ui/window/actions.h"
#include "ui/window/panelring.h"
#include "ui/window/viewmodels.h"

#include <QMainWindow>
#include <QTimer>

class QStackedWidget;

namespace Teardown {

class ConnectionCommands;
class ConnectionViews;
class ConnectionsPanel;
class Docks;
class EndpointCommands;
class EndpointsPanel;
class EventsPanel;
class Help;
class LabCommands;
class LabPage;
class Menus;
class MonitorToolBar;
class QuitController;
class ReasonsPanel;
class ShutdownPanel;
class StatusLine;
class ViewCommands;

/// The window over one monitor. Closing it drains; the program leaves when that is done.
///
/// The application's name and organisation must be set before: they say where layout and
/// preferences are kept.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// \a monitor must outlive the window. Asks it for snapshots.
    explicit MainWindow(Monitor &monitor, QWidget *parent = nullptr);
    ~MainWindow() override;

    const Actions &actions() const { return m_actions; }
    LabPage &lab() { return *m_lab; }
    ViewModels &models() { return m_models; }

    /// Where the screen has room for it; shows all columns of the first start.
    static constexpr QSize preferredSize{1780, 960};

    QSize sizeHint() const override;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPanels();
    void buildToolBar();
    void buildStatusBar();
    void resetLayout();

    void connectMonitor();
    void connectPanels();
    void connectTables();
    void connectActions();
    void connectQuit();

    void onBatch(const Teardown::Batch &batch);
    void onDrainChanged(const Teardown::DrainProgress &progress);
    void tick();
    void updateActions();
    void setPaused(bool paused);
    void showDetails();
    void askForPreferences();
    void retranslate();

    Monitor &m_monitor;
    Actions m_actions;
    ViewModels m_models;
    PanelRing m_ring;
    QTimer m_tick;
    ViewCommands *m_view;
    Menus *m_menus;
    QuitController *m_quit = nullptr;
    Help *m_help = nullptr;
    ConnectionsPanel *m_connections;
    EndpointsPanel *m_endpoints;
    ReasonsPanel *m_reasons;
    ConnectionViews *m_views;
    EventsPanel *m_events;
    ShutdownPanel *m_shutdown;
    LabPage *m_lab;
    QStackedWidget *m_pages;
    LabCommands *m_labCommands;
    ConnectionCommands *m_connectionCommands;
    EndpointCommands *m_endpointCommands;
    StatusLine *m_status;
    MonitorToolBar *m_toolBar;
    Docks *m_docks;
};

} // namespace Teardown
