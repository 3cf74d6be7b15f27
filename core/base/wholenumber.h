// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>
#include <QtGlobal>

#include <optional>

namespace Teardown {

/// Reads ASCII digits and nothing else: no sign, no spaces, no separators. A number over the range
/// of the type gives its maximum, so that the caller's own limit catches it.
std::optional<qint64> parseWholeNumber(QStringView text);

} // namespace Teardown
