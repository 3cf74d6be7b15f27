// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

namespace Teardown {

/// How one endpoint treats its connections. A duration of zero switches that deadline off.
///
/// The defaults are those of CONTRACT §1.
struct ConnectionSettings
{
    Milliseconds heartbeat{10'000}; ///< line service only
    Milliseconds heartbeatTimeout{30'000}; ///< must exceed the interval
    Milliseconds readDeadline{30'000}; ///< for a whole request, from its first byte
    Milliseconds writeDeadline{30'000}; ///< without any progress of acknowledgements
    Milliseconds idleTimeout{0};
    Milliseconds keepalive{0}; ///< SO_KEEPALIVE idle time, in whole seconds for the kernel
    Milliseconds userTimeout{0}; ///< TCP_USER_TIMEOUT
    Milliseconds connectDeadline{5'000}; ///< clients only
    Milliseconds lingerIdle{5'000};
    Milliseconds lingerTotal{30'000};
    qint64 readBuffer = 64 * 1024;
    qint64 writeLimit = 1024 * 1024;
    qint64 maxLine = 64 * 1024;
    bool endGate = true; ///< off: Qt alone decides, and verdicts say unknown (for comparison)
};

/// How the whole program runs.
struct MonitorSettings
{
    ConnectionSettings connection; ///< the default of new endpoints
    Milliseconds drainDeadline{10'000};
    int maxConnections = 10'000; ///< connectionCap() has the limit in force
    int workers = 0; ///< I/O threads; 0 = max(1, cores - 1)
    bool epoll = true; ///< off: the I/O threads run Qt's own dispatcher (for comparison)
};

/// Descriptors kept back for everything that is not a connection.
inline constexpr quint64 reservedDescriptors = 64;

/// Raises the soft limit of open files to the hard one and returns it (getrlimit(2)).
quint64 raiseDescriptorLimit();

/// min(configured, descriptors - reservedDescriptors); with fewer than 128 descriptors half of
/// them.
int connectionCap(int configured, quint64 descriptors);

/// How many I/O threads to run for \a configured (0 = automatic) on this machine.
int workerCount(int configured);

} // namespace Teardown
