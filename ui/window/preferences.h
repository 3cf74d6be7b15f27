// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/settings.h"
#include "ui/theme/appearance.h"

#include <QString>

namespace Teardown {

// What is kept from one run to the next, in the QSettings of the application. What cannot be read
// is passed over: a damaged file costs a preference, never the program.

/// How the window looks and speaks.
struct Preferences
{
    QString language; ///< a tag of allLanguages; empty = that of the system
    Appearance appearance = Appearance::System;
    int textStep = 0; ///< points added to the desktop's text size, leastTextStep to mostTextStep
};

inline constexpr int leastTextStep = -3;
inline constexpr int mostTextStep = 16;

Preferences loadPreferences();
void savePreferences(const Preferences &preferences);

/// \a base with the values kept under \a group for the settings of \a scope.
MonitorSettings loadSettings(const QString &group, Setting::Scope scope, MonitorSettings base);
void saveSettings(const QString &group, Setting::Scope scope, const MonitorSettings &settings);

/// \a base with what was set for the whole program in an earlier run: what the command line builds
/// on.
MonitorSettings loadProgramSettings(const MonitorSettings &base);
void saveProgramSettings(const MonitorSettings &settings);

} // namespace Teardown
