// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/net/limits.h"

#include <QLatin1StringView>
#include <QString>

#include <span>
#include <variant>

namespace Teardown {

/// One setting of CONTRACT §1: the command line, the environment and the dialogs are made from this
/// table.
struct Setting
{
    enum class Scope {
        Connection, ///< may differ from endpoint to endpoint
        Program, ///< one for the whole program
    };
    enum class Kind { Duration, Size, Count, Switch };

    /// Where the value lives.
    using Field = std::variant<Milliseconds ConnectionSettings::*,
                               qint64 ConnectionSettings::*,
                               bool ConnectionSettings::*,
                               Milliseconds MonitorSettings::*,
                               int MonitorSettings::*,
                               bool MonitorSettings::*>;

    const char *name; ///< as in --name
    const char *label; ///< English, for forms: "Read deadline"; context "Teardown::Settings"
    const char *meaning; ///< English, one line; context "Teardown::Settings"
    Scope scope = Scope::Connection;
    Kind kind = Kind::Duration;
    bool clientOnly = false;
    Field field;
    qint64 lowest = 0; ///< in milliseconds, bytes or pieces; a duration may be off as well
    qint64 highest = 0;

    /// What is allowed, in English: "a duration from 10ms to 24h, such as 250ms, 5s, 2m, or off".
    QString allowed() const;

    /// The value in \a settings as its token: "30s".
    QString value(const MonitorSettings &settings) const;

    /// Reads \a text into \a settings. The failure names the option, the value and what is allowed.
    Result<bool> apply(MonitorSettings &settings, const QString &text) const;
};

/// All of them, in the order of CONTRACT §1.
std::span<const Setting> allSettings();

const Setting *findSetting(QStringView name);

/// Checks what no single setting can: the failure names both settings.
Result<bool> checkTogether(const MonitorSettings &settings);

} // namespace Teardown
