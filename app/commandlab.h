// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace Teardown {

/// `lab list|check|run`: the close lab without a screen. \a arguments follow the word "lab".
/// Returns the exit code of the process: 1 when an expectation was not met.
int lab(const QString &program, const QStringList &arguments);

} // namespace Teardown
