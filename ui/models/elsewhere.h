// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QString>

#include <vector>

namespace Teardown {

/// Whose program makes the call.
enum class Side { Ours, Peers };

/// Where a program meets the ending.
enum class Platform {
    Posix, ///< system calls of Linux with errno
    Go, ///< package net of Go
    Qt, ///< QTcpSocket without our end gate
};

/// What one call says about the ending.
struct ElsewhereRow
{
    Side side = Side::Ours;
    Platform platform = Platform::Posix;
    QString call; ///< "recv", "conn.Read", "errorOccurred": the same in every language
    QString result; ///< "ECONNRESET once, then 0", translated
};

/// What the ending of \a report looks like to programs that use other interfaces, at our end and,
/// where it teaches something, at the peer's.
///
/// The rows rest on measurements on Linux with Go 1.19 and Qt 6.4.2. Empty for an ending nobody
/// saw.
std::vector<ElsewhereRow> elsewhere(const CloseReport &report, Role role);

/// "POSIX", "Go", "Qt"
QString displayText(Platform platform);

/// "our side", "the peer's side"
QString displayText(Side side);

} // namespace Teardown
