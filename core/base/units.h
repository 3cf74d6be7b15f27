// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace Teardown {

/// Reads "250ms", "5s", "2m", "1h" or "off" (zero). Whole numbers only; at most 24 hours.
Result<Milliseconds> parseDuration(const QString &text);

/// Writes what parseDuration() reads, in the largest unit that loses nothing: 1500 ms is "1500ms",
/// 0 is "off".
QString durationToken(Milliseconds duration);

/// Reads "512", "64KiB", "1MiB", "2GiB", "1TiB". At most 1 TiB.
Result<qint64> parseSize(const QString &text);

/// Writes what parseSize() reads, in the largest unit that loses nothing.
QString sizeToken(qint64 bytes);

/// For people: "412 ms", "12.3 s", "3 min 5 s", "2 h 4 min".
QString formatDuration(Milliseconds duration);

/// For people: "0 B", "312 B", "1.2 KiB", "4.0 MiB".
QString formatSize(qint64 bytes);

} // namespace Teardown
