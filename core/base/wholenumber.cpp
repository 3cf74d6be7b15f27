// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/wholenumber.h"

#include <limits>

namespace Teardown {

std::optional<qint64> parseWholeNumber(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;

    constexpr qint64 maximum = std::numeric_limits<qint64>::max();
    qint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        const qint64 digit = c.unicode() - u'0';
        value = value > (maximum - digit) / 10 ? maximum : value * 10 + digit;
    }
    return value;
}

} // namespace Teardown
