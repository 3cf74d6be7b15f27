// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/limits.h"

#include <QThread>

#include <algorithm>

#include <sys/resource.h>

namespace Teardown {

quint64 raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;

    const rlimit raised{.rlim_cur = limit.rlim_max, .rlim_max = limit.rlim_max};
    // Refused where the hard limit is above the kernel's fs.nr_open; the soft limit then stays.
    if (limit.rlim_cur != limit.rlim_max && setrlimit(RLIMIT_NOFILE, &raised) == 0)
        return raised.rlim_cur;
    return limit.rlim_cur;
}

int connectionCap(int configured, quint64 descriptors)
{
    const quint64 available = descriptors < 2 * reservedDescriptors
        ? descriptors / 2
        : descriptors - reservedDescriptors;
    return static_cast<int>(std::min(static_cast<quint64>(configured), available));
}

int workerCount(int configured)
{
    return configured > 0 ? configured : std::max(1, QThread::idealThreadCount() - 1);
}

} // namespace Teardown
