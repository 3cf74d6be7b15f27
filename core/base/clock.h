// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <chrono>

namespace Teardown {

/// CLOCK_MONOTONIC: immune to changes of the wall clock, stands still during suspend
/// (clock_gettime(2)).
using TimePoint = std::chrono::steady_clock::time_point;
using Milliseconds = std::chrono::milliseconds;

/// Real monotonic time. Code whose time tests step asks a Clock instead.
inline TimePoint steadyNow()
{
    return std::chrono::steady_clock::now();
}

/// Where the core takes the time from, so that tests can step it.
///
/// Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

/// The clock of the machine.
class SteadyClock final : public Clock
{
public:
    TimePoint now() const override { return steadyNow(); }
};

/// Whole milliseconds between two points, rounded towards zero.
inline qint64 millisecondsBetween(TimePoint from, TimePoint to)
{
    return std::chrono::duration_cast<Milliseconds>(to - from).count();
}

/// The time of a run, for displays and files: when it started, on both clocks.
struct RunStart
{
    TimePoint mono;
    QDateTime wall; ///< UTC

    static RunStart now() { return {steadyNow(), QDateTime::currentDateTimeUtc()}; }

    /// What the clock on the wall showed, or will show, at \a time; UTC.
    QDateTime wallAt(TimePoint time) const
    {
        return wall.addMSecs(millisecondsBetween(mono, time));
    }

    /// Seconds from the start of the run to \a time.
    double seconds(TimePoint time) const
    {
        return std::chrono::duration<double>(time - mono).count();
    }
};

} // namespace Teardown
