// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/preferences.h"

#include <QSettings>

#include <algorithm>

namespace Teardown {

namespace {

constexpr QLatin1StringView languageKey("window/language");
constexpr QLatin1StringView appearanceKey("window/theme");
constexpr QLatin1StringView textStepKey("window/textStep");
constexpr QLatin1StringView programGroup("program");

QString keyOf(const QString &group, const Setting &setting)
{
    return group + u'/' + QLatin1StringView(setting.name);
}

} // namespace

Preferences loadPreferences()
{
    const QSettings settings;
    return {.language = settings.value(languageKey).toString(),
            .appearance = appearanceFromToken(settings.value(appearanceKey).toString()),
            .textStep
            = std::clamp(settings.value(textStepKey).toInt(), leastTextStep, mostTextStep)};
}

void savePreferences(const Preferences &preferences)
{
    QSettings settings;
    settings.setValue(languageKey, preferences.language);
    settings.setValue(appearanceKey, QString(token(preferences.appearance)));
    settings.setValue(textStepKey, preferences.textStep);
}

MonitorSettings loadSettings(const QString &group, Setting::Scope scope, MonitorSettings base)
{
    const QSettings settings;
    MonitorSettings loaded = base;
    for (const Setting &setting : allSettings()) {
        MonitorSettings changed = loaded;
        const QString kept = settings.value(keyOf(group, setting)).toString();
        if (setting.scope == scope && setting.apply(changed, kept))
            loaded = changed;
    }
    return checkTogether(loaded) ? loaded : base;
}

void saveSettings(const QString &group, Setting::Scope scope, const MonitorSettings &settings)
{
    QSettings kept;
    for (const Setting &setting : allSettings()) {
        if (setting.scope == scope)
            kept.setValue(keyOf(group, setting), setting.value(settings));
    }
}

MonitorSettings loadProgramSettings(const MonitorSettings &base)
{
    return loadSettings(programGroup, Setting::Scope::Program, base);
}

void saveProgramSettings(const MonitorSettings &settings)
{
    saveSettings(programGroup, Setting::Scope::Program, settings);
}

} // namespace Teardown
