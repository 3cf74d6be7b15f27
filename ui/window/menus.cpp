// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/menus.h"

#include "ui/window/actions.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <initializer_list>

namespace Teardown {

namespace {

void add(const Actions &actions, QMenu &menu, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids)
        menu.addAction(actions[id]);
}

} // namespace

Menus::Menus(const Actions &actions, QMainWindow &window)
    : QObject(&window)
    , m_actions(actions)
    , m_file(window.menuBar()->addMenu(QString()))
    , m_endpoint(new QMenu(m_file))
    , m_view(window.menuBar()->addMenu(QString()))
    , m_columns(new QMenu(m_view))
    , m_goTo(new QMenu(m_view))
    , m_panels(new QMenu(m_view))
    , m_theme(new QMenu(m_view))
    , m_language(new QMenu(m_view))
    , m_text(new QMenu(m_view))
    , m_connection(window.menuBar()->addMenu(QString()))
    , m_lab(window.menuBar()->addMenu(QString()))
    , m_help(window.menuBar()->addMenu(QString()))
{
    fillFile();
    fillView();
    fillConnection();
    fillLab();
    fillHelp();
    retranslate();
}

void Menus::setPanelToggles(const std::vector<QAction *> &toggles)
{
    m_panels->clear();
    for (QAction *toggle : toggles)
        m_panels->addAction(toggle);
}

void Menus::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_endpoint->setTitle(tr("E&ndpoint"));
    m_view->setTitle(tr("&View"));
    m_columns->setTitle(tr("C&olumns"));
    m_goTo->setTitle(tr("&Go To"));
    m_panels->setTitle(tr("P&anels"));
    m_theme->setTitle(tr("&Theme"));
    // Whoever cannot read the language must find the way to another.
    m_language->setTitle(tr("&Language"));
    m_text->setTitle(tr("Te&xt Size"));
    m_connection->setTitle(tr("&Connection"));
    m_lab->setTitle(tr("&Lab"));
    m_help->setTitle(tr("&Help"));
}

void Menus::fillFile()
{
    add(m_actions, *m_file, {ActionId::Listen, ActionId::Connect});
    m_file->addMenu(m_endpoint);
    add(m_actions,
        *m_endpoint,
        {ActionId::StartEndpoint,
         ActionId::DrainEndpoint,
         ActionId::StopEndpoint,
         ActionId::OnlyEndpoint});
    m_file->addSeparator();
    add(m_actions, *m_file, {ActionId::Export, ActionId::Preferences});
    m_file->addSeparator();
    add(m_actions,
        *m_file,
        {ActionId::Drain, ActionId::ForceNow, ActionId::KeepRunning, ActionId::Quit});
}

void Menus::fillView()
{
    add(m_actions, *m_view, {ActionId::Find, ActionId::ClearFilter, ActionId::HideEnded});
    m_view->addSeparator();
    add(m_actions, *m_view, {ActionId::Pause, ActionId::Follow, ActionId::ArrivalOrder});
    m_view->addMenu(m_columns);
    add(m_actions, *m_view, {ActionId::FitColumns});
    m_view->addSeparator();
    m_view->addMenu(m_goTo);
    add(m_actions,
        *m_goTo,
        {ActionId::GoConnections,
         ActionId::GoEndpoints,
         ActionId::GoReasons,
         ActionId::GoDetails,
         ActionId::GoEvents});
    m_goTo->addSeparator();
    add(m_actions, *m_goTo, {ActionId::NextPanel, ActionId::PreviousPanel});
    m_view->addMenu(m_panels);
    add(m_actions, *m_view, {ActionId::ResetLayout});
    m_view->addSeparator();
    m_view->addMenu(m_theme);
    add(m_actions, *m_theme, {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
    m_view->addMenu(m_language);
    add(m_actions,
        *m_language,
        {ActionId::LanguageSystem, ActionId::LanguageEnglish, ActionId::LanguageChinese});
    m_view->addMenu(m_text);
    add(m_actions, *m_text, {ActionId::LargerText, ActionId::SmallerText, ActionId::NormalText});
}

void Menus::fillConnection()
{
    add(m_actions, *m_connection, {ActionId::ShowDetails});
    m_connection->addSeparator();
    add(m_actions,
        *m_connection,
        {ActionId::CloseInGoodOrder, ActionId::HalfClose, ActionId::Reset});
    m_connection->addSeparator();
    add(m_actions, *m_connection, {ActionId::Copy, ActionId::CopyAsJson, ActionId::SelectAll});
}

void Menus::fillLab()
{
    add(m_actions, *m_lab, {ActionId::ShowMonitor, ActionId::ShowLab});
    m_lab->addSeparator();
    add(m_actions,
        *m_lab,
        {ActionId::LabRun, ActionId::LabStep, ActionId::LabRunAll, ActionId::LabCancel});
    m_lab->addSeparator();
    add(m_actions, *m_lab, {ActionId::LabBack, ActionId::LabForward});
    m_lab->addSeparator();
    add(m_actions, *m_lab, {ActionId::LabLoad, ActionId::LabReset});
    m_lab->addSeparator();
    add(m_actions,
        *m_lab,
        {ActionId::LabExportSheet, ActionId::LabExportTimeline, ActionId::LabSavePackets});
}

void Menus::fillHelp()
{
    add(m_actions, *m_help, {ActionId::Help, ActionId::Shortcuts});
    m_help->addSeparator();
    add(m_actions, *m_help, {ActionId::About});
}

} // namespace Teardown
