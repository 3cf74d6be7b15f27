// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

#include <vector>

namespace Teardown {

/// Where a lane of the timeline is.
struct TimelineColumn
{
    TimelineLane lane;
    double left;
    double width;

    double right() const { return left + width; }
    double middle() const { return left + width / 2; }
};

/// The lanes from left to right, behind the column of times.
struct TimelineColumns
{
    double timeWidth = 0;
    std::vector<TimelineColumn> lanes;

    double right() const { return lanes.back().right(); }

    /// Null when there is no such lane.
    const TimelineColumn *find(TimelineLane lane) const;
};

/// Shares out \a width, or more where the lanes need it. \a isRelayed: who is in the middle has a
/// wire of its own to the server.
TimelineColumns
placeColumns(double width, const TimelineFont &font, bool hasMiddle, bool isRelayed);

} // namespace Teardown
