// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QWidget;

namespace Teardown {

/// The same in a C, a Go and a Qt program, side by side. Where there is no text, that is said.
QWidget *makeCodeColumns(const QString &c, const QString &go, const QString &qt);

} // namespace Teardown
