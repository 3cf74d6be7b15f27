// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/mainwindow.h"

#include "ui/panels/columnlayout.h"
#include "ui/panels/connectionspanel.h"
#include "ui/panels/connectiontimelinepanel.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/endpointspanel.h"
#include "ui/panels/eventspanel.h"
#include "ui/panels/labpage.h"
#include "ui/panels/reasonspanel.h"
#include "ui/panels/shutdownpanel.h"
#include "ui/panels/statespanel.h"
#include "ui/widgets/focusline.h"
#include "ui/widgets/pagestack.h"
#include "ui/widgets/table.h"
#include "ui/window/connectioncommands.h"
#include "ui/window/connectionviews.h"
#include "ui/window/docks.h"
#include "ui/window/endpointcommands.h"
#include "ui/window/filtercommands.h"
#include "ui/window/help.h"
#include "ui/window/labcommands.h"
#include "ui/window/language.h"
#include "ui/window/layoutstate.h"
#include "ui/window/menus.h"
#include "ui/window/monitortoolbar.h"
#include "ui/window/preferencesdialog.h"
#include "ui/window/quitcontroller.h"
#include "ui/window/statusline.h"
#include "ui/window/viewcommands.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <initializer_list>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 250ms;
constexpr auto tickAfterBatch = 50ms;

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/teardown-%1.png").arg(size), QSize(size, size));
    return icon;
}

/// The places of the panels in the ring.
enum RingPlace {
    ConnectionsPlace,
    EndpointsPlace,
    ReasonsPlace,
    DetailsPlace,
    TimelinePlace,
    StatesPlace,
    EventsPlace
};

} // namespace

MainWindow::MainWindow(Monitor &monitor, QWidget *parent)
    : QMainWindow(parent)
    , m_monitor(monitor)
    , m_models(monitor.start())
    , m_view(new ViewCommands(m_actions, this))
    , m_menus(new Menus(m_actions, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    buildPanels();
    buildToolBar();
    buildStatusBar();
    connectMonitor();
    // After connectMonitor(): at drained() the models must know already what ended.
    m_quit = new QuitController(monitor, m_models.endpoints, this);
    new FilterCommands(m_models,
                       *m_connections,
                       *m_endpointCommands,
                       *m_toolBar->filter(),
                       m_actions);
    m_help = new Help(m_actions, this);
    connectPanels();
    connectTables();
    connectActions();
    connectQuit();
    retranslate();

    resize(sizeHint());
    m_docks->arrange();
    restoreLayout(*this, m_connections->columns());
    m_connections->setFollowing(true);
    m_connections->view()->setFocus();
    onDrainChanged(monitor.drainProgress());
    updateActions();
    monitor.setSnapshotsWanted(true);
}

MainWindow::~MainWindow()
{
    // They outlive this part of the window, and tell of their own going.
    m_pages->disconnect(this);
    (*m_docks)[Dock::Endpoints]->disconnect(this);
}

QSize MainWindow::sizeHint() const
{
    // Room for the title bar: how high the window manager makes it is not known before it does.
    const QSize frame(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    return preferredSize.boundedTo(screen()->availableSize() - frame);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    m_quit->quit();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::buildPanels()
{
    m_connections = new ConnectionsPanel(m_models.connections, this);
    m_endpoints = new EndpointsPanel(m_models.endpoints,
                                     {.start = m_actions[ActionId::StartEndpoint],
                                      .drain = m_actions[ActionId::DrainEndpoint],
                                      .stop = m_actions[ActionId::StopEndpoint],
                                      .only = m_actions[ActionId::OnlyEndpoint]},
                                     this);
    m_reasons = new ReasonsPanel(m_models.reasons, this);
    m_events = new EventsPanel(m_models.events, this);
    m_shutdown
        = new ShutdownPanel(m_actions[ActionId::ForceNow], m_actions[ActionId::KeepRunning], this);
    m_connectionCommands
        = new ConnectionCommands(m_monitor, m_models.connections, *m_connections, m_actions);
    m_endpointCommands
        = new EndpointCommands(m_monitor, m_models, *m_endpoints, *m_connections, m_actions);

    m_lab = new LabPage(labNurseryCommand(), this);
    m_views
        = new ConnectionViews(m_monitor, m_models.connections, m_lab->catalogue(), m_actions, this);
    m_pages = new PageStack(this);
    m_pages->addWidget(new FocusLine(m_connections, this));
    m_pages->addWidget(m_lab);
    setCentralWidget(m_pages);
    m_docks = new Docks({m_endpoints,
                         m_reasons,
                         m_views->details(),
                         m_views->timeline(),
                         m_views->states(),
                         m_events},
                        *this);
    m_ring.add(m_connections);
    m_ring.add(m_endpoints, (*m_docks)[Dock::Endpoints]);
    m_ring.add(m_reasons, (*m_docks)[Dock::Reasons]);
    m_ring.add(m_views->details(), (*m_docks)[Dock::Details]);
    m_ring.add(m_views->timeline(), (*m_docks)[Dock::Timeline]);
    m_ring.add(m_views->states(), (*m_docks)[Dock::States]);
    m_ring.add(m_events, (*m_docks)[Dock::Events]);
    m_ring.add(m_shutdown);
    m_ring.add(m_lab);
    m_menus->setPanelToggles(m_docks->toggles());
}

void MainWindow::buildToolBar()
{
    m_toolBar = new MonitorToolBar(m_actions, this);
    addToolBar(m_toolBar);
    m_labCommands = new LabCommands(m_actions, *m_lab, *m_pages, *m_toolBar, *this);
}

void MainWindow::buildStatusBar()
{
    m_status
        = new StatusLine(m_monitor, m_models.endpoints, m_models.reasons, m_models.events, this);
    statusBar()->addWidget(m_status, 1);
}

void MainWindow::resetLayout()
{
    m_labCommands->showMonitor();
    m_connections->columns().reset();
    m_docks->arrange();
}

void MainWindow::connectMonitor()
{
    connect(&m_monitor, &Monitor::batchTaken, this, &MainWindow::onBatch);
    connect(&m_monitor, &Monitor::drainChanged, this, &MainWindow::onDrainChanged);
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
    m_tick.start(tickInterval);
}

void MainWindow::connectPanels()
{
    connect(m_connections,
            &ConnectionsPanel::selectionChanged,
            m_connectionCommands,
            &ConnectionCommands::updateActions);
    connect(m_connections, &ConnectionsPanel::currentConnectionChanged, this, [this] {
        // One that a filter hides is still looked at.
        if (const auto current = m_connections->currentConnection())
            m_views->show(current);
    });
    connect(m_connections, &ConnectionsPanel::detailsWanted, this, &MainWindow::showDetails);
    connect(m_connections, &ConnectionsPanel::menuWanted, this, [this](const QPoint &position) {
        m_menus->connection()->popup(position);
    });
    connect(m_connections,
            &ConnectionsPanel::followingChanged,
            m_actions[ActionId::Follow],
            &QAction::setChecked);
    connect(m_events, &EventsPanel::connectionActivated, this, [this](quint64 connection) {
        m_connections->select(connection);
        m_views->show(connection);
        m_ring.goTo(DetailsPlace);
    });
    // What cannot be seen any more cannot be meant by a key.
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::updateActions);
    connect((*m_docks)[Dock::Endpoints],
            &QDockWidget::visibilityChanged,
            this,
            &MainWindow::updateActions);
    connect(m_views, &ConnectionViews::scenarioWanted, this, [this](const QString &scenario) {
        m_labCommands->showLab();
        m_lab->choose(scenario);
    });
    connect(m_connectionCommands, &ConnectionCommands::told, this, [this](const QString &message) {
        statusBar()->showMessage(message, messageTime);
    });
}

/// Gives the tables the keys that have another meaning outside of them.
void MainWindow::connectTables()
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_connections->view(),
                                                          m_endpoints->view(),
                                                          m_reasons->view(),
                                                          m_events->view()})
        view->addAction(m_actions[ActionId::Pause]);
    m_connections->view()->addAction(m_actions[ActionId::Follow]);
    m_connections->view()->addAction(m_actions[ActionId::ShowDetails]);
}

void MainWindow::connectActions()
{
    const auto onAction = [this](ActionId id, auto slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    onAction(ActionId::Preferences, &MainWindow::askForPreferences);
    onAction(ActionId::ResetLayout, &MainWindow::resetLayout);
    onAction(ActionId::ShowDetails, &MainWindow::showDetails);
    onAction(ActionId::FitColumns, [this] { m_connections->columns().fitToContents(); });
    onAction(ActionId::ArrivalOrder, [this] { m_connections->columns().sortAsArrived(); });
    onAction(ActionId::GoConnections, [this] { m_ring.goTo(ConnectionsPlace); });
    onAction(ActionId::GoEndpoints, [this] { m_ring.goTo(EndpointsPlace); });
    onAction(ActionId::GoReasons, [this] { m_ring.goTo(ReasonsPlace); });
    onAction(ActionId::GoDetails, [this] { m_ring.goTo(DetailsPlace); });
    onAction(ActionId::GoTimeline, [this] { m_ring.goTo(TimelinePlace); });
    onAction(ActionId::GoStates, [this] { m_ring.goTo(StatesPlace); });
    onAction(ActionId::GoEvents, [this] { m_ring.goTo(EventsPlace); });
    onAction(ActionId::NextPanel, [this] { m_ring.step(1); });
    onAction(ActionId::PreviousPanel, [this] { m_ring.step(-1); });
    connect(m_actions[ActionId::Pause], &QAction::toggled, this, &MainWindow::setPaused);
    connect(m_actions[ActionId::Follow],
            &QAction::toggled,
            m_connections,
            &ConnectionsPanel::setFollowing);
    connect(m_menus->columns(), &QMenu::aboutToShow, this, [this] {
        m_connections->columns().fillMenu(*m_menus->columns());
    });
}

void MainWindow::connectQuit()
{
    connect(m_actions[ActionId::Quit], &QAction::triggered, m_quit, &QuitController::quit);
    connect(m_actions[ActionId::Drain], &QAction::triggered, m_quit, &QuitController::drainAndStay);
    connect(m_actions[ActionId::ForceNow], &QAction::triggered, &m_monitor, &Monitor::force);
    connect(m_actions[ActionId::KeepRunning],
            &QAction::triggered,
            m_quit,
            &QuitController::keepRunning);
    connect(m_shutdown, &ShutdownPanel::closeWanted, this, [this] {
        m_shutdown->hide();
        m_quit->closeTally();
    });
    connect(m_quit, &QuitController::leaving, this, [this] {
        m_labCommands->showMonitor();
        saveLayout(*this, m_connections->columns());
        hide();
    });
}

void MainWindow::onBatch(const Batch &batch)
{
    m_models.apply(batch);
    updateActions();
    // A batch and a tick take long, each: a click need not wait for both. Put off once; tick() sets
    // the interval again.
    if (m_tick.intervalAsDuration() != tickAfterBatch
        && m_tick.remainingTimeAsDuration() < tickAfterBatch)
        m_tick.start(tickAfterBatch);
}

void MainWindow::onDrainChanged(const DrainProgress &progress)
{
    m_shutdown->showProgress(progress);
    m_shutdown->setVisible(progress.stage >= DrainStage::Draining);
    m_status->refresh();
    updateActions();
}

void MainWindow::tick()
{
    m_tick.start(tickInterval);
    if (isMinimized() || !isVisible())
        return;
    m_models.tick(steadyNow());
    m_status->refresh();
}

void MainWindow::updateActions()
{
    m_connectionCommands->updateActions();
    m_endpointCommands->updateActions();
    const DrainStage stage = m_monitor.stage();
    m_actions[ActionId::Drain]->setEnabled(stage == DrainStage::Serving);
    m_actions[ActionId::ForceNow]->setEnabled(stage == DrainStage::Draining);
    m_actions[ActionId::KeepRunning]->setEnabled(m_monitor.canKeepRunning());
    m_actions[ActionId::ClearFilter]->setEnabled(m_models.connections.isFiltered()
                                                 && !m_labCommands->isLabShown());
    m_views->update();
}

void MainWindow::setPaused(bool paused)
{
    m_models.connections.setPaused(paused);
    m_events->setViewPaused(paused);
}

void MainWindow::showDetails()
{
    if (m_connections->currentConnection())
        m_ring.goTo(DetailsPlace);
}

void MainWindow::askForPreferences()
{
    PreferencesDialog dialog(m_monitor, m_view->preferences(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_view->apply(dialog.preferences());
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Teardown"));
    m_actions.retranslate();
    m_menus->retranslate();
    m_help->retranslate();
    m_models.retranslate();
    m_lab->setLanguage(currentLanguage());
    m_labCommands->retranslate();
    m_toolBar->setWindowTitle(tr("Tool Bar"));
    m_docks->retranslate();
    m_toolBar->fit();
}

} // namespace Teardown
