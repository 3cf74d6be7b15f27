// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/labplace.h"

#include <atomic>

#include <unistd.h>

namespace Teardown {

namespace {

/// A loopback address no other act of this process has, 127.128.0.1 to 127.255.255.254: a port that
/// one scenario gives back must not become another one's while something still knocks there.
QHostAddress nextHome()
{
    constexpr quint32 first = labNetwork + 1;
    constexpr quint32 count = 0x7ffffe;
    constexpr quint32 stride = 1024; // processes side by side begin apart
    static std::atomic<quint32> next{static_cast<quint32>(::getpid()) * stride};
    return QHostAddress(first + next.fetch_add(1) % count);
}

} // namespace

LoopbackPlace::LoopbackPlace()
    : m_home(nextHome())
{
}

} // namespace Teardown
