// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/labhomes.h"

#include <atomic>

#include <unistd.h>

namespace Teardown {

QHostAddress nextLabHome()
{
    constexpr quint32 first = labNetwork + 1;
    constexpr quint32 count = 0x7ffffe;
    constexpr quint32 stride = 1024; // processes side by side begin apart
    static std::atomic<quint32> next{static_cast<quint32>(::getpid()) * stride};
    return QHostAddress(first + next.fetch_add(1) % count);
}

} // namespace Teardown
