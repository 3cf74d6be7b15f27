// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Teardown::Pattern {

/// The most bytes at() gives at once.
inline constexpr qint64 chunk = 64 * 1024;

/// Bytes of an endless stream in which byte i is 0x20 + i mod 95 (CONTRACT §4), from \a offset on:
/// \a size of them, at most chunk. They are shared with a constant, not copied.
QByteArray at(qint64 offset, qint64 size);

} // namespace Teardown::Pattern
