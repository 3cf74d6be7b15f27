// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonValue>
#include <QString>

namespace Teardown {

/// Whether \a seen is what was \a expected: equal; for a number also {"atLeast", "atMost"}; for a
/// text also {"contains"} or a list of which any will do; an object of which only the expected
/// fields count. What was not seen at all (undefined) is never as expected.
bool isMet(const QJsonValue &expected, const QJsonValue &seen);

/// A value for people: "ECONNRESET", "at least 5", "CLOSED or LAST-ACK", "nothing" when undefined.
QString describe(const QJsonValue &value);

} // namespace Teardown
