// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/preferences.h"

#include <QFont>
#include <QObject>

namespace Teardown {

class Actions;

/// How the whole application looks and speaks, as its actions say: theme, language, text size.
/// Keeps what was chosen.
class ViewCommands final : public QObject
{
    Q_OBJECT

public:
    /// Brings back what was kept; a language chosen before, as by --lang, stays.
    explicit ViewCommands(const Actions &actions, QObject *parent = nullptr);

    const Preferences &preferences() const { return m_preferences; }

    /// Applies and keeps \a preferences.
    void apply(const Preferences &preferences);

private:
    void connectActions();
    void setTextStep(int step);
    void applyTextStep();
    void showChoices();

    const Actions &m_actions;
    Preferences m_preferences;
    QFont m_normalFont;
    bool m_languageIsOfThisRun; ///< --lang is not kept
};

} // namespace Teardown
