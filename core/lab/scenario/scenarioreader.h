// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/lab/scenario/scenario.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace Teardown {

/// What came of reading a scenario's file.
struct ScenarioReading
{
    std::optional<Scenario> scenario; ///< nothing when there was an error
    QStringList errors; ///< each "FILE:LINE: reason", in English
};

/// Reads a scenario by the schema of resources/scenarios/README.md. Everything that is not in the
/// schema is an error: a misspelled field must not go unnoticed. \a file is its name in messages.
ScenarioReading readScenario(const QByteArray &json, const QString &file);

/// As above, from the file \a path or a resource.
ScenarioReading readScenarioFile(const QString &path);

/// What is in the file \a path of the lab, or the error as "FILE:1: reason".
Result<QByteArray> readLabFile(const QString &path);

/// A file of the lab is at most this large.
inline constexpr qint64 maxScenarioSize = 1024 * 1024;

} // namespace Teardown
