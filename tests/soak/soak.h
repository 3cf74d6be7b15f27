// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <span>

namespace Teardown {

/// Verdicts that are right but inferred: at most one in so many.
inline constexpr int inferredOneIn = 1'000;

/// What a flood may cost the program less than: a part of a core.
inline constexpr double mostCpuFlooded = 0.25;

/// How a row is to run.
struct SoakRun
{
    unsigned seed = 0; ///< of every random choice of the row
    bool full = false;
    int percent = 100; ///< of the full size

    /// The size to run; at least one.
    int size(int shortSize, int fullSize) const
    {
        return full ? std::max(1, fullSize * percent / 100) : shortSize;
    }
};

/// What came of it. Without failures it passed, unless it was skipped.
struct SoakResult
{
    QString size; ///< "8000 endings"
    QString figures; ///< what was measured
    QStringList failures;
    QString skipped; ///< why it could not be run here; empty when it was
};

/// One promise of the program, and what tries to break it.
struct SoakRow
{
    const char *name;
    const char *promise;
    const char *fullTime; ///< about how long it takes in full, on two cores
    SoakResult (*run)(const SoakRun &run);
};

std::span<const SoakRow> soakRows();

} // namespace Teardown
