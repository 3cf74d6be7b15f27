// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/labcommands.h"

#include "core/capture/pcap.h"
#include "ui/models/labsheet.h"
#include "ui/panels/labcataloguepanel.h"
#include "ui/panels/labpage.h"
#include "ui/widgets/timelinewidget.h"
#include "ui/window/actions.h"
#include "ui/window/layoutstate.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMainWindow>
#include <QMessageBox>
#include <QSaveFile>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

namespace Teardown {

namespace {

constexpr QLatin1StringView exportFolderKey("export/folder");
constexpr QLatin1StringView scenarioFolderKey("lab/folder");

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

QStringList labNurseryCommand()
{
    return {QCoreApplication::applicationFilePath(),
            QStringLiteral("--headless"),
            QStringLiteral("lab"),
            QStringLiteral("nursery")};
}

LabCommands::LabCommands(const Actions &actions,
                         LabPage &lab,
                         QStackedWidget &pages,
                         QToolBar &monitorBar,
                         QMainWindow &window)
    : QObject(&window)
    , m_actions(actions)
    , m_lab(lab)
    , m_pages(pages)
    , m_monitorBar(monitorBar)
    , m_window(window)
    , m_labBar(new QToolBar(&window))
{
    buildToolBar();
    connectActions();
    connect(&lab, &LabPage::stateChanged, this, &LabCommands::updateActions);
    updateActions();
}

bool LabCommands::isLabShown() const
{
    return m_pages.currentIndex() == 1;
}

void LabCommands::showMonitor()
{
    if (!isLabShown())
        return;
    m_pages.setCurrentIndex(0);
    m_window.restoreState(m_monitorState, layoutVersion);
    m_labBar->hide();
    m_monitorBar.show();
    setDockTabsEnabled(true);
    updateActions();
}

void LabCommands::showLab()
{
    if (isLabShown())
        return;
    m_monitorState = m_window.saveState(layoutVersion);
    for (QDockWidget *dock : m_window.findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly))
        dock->hide();
    setDockTabsEnabled(false);
    m_monitorBar.hide();
    m_labBar->show();
    m_pages.setCurrentIndex(1);
    m_lab.setFocus();
    updateActions();
}

void LabCommands::retranslate()
{
    m_labBar->setWindowTitle(tr("Lab Tool Bar"));
}

/// Without docks in sight QMainWindow (Qt 6.4) only moves their tabs away: Tab would still get
/// there.
void LabCommands::setDockTabsEnabled(bool enabled)
{
    for (QTabBar *tabs : m_window.findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        tabs->setEnabled(enabled);
}

void LabCommands::buildToolBar()
{
    m_labBar->setObjectName(QStringLiteral("labToolBar"));
    m_labBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_labBar->setMovable(false);
    connect(&m_monitorBar, &QToolBar::iconSizeChanged, m_labBar, &QToolBar::setIconSize);
    m_labBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_labBar->addActions({m_actions[ActionId::ShowMonitor], m_actions[ActionId::ShowLab]});
    m_labBar->addSeparator();
    m_labBar->addActions({m_actions[ActionId::LabBack], m_actions[ActionId::LabForward]});
    m_labBar->addSeparator();
    m_labBar->addActions({m_actions[ActionId::LabRun],
                          m_actions[ActionId::LabStep],
                          m_actions[ActionId::LabCancel],
                          m_actions[ActionId::LabRunAll]});
    for (QAction *action : m_labBar->actions()) {
        if (auto *button = qobject_cast<QToolButton *>(m_labBar->widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
    m_window.addToolBar(m_labBar);
    m_labBar->hide();
}

void LabCommands::connectActions()
{
    auto *group = new QActionGroup(this);
    group->addAction(m_actions[ActionId::ShowMonitor]);
    group->addAction(m_actions[ActionId::ShowLab]);
    const auto onAction = [this](ActionId id, auto slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    onAction(ActionId::ShowMonitor, &LabCommands::showMonitor);
    onAction(ActionId::ShowLab, &LabCommands::showLab);
    // Made before the window's own connections: the panel is in sight when it gets the focus.
    for (const ActionId id : {ActionId::GoConnections,
                              ActionId::GoEndpoints,
                              ActionId::GoReasons,
                              ActionId::GoDetails,
                              ActionId::GoTimeline,
                              ActionId::GoStates,
                              ActionId::GoEvents})
        onAction(id, &LabCommands::showMonitor);
    onAction(ActionId::Find, [this] {
        if (isLabShown())
            m_lab.scenarios()->goToSearch();
    });
    onAction(ActionId::LabRun, [this] { m_lab.run(); });
    onAction(ActionId::LabStep, [this] { m_lab.step(); });
    onAction(ActionId::LabRunAll, [this] { m_lab.runAll(); });
    onAction(ActionId::LabCancel, [this] { m_lab.cancel(); });
    onAction(ActionId::LabBack, [this] { m_lab.moveStage(-1); });
    onAction(ActionId::LabForward, [this] { m_lab.moveStage(1); });
    onAction(ActionId::LabReset, &LabCommands::resetProgress);
    onAction(ActionId::LabLoad, &LabCommands::loadScenarios);
    onAction(ActionId::LabExportSheet, &LabCommands::exportSheet);
    onAction(ActionId::LabExportTimeline, &LabCommands::exportTimeline);
    onAction(ActionId::LabSavePackets, &LabCommands::savePackets);
}

void LabCommands::updateActions()
{
    const bool isShown = isLabShown();
    const bool isRunning = m_lab.isRunning();
    m_actions[ActionId::ShowMonitor]->setChecked(!isShown);
    m_actions[ActionId::ShowLab]->setChecked(isShown);
    m_actions[ActionId::LabRun]->setEnabled(isShown && m_lab.canRun());
    m_actions[ActionId::LabStep]->setEnabled(isShown && m_lab.canRun());
    m_actions[ActionId::LabRunAll]->setEnabled(isShown && !isRunning);
    m_actions[ActionId::LabCancel]->setEnabled(isRunning);
    m_actions[ActionId::LabBack]->setEnabled(isShown && m_lab.stage() != LabStage::Story);
    m_actions[ActionId::LabForward]->setEnabled(isShown && m_lab.stage() != LabStage::Lesson);
    // Loading makes what runs stale.
    m_actions[ActionId::LabLoad]->setEnabled(!isRunning);
    m_actions[ActionId::LabReset]->setEnabled(!isRunning);
    m_actions[ActionId::LabExportTimeline]->setEnabled(isShown && !isRunning
                                                       && !m_lab.timeline()->isEmpty());
    m_actions[ActionId::LabSavePackets]->setEnabled(isShown && !isRunning && m_lab.record()
                                                    && m_lab.record()->notCaptured.isEmpty());
}

void LabCommands::resetProgress()
{
    const auto answer
        = QMessageBox::question(&m_window,
                                tr("Reset Progress"),
                                tr("Forget all predictions and the results of all runs? This "
                                   "cannot be undone. Export the result sheet first to keep "
                                   "them."),
                                QMessageBox::Reset | QMessageBox::Cancel,
                                QMessageBox::Cancel);
    if (answer == QMessageBox::Reset)
        m_lab.progress().reset();
}

void LabCommands::loadScenarios()
{
    const QString last = QSettings().value(scenarioFolderKey, documents()).toString();
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Load Scenarios"), last);
    if (folder.isEmpty())
        return;
    QSettings().setValue(scenarioFolderKey, folder);
    showLab();
    const QStringList errors = m_lab.loadScenarios(folder);
    if (errors.isEmpty()) {
        m_window.statusBar()->showMessage(tr("The scenarios of %1 were added.")
                                              .arg(QDir::toNativeSeparators(folder)),
                                          messageTime);
        return;
    }
    QMessageBox box(QMessageBox::Warning,
                    tr("Load Scenarios"),
                    tr("%n mistakes were found. The files without one were added.",
                       nullptr,
                       static_cast<int>(errors.size())),
                    QMessageBox::Ok,
                    &m_window);
    box.setInformativeText(errors.first());
    box.setDetailedText(errors.join(u'\n'));
    box.exec();
}

void LabCommands::exportSheet()
{
    const QString path = askForFile(tr("Export Result Sheet"),
                                    QStringLiteral("teardown-lab.md"),
                                    tr("Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    const bool isJson = QFileInfo(path).suffix().compare(u"json", Qt::CaseInsensitive) == 0;
    write(path,
          isJson ? toJsonSheet(m_lab.catalogue(), m_lab.progress(), m_lab.language())
                 : toMarkdown(m_lab.catalogue(), m_lab.progress(), m_lab.language()));
}

void LabCommands::exportTimeline()
{
    const Scenario *scenario = m_lab.scenario();
    if (!scenario)
        return;
    const QString path = askForFile(tr("Export Timeline"),
                                    QStringLiteral("teardown-%1.svg").arg(scenario->id),
                                    tr("SVG (*.svg);;PNG (*.png)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(u"png", Qt::CaseInsensitive) != 0) {
        const QString title = scenario->id % u' ' % scenario->title.in(m_lab.language());
        write(path, m_lab.timeline()->toSvg(title));
        return;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    m_lab.timeline()->toImage().save(&buffer, "PNG");
    write(path, bytes);
}

void LabCommands::savePackets()
{
    const auto &record = m_lab.record();
    if (!record)
        return;
    const QString path = askForFile(tr("Save Packets"),
                                    QStringLiteral("teardown-%1.pcap").arg(record->scenario),
                                    tr("Packets (*.pcap)"));
    if (!path.isEmpty())
        sayWritten(path, writePcap(path, packetsOf(*record)));
}

/// Empty when it was called off.
QString LabCommands::askForFile(const QString &title, const QString &name, const QString &filters)
{
    const QDir folder(QSettings().value(exportFolderKey, documents()).toString());
    const QString path
        = QFileDialog::getSaveFileName(&m_window, title, folder.filePath(name), filters);
    if (!path.isEmpty())
        QSettings().setValue(exportFolderKey, QFileInfo(path).absolutePath());
    return path;
}

void LabCommands::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    sayWritten(path, isWritten ? QString() : file.errorString());
}

void LabCommands::sayWritten(const QString &path, const QString &error)
{
    if (error.isEmpty()) {
        m_window.statusBar()->showMessage(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)),
                                          messageTime);
        return;
    }
    QMessageBox::warning(&m_window,
                         tr("Export"),
                         tr("%1 could not be written: %2. Choose another folder or name.")
                             .arg(QDir::toNativeSeparators(path), error));
}

} // namespace Teardown
