// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QString>

#include <vector>

namespace Teardown {

/// How much is measured, and where.
struct Plan
{
    int rounds = 5; ///< of each competitor; the median counts
    Milliseconds window{1'000}; ///< one measurement under load
    Milliseconds restWindow{20'000}; ///< one measurement at rest: two heartbeats
    std::vector<int> points{100, 1'000, 10'000, 19'000}; ///< connections
    int many = 10'000; ///< connections of all measures but the echo
    QString programs; ///< folder of the peers
};

/// Ends the program: the figures cannot be had. \a what says which, why, and what to do.
[[noreturn]] void die(const QString &what);

/// Tells what is being done, on stderr.
void say(const QString &what);

} // namespace Teardown
