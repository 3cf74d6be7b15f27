// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/category.h"
#include "ui/models/connectioncolumn.h"
#include "ui/models/connectionstore.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace Teardown {

// What the cells of the connection table say. What does not apply (the reason of a live
// connection, the next deadline of an ended one) is empty; what is not known is "–".

/// As shown.
QString cellText(const ConnectionRecord &record, ConnectionColumn column, TimePoint now);

/// Heading and value in words: "State: draining, 3 seconds left".
QString accessibleCellText(const ConnectionRecord &record, ConnectionColumn column, TimePoint now);

/// What the cell leaves out: absolute times, exact figures, the whole sentence about the end.
QString cellToolTip(const ConnectionRecord &record, ConnectionColumn column, const RunStart &start);

/// What the column sorts by: durations in nanoseconds, the next deadline by its moment, enums in
/// their order. Empty for addresses and for what is unknown or does not apply.
std::optional<qint64>
cellNumber(const ConnectionRecord &record, ConnectionColumn column, TimePoint now);

/// For files: tokens, bytes, seconds, addresses. Empty where cellText() is empty or "–".
QString cellForExport(const ConnectionRecord &record, ConnectionColumn column, TimePoint now);

/// \a bytes of the losses in \a report: "–" for none where nobody saw the end.
QString lossText(const CloseReport &report, qint64 bytes);

/// That of the state, or of the reason once ended; in a drain Lingering.
Category categoryOf(const ConnectionRecord &record);

/// Of the next deadline, how much is left: 1 when it has just been set, 0 when it passes.
std::optional<double> deadlineFraction(const ConnectionRecord &record, TimePoint now);

} // namespace Teardown
