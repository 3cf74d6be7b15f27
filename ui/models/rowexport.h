// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionmodel.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace Teardown {

// Rows of the table as text, for the clipboard and for files. All of it is escaped: no cell can
// break a line or column, hide characters, or be run as a formula by a spreadsheet.

/// As shown: a line of headings, then a line for each of \a rows with the shown \a columns,
/// separated by tabs.
QString toTsv(const ConnectionModel &model,
              std::span<const int> rows,
              std::span<const ConnectionColumn> columns);

/// For programs (RFC 4180, UTF-8, CRLF): column tokens, then plain values.
QByteArray toCsv(const ConnectionModel &model,
                 std::span<const int> rows,
                 std::span<const ConnectionColumn> columns);

/// One object a line, with the names of the \c ended event (CONTRACT §2).
QByteArray toJsonLines(const ConnectionModel &model, std::span<const int> rows);

/// The same objects as one array.
QByteArray toJsonArray(const ConnectionModel &model, std::span<const int> rows);

} // namespace Teardown
