// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/actions.h"

#include "ui/window/actionspec.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace Teardown {

namespace {

using Kind = ActionSpec::Kind;
using Reach = ActionSpec::Reach;

const ActionSpec specs[] = {
    {ActionId::Listen,
     "listen",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Listen…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Open a port and wait for clients"),
     Qt::CTRL | Qt::Key_L,
     Glyph::Play},
    {ActionId::Connect,
     "connect",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Connect…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Open connections to a server"),
     Qt::CTRL | Qt::Key_K,
     Glyph::Arrows},
    {ActionId::StartEndpoint,
     "startEndpoint",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Start Again"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Let the selected listener accept again on its address and port, or the "
                       "selected clients connect again"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_S,
     Glyph::Play},
    {ActionId::DrainEndpoint,
     "drainEndpoint",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Drain"),
     QT_TRANSLATE_NOOP(
         "Teardown::Actions",
         "Let nobody new in and end the connections of the selected endpoint in good order"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_E,
     Glyph::Eject},
    {ActionId::StopEndpoint,
     "stopEndpoint",
     QT_TRANSLATE_NOOP("Teardown::Actions", "S&top"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Let nobody new in and reset the connections of the selected endpoint"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_T,
     Glyph::Stop},
    {ActionId::OnlyEndpoint,
     "onlyEndpoint",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Show &Only Its Connections"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Filter the table by the selected endpoint"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_O},
    {ActionId::Export,
     "export",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Export…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Save connections to a file"),
     Qt::CTRL | Qt::Key_E},
    {ActionId::Preferences,
     "preferences",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Preferences…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Change what holds for the whole program"),
     Qt::CTRL | Qt::Key_Comma},
    {ActionId::Drain,
     "drain",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Drain Everything"),
     QT_TRANSLATE_NOOP(
         "Teardown::Actions",
         "Let nobody new in, end every connection in good order, and stay to show the result"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_Q,
     Glyph::Eject},
    {ActionId::ForceNow,
     "forceNow",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Force Now"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Reset what the drain has not ended yet"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_F},
    {ActionId::KeepRunning,
     "keepRunning",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Keep Running"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Call the drain off and open the listeners again"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_K},
    {ActionId::Quit,
     "quit",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "End every connection in good order, then leave"),
     Qt::CTRL | Qt::Key_Q},
    {ActionId::Find,
     "find",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Filter"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the filter line"),
     Qt::CTRL | Qt::Key_F},
    {ActionId::ClearFilter,
     "clearFilter",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Clear Filters"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Show all connections again"),
     Qt::Key_Escape},
    {ActionId::HideEnded,
     "hideEnded",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Hide Ended"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Show only live connections"),
     Qt::CTRL | Qt::Key_H,
     std::nullopt,
     Kind::Switch},
    {ActionId::Pause,
     "pause",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Pause"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Hold the view as it is; everything goes on meanwhile"),
     Qt::Key_Space,
     Glyph::Pause,
     Kind::Switch,
     Reach::Tables},
    {ActionId::Follow,
     "follow",
     QT_TRANSLATE_NOOP("Teardown::Actions", "F&ollow"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Keep the newest connection in sight"),
     Qt::Key_End,
     Glyph::ToEnd,
     Kind::Switch,
     Reach::Tables},
    {ActionId::ArrivalOrder,
     "arrivalOrder",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Sort as &Arrived"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Sort the connections in the order in which they were opened"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_A},
    {ActionId::FitColumns,
     "fitColumns",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Fit Columns to &Contents"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Make every column as wide as what it shows"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_W},
    {ActionId::GoConnections,
     "goConnections",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Connections"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the table of connections"),
     Qt::CTRL | Qt::Key_1},
    {ActionId::GoEndpoints,
     "goEndpoints",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Endpoints"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the endpoints"),
     Qt::CTRL | Qt::Key_2},
    {ActionId::GoReasons,
     "goReasons",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Why They Ended"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the reasons"),
     Qt::CTRL | Qt::Key_3},
    {ActionId::GoDetails,
     "goDetails",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Details"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the details of the selected connection"),
     Qt::CTRL | Qt::Key_4},
    {ActionId::GoTimeline,
     "goTimeline",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Timeline"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the timeline of the selected connection"),
     Qt::CTRL | Qt::Key_8},
    {ActionId::GoStates,
     "goStates",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&States"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the states of the selected connection"),
     Qt::CTRL | Qt::Key_9},
    {ActionId::GoEvents,
     "goEvents",
     QT_TRANSLATE_NOOP("Teardown::Actions", "E&vents"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the log of events"),
     Qt::CTRL | Qt::Key_5},
    {ActionId::NextPanel,
     "nextPanel",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Next Panel"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the next panel"),
     Qt::Key_F6},
    {ActionId::PreviousPanel,
     "previousPanel",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Previous Panel"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go to the previous panel"),
     Qt::SHIFT | Qt::Key_F6},
    {ActionId::ThemeSystem,
     "themeSystem",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&System"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Use the style and the colours of the desktop"),
     Qt::CTRL | Qt::ALT | Qt::Key_S,
     std::nullopt,
     Kind::Choice},
    {ActionId::ThemeLight,
     "themeLight",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Light"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Dark text on a light ground"),
     Qt::CTRL | Qt::ALT | Qt::Key_L,
     std::nullopt,
     Kind::Choice},
    {ActionId::ThemeDark,
     "themeDark",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Dark"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Light text on a dark ground"),
     Qt::CTRL | Qt::ALT | Qt::Key_D,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageSystem,
     "languageSystem",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&System"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Use the language of the desktop"),
     Qt::CTRL | Qt::ALT | Qt::Key_0,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageEnglish,
     "languageEnglish",
     "&English",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Use English"),
     Qt::CTRL | Qt::ALT | Qt::Key_1,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageChinese,
     "languageChinese",
     "简体中文(&Z)",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Use Simplified Chinese"),
     Qt::CTRL | Qt::ALT | Qt::Key_2,
     std::nullopt,
     Kind::Choice},
    {ActionId::LargerText,
     "largerText",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Larger Text"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Make all text larger"),
     Qt::CTRL | Qt::Key_Plus},
    {ActionId::SmallerText,
     "smallerText",
     QT_TRANSLATE_NOOP("Teardown::Actions", "S&maller Text"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Make all text smaller"),
     Qt::CTRL | Qt::Key_Minus},
    {ActionId::NormalText,
     "normalText",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Normal Text"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Give all text its normal size"),
     Qt::CTRL | Qt::Key_0},
    {ActionId::ResetLayout,
     "resetLayout",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Reset Layout"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Put panels and columns back where they were at the first start"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_L},
    {ActionId::ShowDetails,
     "showDetails",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Show &Details"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Tell all that is known about the selected connection"),
     Qt::Key_Return,
     std::nullopt,
     Kind::Command,
     Reach::Tables},
    {ActionId::WhatHappened,
     "whatHappened",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&What Happened Here?"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Explain this ending: its signs, its causes, what to do about it, and a "
                       "scenario that shows it"),
     Qt::CTRL | Qt::Key_I},
    {ActionId::CloseInGoodOrder,
     "closeInGoodOrder",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Close in Good Order"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Send what is queued, then FIN, and wait for the peer's FIN"),
     Qt::CTRL | Qt::Key_D},
    {ActionId::HalfClose,
     "halfClose",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Half Close"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Send FIN now and go on reading"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_D},
    {ActionId::Reset,
     "reset",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Reset"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Send RST; what is queued is lost"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_R},
    {ActionId::Copy,
     "copy",
     QT_TRANSLATE_NOOP("Teardown::Actions", "C&opy"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Copy the selected rows with their headings, separated by tabs"),
     Qt::CTRL | Qt::Key_C},
    {ActionId::CopyAsJson,
     "copyAsJson",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Copy as &JSON"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Copy all that is known about the selected connections"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_C},
    {ActionId::SelectAll,
     "selectAll",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Select &All"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Select every connection shown"),
     Qt::CTRL | Qt::Key_A},
    {ActionId::Help,
     "help",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Help"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Say what everything in the window means"),
     Qt::Key_F1},
    {ActionId::Shortcuts,
     "shortcuts",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Keyboard Shortcuts"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "List every key"),
     Qt::Key_Question},
    {ActionId::About,
     "about",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&About Teardown"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Say which version this is"),
     Qt::SHIFT | Qt::Key_F1},
};

QString translated(const char *source)
{
    return QCoreApplication::translate("Teardown::Actions", source);
}

/// For buttons; in Chinese a mnemonic stands in brackets ("退出(&Q)").
QString withoutMnemonic(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    return text.remove(mnemonic);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionSpec &spec : specs)
        add(spec);
    for (const ActionSpec &spec : labActionSpecs())
        add(spec);
    Q_ASSERT(std::none_of(m_actions.begin(), m_actions.end(), std::logical_not<>()));
    // The key pad has the same signs, and on many keyboards + is = with Shift.
    (*this)[ActionId::LargerText]->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    retranslate();
}

void Actions::retranslate()
{
    for (const ActionSpec &spec : specs)
        say(spec);
    for (const ActionSpec &spec : labActionSpecs())
        say(spec);
}

void Actions::add(const ActionSpec &spec)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(spec.name));
    action->setShortcut(spec.key);
    action->setCheckable(spec.kind != Kind::Command);
    if (spec.reach == Reach::Tables)
        action->setShortcutContext(Qt::WidgetShortcut);
    if (spec.glyph)
        action->setIcon(glyphIcon(*spec.glyph));
    action->setMenuRole(QAction::NoRole);
    m_actions[static_cast<std::size_t>(spec.id)] = action;
}

void Actions::say(const ActionSpec &spec)
{
    QAction *action = (*this)[spec.id];
    const QString tip = translated(spec.tip);
    action->setText(translated(spec.text));
    action->setIconText(withoutMnemonic(action->text()));
    action->setStatusTip(tip);
    action->setToolTip(
        tr("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace Teardown
