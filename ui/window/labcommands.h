// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

class QMainWindow;
class QStackedWidget;
class QToolBar;

namespace Teardown {

class Actions;
class LabPage;

/// How the lab starts a process for an actor: this program once more, without a window.
QStringList labNurseryCommand();

/// Switches the window between monitor and lab, and carries out the actions of the lab.
class LabCommands final : public QObject
{
    Q_OBJECT

public:
    /// \a pages has the monitor and then \a lab. All outlive this object, whose parent is
    /// \a window.
    LabCommands(const Actions &actions,
                LabPage &lab,
                QStackedWidget &pages,
                QToolBar &monitorBar,
                QMainWindow &window);

    bool isLabShown() const;

    /// Brings back the panels of the monitor as they were.
    void showMonitor();
    void showLab();

    void retranslate();

private:
    void setDockTabsEnabled(bool enabled);
    void buildToolBar();
    void connectActions();
    void updateActions();
    void resetProgress();
    void loadScenarios();
    void exportSheet();
    void exportTimeline();
    void savePackets();
    QString askForFile(const QString &title, const QString &name, const QString &filters);
    void write(const QString &path, const QByteArray &bytes);
    void sayWritten(const QString &path, const QString &error);

    const Actions &m_actions;
    LabPage &m_lab;
    QStackedWidget &m_pages;
    QToolBar &m_monitorBar;
    QMainWindow &m_window;
    QToolBar *m_labBar;
    QByteArray m_monitorState; ///< where its panels were when the lab came
};

} // namespace Teardown
