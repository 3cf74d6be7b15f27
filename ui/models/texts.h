// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/record/event.h"

#include <QString>

#include <chrono>

namespace Teardown {

// Every token in the reader's language. The translation contexts are "Teardown::" and the name of
// the type.

QString displayText(Role role);
QString displayText(EndedBy endedBy);
QString displayText(Wire wire);
QString displayText(Phase phase);
QString displayText(Grade grade);
QString displayText(Layer layer);
QString displayText(Reason reason);
QString displayText(What what);
QString displayText(ConnectionState state);
QString displayText(DeadlineKind kind);
QString displayText(EndpointState state);
QString displayText(DrainStage stage);

/// Why a connection keeps a drain from finishing: "in a request for 3.1 s".
QString displayText(const Holdup &holdup);

/// The state of a live connection; in a drain "draining", until our FIN is out.
QString stateText(const ConnectionSnapshot &connection);

/// True when stateText() says "draining" instead of the state's own name.
bool showsDraining(const ConnectionSnapshot &connection);

/// The sentence of core/close/summary.h in the reader's language, and the line that explains a
/// reason.
QString summaryText(const CloseReport &report);
QString explanationText(Reason reason);

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
/// (Unicode Bidirectional Algorithm, §2) become \\u{202E} and the like.
QString escapedForDisplay(QStringView text);

} // namespace Teardown
