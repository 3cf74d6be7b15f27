// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace Teardown {

/// A clock that stands still until it is told to go on.
class ManualClock final : public Clock
{
public:
    TimePoint now() const override { return TimePoint(TimePoint::duration(m_time.load())); }

    void advance(std::chrono::nanoseconds time)
    {
        m_time.fetch_add(TimePoint::duration(time).count());
    }

private:
    // Far from zero, so that forgotten time points stand out.
    std::atomic<TimePoint::rep> m_time{TimePoint::duration(std::chrono::hours(1000)).count()};
};

} // namespace Teardown
