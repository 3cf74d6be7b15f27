// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/actions.h"

#include "ui/theme/glyphs.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>

#include <optional>

namespace Teardown {

namespace {

/// How an action is triggered by its key.
enum class Reach {
    Window, ///< wherever the focus is
    Tables, ///< only with the focus in a table: elsewhere the key has its own meaning
};

enum class Kind { Command, Switch, Choice };

struct Spec
{
    ActionId id;
    const char *name; ///< object name, stable
    const char *text;
    const char *tip;
    QKeyCombination key;
    std::optional<Glyph> glyph{};
    Kind kind = Kind::Command;
    Reach reach = Reach::Window;
};

#define TEXT(source) QT_TRANSLATE_NOOP("Teardown::Actions", source)

const Spec specs[] = {
    {ActionId::Listen,
     "listen",
     TEXT("&Listen…"),
     TEXT("Open a port and wait for clients"),
     Qt::CTRL | Qt::Key_L,
     Glyph::Play},
    {ActionId::Connect,
     "connect",
     TEXT("&Connect…"),
     TEXT("Open connections to a server"),
     Qt::CTRL | Qt::Key_K,
     Glyph::Arrows},
    {ActionId::StartEndpoint,
     "startEndpoint",
     TEXT("&Start Again"),
     TEXT("Let the selected listener accept clients again on its address and port"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_S,
     Glyph::Play},
    {ActionId::DrainEndpoint,
     "drainEndpoint",
     TEXT("&Drain"),
     TEXT("Let nobody new in and end the connections of the selected endpoint in good order"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_E,
     Glyph::Eject},
    {ActionId::StopEndpoint,
     "stopEndpoint",
     TEXT("S&top"),
     TEXT("Let nobody new in and reset the connections of the selected endpoint"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_T,
     Glyph::Stop},
    {ActionId::Export,
     "export",
     TEXT("&Export…"),
     TEXT("Save connections to a file"),
     Qt::CTRL | Qt::Key_E},
    {ActionId::Preferences,
     "preferences",
     TEXT("&Preferences…"),
     TEXT("Change what holds for the whole program"),
     Qt::CTRL | Qt::Key_Comma},
    {ActionId::Drain,
     "drain",
     TEXT("&Drain Everything"),
     TEXT("Let nobody new in, end every connection in good order, and stay to show the result"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_Q,
     Glyph::Eject},
    {ActionId::ForceNow,
     "forceNow",
     TEXT("&Force Now"),
     TEXT("Reset what the drain has not ended yet"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_F},
    {ActionId::KeepRunning,
     "keepRunning",
     TEXT("&Keep Running"),
     TEXT("Call the drain off and open the listeners again"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_K},
    {ActionId::Quit,
     "quit",
     TEXT("&Quit"),
     TEXT("End every connection in good order, then leave"),
     Qt::CTRL | Qt::Key_Q},
    {ActionId::Find,
     "find",
     TEXT("&Filter"),
     TEXT("Go to the filter line"),
     Qt::CTRL | Qt::Key_F},
    {ActionId::ClearFilter,
     "clearFilter",
     TEXT("&Clear Filters"),
     TEXT("Show all connections again"),
     Qt::Key_Escape},
    {ActionId::HideEnded,
     "hideEnded",
     TEXT("&Hide Ended"),
     TEXT("Show only live connections"),
     Qt::CTRL | Qt::Key_H,
     std::nullopt,
     Kind::Switch},
    {ActionId::Pause,
     "pause",
     TEXT("&Pause"),
     TEXT("Hold the view as it is; everything goes on meanwhile"),
     Qt::Key_Space,
     Glyph::Pause,
     Kind::Switch,
     Reach::Tables},
    {ActionId::Follow,
     "follow",
     TEXT("F&ollow"),
     TEXT("Keep the newest connection in sight"),
     Qt::Key_End,
     Glyph::ToEnd,
     Kind::Switch,
     Reach::Tables},
    {ActionId::ArrivalOrder,
     "arrivalOrder",
     TEXT("Sort as &Arrived"),
     TEXT("Sort the connections in the order in which they were opened"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_A},
    {ActionId::FitColumns,
     "fitColumns",
     TEXT("Fit Columns to &Contents"),
     TEXT("Make every column as wide as what it shows"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_W},
    {ActionId::GoConnections,
     "goConnections",
     TEXT("&Connections"),
     TEXT("Go to the table of connections"),
     Qt::CTRL | Qt::Key_1},
    {ActionId::GoEndpoints,
     "goEndpoints",
     TEXT("&Endpoints"),
     TEXT("Go to the endpoints"),
     Qt::CTRL | Qt::Key_2},
    {ActionId::GoReasons,
     "goReasons",
     TEXT("&Why They Ended"),
     TEXT("Go to the reasons"),
     Qt::CTRL | Qt::Key_3},
    {ActionId::GoDetails,
     "goDetails",
     TEXT("&Details"),
     TEXT("Go to the details of the selected connection"),
     Qt::CTRL | Qt::Key_4},
    {ActionId::GoEvents,
     "goEvents",
     TEXT("E&vents"),
     TEXT("Go to the log of events"),
     Qt::CTRL | Qt::Key_5},
    {ActionId::NextPanel,
     "nextPanel",
     TEXT("&Next Panel"),
     TEXT("Go to the next panel"),
     Qt::Key_F6},
    {ActionId::PreviousPanel,
     "previousPanel",
     TEXT("&Previous Panel"),
     TEXT("Go to the previous panel"),
     Qt::SHIFT | Qt::Key_F6},
    {ActionId::ThemeSystem,
     "themeSystem",
     TEXT("&System"),
     TEXT("Use the style and the colours of the desktop"),
     Qt::CTRL | Qt::ALT | Qt::Key_S,
     std::nullopt,
     Kind::Choice},
    {ActionId::ThemeLight,
     "themeLight",
     TEXT("&Light"),
     TEXT("Dark text on a light ground"),
     Qt::CTRL | Qt::ALT | Qt::Key_L,
     std::nullopt,
     Kind::Choice},
    {ActionId::ThemeDark,
     "themeDark",
     TEXT("&Dark"),
     TEXT("Light text on a dark ground"),
     Qt::CTRL | Qt::ALT | Qt::Key_D,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageSystem,
     "languageSystem",
     TEXT("&System"),
     TEXT("Use the language of the desktop"),
     Qt::CTRL | Qt::ALT | Qt::Key_0,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageEnglish,
     "languageEnglish",
     "&English",
     TEXT("Use English"),
     Qt::CTRL | Qt::ALT | Qt::Key_1,
     std::nullopt,
     Kind::Choice},
    {ActionId::LanguageChinese,
     "languageChinese",
     "简体中文(&Z)",
     TEXT("Use Simplified Chinese"),
     Qt::CTRL | Qt::ALT | Qt::Key_2,
     std::nullopt,
     Kind::Choice},
    {ActionId::LargerText,
     "largerText",
     TEXT("&Larger Text"),
     TEXT("Make all text larger"),
     Qt::CTRL | Qt::Key_Plus},
    {ActionId::SmallerText,
     "smallerText",
     TEXT("S&maller Text"),
     TEXT("Make all text smaller"),
     Qt::CTRL | Qt::Key_Minus},
    {ActionId::NormalText,
     "normalText",
     TEXT("&Normal Text"),
     TEXT("Give all text its normal size"),
     Qt::CTRL | Qt::Key_0},
    {ActionId::ResetLayout,
     "resetLayout",
     TEXT("&Reset Layout"),
     TEXT("Put panels and columns back where they were at the first start"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_L},
    {ActionId::ShowDetails,
     "showDetails",
     TEXT("Show &Details"),
     TEXT("Tell all that is known about the selected connection"),
     Qt::Key_Return,
     std::nullopt,
     Kind::Command,
     Reach::Tables},
    {ActionId::CloseInGoodOrder,
     "closeInGoodOrder",
     TEXT("&Close in Good Order"),
     TEXT("Send what is queued, then FIN, and wait for the peer's FIN"),
     Qt::CTRL | Qt::Key_D},
    {ActionId::HalfClose,
     "halfClose",
     TEXT("&Half Close"),
     TEXT("Send FIN now and go on reading"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_D},
    {ActionId::Reset,
     "reset",
     TEXT("&Reset"),
     TEXT("Send RST; what is queued is lost"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_R},
    {ActionId::Copy,
     "copy",
     TEXT("C&opy"),
     TEXT("Copy the selected rows with their headings, separated by tabs"),
     Qt::CTRL | Qt::Key_C},
    {ActionId::CopyAsJson,
     "copyAsJson",
     TEXT("Copy as &JSON"),
     TEXT("Copy all that is known about the selected connections"),
     Qt::CTRL | Qt::SHIFT | Qt::Key_C},
    {ActionId::SelectAll,
     "selectAll",
     TEXT("Select &All"),
     TEXT("Select every connection shown"),
     Qt::CTRL | Qt::Key_A},
    {ActionId::Help,
     "help",
     TEXT("&Help"),
     TEXT("Say what everything in the window means"),
     Qt::Key_F1},
    {ActionId::Shortcuts,
     "shortcuts",
     TEXT("&Keyboard Shortcuts"),
     TEXT("List every key"),
     Qt::Key_Question},
    {ActionId::About,
     "about",
     TEXT("&About Teardown"),
     TEXT("Say which version this is"),
     Qt::SHIFT | Qt::Key_F1},
};

#undef TEXT

static_assert(std::size(specs) == Actions::count);

QString translated(const char *source)
{
    return QCoreApplication::translate("Teardown::Actions", source);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Spec &spec : specs) {
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
    // The key pad has the same signs, and on many keyboards + is = with Shift.
    (*this)[ActionId::LargerText]->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    retranslate();
}

void Actions::retranslate()
{
    for (const Spec &spec : specs) {
        QAction *action = (*this)[spec.id];
        const QString tip = translated(spec.tip);
        action->setText(translated(spec.text));
        action->setStatusTip(tip);
        action->setToolTip(tr("%1 (%2)").arg(
            tip, action->shortcut().toString(QKeySequence::NativeText)));
    }
}

} // namespace Teardown
