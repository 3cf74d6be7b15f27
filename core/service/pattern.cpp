// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/pattern.h"

#include <algorithm>
#include <array>

namespace Teardown::Pattern {

namespace {

constexpr qint64 period = 95;

constexpr auto bytes = [] {
    std::array<char, chunk + period> filled{};
    for (std::size_t i = 0; i < filled.size(); ++i)
        filled[i] = static_cast<char>(0x20 + i % period);
    return filled;
}();

} // namespace

QByteArray at(qint64 offset, qint64 size)
{
    return QByteArray::fromRawData(bytes.data() + offset % period, std::min(size, chunk));
}

} // namespace Teardown::Pattern
