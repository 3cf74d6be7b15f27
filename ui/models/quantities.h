// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QStringView>

#include <chrono>

namespace Teardown {

/// Stands wherever something is not known: "–".
QString unknownText();

/// In one unit, for a column that changes all the time: "0.4 s", "12 s", "3 min", "2 h", "5 d".
/// Below zero counts as zero.
QString compactDuration(Milliseconds duration);

/// "43 µs", "1.2 ms", "412 ms", "12 s".
QString compactRoundTrip(std::chrono::microseconds rtt);

/// "3 seconds", for a screen reader. Below zero counts as zero.
QString spokenDuration(Milliseconds duration);

/// The moment \a time of a run in local time with milliseconds: "2026-11-22 11:42:20.123".
QString absoluteTime(TimePoint time, const RunStart &start);

/// \a text with everything made visible that could mislead a reader or a terminal: control
/// characters, line and paragraph separators, and the marks that turn the direction of writing
/// (Unicode Bidirectional Algorithm, §2) become \\u{202e} and the like.
QString escapedForDisplay(QStringView text);

} // namespace Teardown
