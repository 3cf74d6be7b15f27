// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace Teardown {

class Actions;

/// The menu bar. Every action of the registry has its place in it.
class Menus final : public QObject
{
    Q_OBJECT

public:
    Menus(const Actions &actions, QMainWindow &window);

    /// For whoever fills it with the columns.
    QMenu *columns() const { return m_columns; }

    /// The actions that show and hide the panels.
    void setPanelToggles(const std::vector<QAction *> &toggles);

    /// Those for connections, as a context menu.
    QMenu *connection() const { return m_connection; }

    void retranslate();

private:
    void fillFile();
    void fillView();
    void fillConnection();
    void fillLab();
    void fillHelp();

    const Actions &m_actions;
    QMenu *m_file;
    QMenu *m_endpoint;
    QMenu *m_view;
    QMenu *m_columns;
    QMenu *m_goTo;
    QMenu *m_panels;
    QMenu *m_theme;
    QMenu *m_language;
    QMenu *m_text;
    QMenu *m_connection;
    QMenu *m_lab;
    QMenu *m_help;
};

} // namespace Teardown
