// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/socketoptions.h"

#include <algorithm>
#include <array>

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

void dropHandshakes(int descriptor)
{
    // A filter on a TCP socket sees the segment from its header on (RFC 9293 §3.1).
    constexpr quint32 flagsOffset = 13;
    constexpr quint32 syn = 0x02;
    constexpr quint32 synAndAck = 0x12;
    std::array<sock_filter, 5>
        code{sock_filter{.code = BPF_LD | BPF_B | BPF_ABS, .jt = 0, .jf = 0, .k = flagsOffset},
             sock_filter{.code = BPF_ALU | BPF_AND | BPF_K, .jt = 0, .jf = 0, .k = synAndAck},
             sock_filter{.code = BPF_JMP | BPF_JEQ | BPF_K, .jt = 0, .jf = 1, .k = syn},
             sock_filter{.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = 0},
             sock_filter{.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = 0xffff'ffff}};
    const sock_fprog program{.len = code.size(), .filter = code.data()};
    ::setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program));
}

} // namespace Teardown
