// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace Teardown {

/// \a text in lines of at most \a width, broken at spaces, and within a word only where it does not
/// fit at all. \a widthOf measures. Never empty.
QStringList
wrapText(const QString &text, double width, const std::function<double(const QString &)> &widthOf);

} // namespace Teardown
