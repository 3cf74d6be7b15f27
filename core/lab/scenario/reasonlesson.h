// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"
#include "core/lab/scenario/scenario.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace Teardown {

/// What to know about one reason for which connections end: for whoever meets it.
struct ReasonLesson
{
    Reason reason = Reason::Unknown;
    LocalizedText happened;
    std::vector<LocalizedText> signs; ///< how to recognise it
    std::vector<LocalizedText> causes; ///< the usual ones, the likeliest first
    std::vector<LocalizedText> advice; ///< what to do in one's program
    QString c; ///< the same in a program, as source text
    QString go;
    QString qt;
    QStringList scenarios; ///< ids of those that show it; empty when none can
};

/// What came of reading a lesson's file.
struct ReasonLessonReading
{
    std::optional<ReasonLesson> lesson; ///< nothing when there was an error
    QStringList errors; ///< each "FILE:LINE: reason", in English
};

/// Reads a lesson by the schema of resources/lessons/README.md. Everything that is not in the
/// schema is an error. \a file is its name in messages.
ReasonLessonReading readReasonLesson(const QByteArray &json, const QString &file);

/// The built-in lesson, of which there is one for every reason.
ReasonLesson reasonLesson(Reason reason);

} // namespace Teardown
