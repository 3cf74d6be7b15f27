// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionmodel.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace Teardown {

// Rows of the table as text, for the clipboard and for files. Every cell is escaped: it cannot
// break a line or column, hide characters, or be run as a formula by a spreadsheet.

/// As shown: a line of headings, then a line for each of \a rows with the shown \a columns,
/// separated by tabs.
QString toTsv(const ConnectionModel &model,
              std::span<const int> rows,
              std::span<const ConnectionColumn> columns);

/// For programs (RFC 4180, UTF-8, CRLF): column tokens, then plain values; and when each was opened
/// and ended, in UTC (ISO 8601).
QByteArray toCsv(const ConnectionModel &model,
                 std::span<const int> rows,
                 std::span<const ConnectionColumn> columns);

/// \a text as one cell: escapedForDisplay(), and after an apostrophe if a spreadsheet would take it
/// for a formula (it begins with = + - @, a tab or a carriage return).
QString tsvCell(const QString &text);

/// The same, quoted where RFC 4180 §2 asks for it.
QString csvCell(const QString &text);

/// One object a line, with the names of the \c ended event (CONTRACT §2).
QByteArray toJsonLines(const ConnectionModel &model, std::span<const int> rows);

/// The same objects as one array.
QByteArray toJsonArray(const ConnectionModel &model, std::span<const int> rows);

} // namespace Teardown
