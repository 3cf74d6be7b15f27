// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/socketoptions.h"

#include <algorithm>

#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

/// Probes a dead peer gets before the kernel gives up, and the seconds between them.
constexpr int keepaliveProbes = 3;
constexpr int keepaliveIntervalSeconds = 1;

void setOption(int descriptor, int level, int option, int value)
{
    // These options exist on every TCP socket; a socket that was reset meanwhile reports itself
    // later.
    ::setsockopt(descriptor, level, option, &value, sizeof(value));
}

} // namespace

void setSocketOptions(int descriptor, const ConnectionSettings &settings)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    // An urgent byte is data like any other; out of band it would be lost.
    setOption(descriptor, SOL_SOCKET, SO_OOBINLINE, 1);
    if (settings.keepalive > Milliseconds{0}) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.keepalive).count();
        setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
        setOption(descriptor,
                  IPPROTO_TCP,
                  TCP_KEEPIDLE,
                  static_cast<int>(std::min<qint64>(seconds, 32767)));
        setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, keepaliveIntervalSeconds);
        setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, keepaliveProbes);
    }
    if (settings.userTimeout > Milliseconds{0})
        setOption(descriptor,
                  IPPROTO_TCP,
                  TCP_USER_TIMEOUT,
                  static_cast<int>(settings.userTimeout.count()));
}

void dropIncoming(int descriptor)
{
    sock_filter dropAll{.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = 0};
    const sock_fprog program{.len = 1, .filter = &dropAll};
    ::setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program));
}

} // namespace Teardown
