// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QObject>

#include <array>
#include <cstddef>

class QAction;

namespace Teardown {

struct ActionSpec;

/// Everything a person can make the window do. Each has its place in a menu and a shortcut.
enum class ActionId {
    Listen,
    Connect,
    StartEndpoint,
    DrainEndpoint,
    StopEndpoint,
    OnlyEndpoint,
    Export,
    Preferences,
    Drain,
    ForceNow,
    KeepRunning,
    Quit,
    Find,
    ClearFilter,
    HideEnded,
    Pause,
    Follow,
    ArrivalOrder,
    FitColumns,
    GoConnections,
    GoEndpoints,
    GoReasons,
    GoDetails,
    GoEvents,
    NextPanel,
    PreviousPanel,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageSystem,
    LanguageEnglish,
    LanguageChinese,
    LargerText,
    SmallerText,
    NormalText,
    ResetLayout,
    ShowDetails,
    CloseInGoodOrder,
    HalfClose,
    Reset,
    Copy,
    CopyAsJson,
    SelectAll,
    ShowMonitor,
    ShowLab,
    LabRun,
    LabStep,
    LabRunAll,
    LabCancel,
    LabBack,
    LabForward,
    LabReset,
    LabLoad,
    LabExportSheet,
    LabExportTimeline,
    LabSavePackets,
    Help,
    Shortcuts,
    About,
    Count
};

/// The registry of all actions: texts, tips, shortcuts and glyphs in one table. Connects nothing.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    static constexpr std::size_t count = static_cast<std::size_t>(ActionId::Count);

    QAction *operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }

    /// All of them, in the order of ActionId.
    const std::array<QAction *, count> &all() const { return m_actions; }

    /// Says all texts again in the language now installed.
    void retranslate();

private:
    void add(const ActionSpec &spec);
    void say(const ActionSpec &spec);

    std::array<QAction *, count> m_actions{};
};

} // namespace Teardown
