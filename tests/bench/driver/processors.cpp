// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/processors.h"

#include <sched.h>

namespace Teardown {

namespace {

Processors findProcessors()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    Processors found{-1, 0};
    for (unsigned processor = 0; processor < CPU_SETSIZE; ++processor) {
        if (!CPU_ISSET(processor, &allowed))
            continue;
        if (found.server < 0)
            found.server = static_cast<int>(processor);
        found.load = static_cast<int>(processor);
    }
    return found;
}

} // namespace

const Processors &processors()
{
    static const Processors found = findProcessors();
    return found;
}

void pinTo(int processor)
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<unsigned>(processor), &one);
    ::sched_setaffinity(0, sizeof one, &one);
}

} // namespace Teardown
