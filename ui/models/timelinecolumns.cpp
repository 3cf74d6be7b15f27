// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinecolumns.h"

#include <algorithm>

namespace Teardown {

namespace {

constexpr double gap = 8;
constexpr double laneMinimum = 104;
constexpr double programMinimum = 168;

} // namespace

const TimelineColumn *TimelineColumns::find(TimelineLane lane) const
{
    const auto found = std::find_if(lanes.begin(), lanes.end(), [&](const TimelineColumn &column) {
        return column.lane == lane;
    });
    return found == lanes.end() ? nullptr : &*found;
}

TimelineColumns placeColumns(double width, const TimelineFont &font, bool hasMiddle, bool isWired)
{
    TimelineColumns columns;
    columns.timeWidth = font.width(QStringLiteral("000.000 ms"), false) + 2 * gap;
    const double stateWidth
        = std::max(laneMinimum, font.width(QStringLiteral("ESTABLISHED"), true) + 2 * gap);
    const double wireWidth = isWired ? stateWidth * 1.6 : stateWidth * 0.9;
    const double fixed = 2 * stateWidth + wireWidth + (hasMiddle ? programMinimum : 0);
    const double programWidth = std::max(programMinimum, (width - columns.timeWidth - fixed) / 2);
    double left = columns.timeWidth;
    const auto add = [&](TimelineLane lane, double wide) {
        columns.lanes.push_back({lane, left, wide});
        left += wide;
    };
    add(TimelineLane::ClientProgram, programWidth);
    add(TimelineLane::ClientKernel, stateWidth);
    add(TimelineLane::Wire, wireWidth);
    if (hasMiddle)
        add(TimelineLane::Middle, programMinimum);
    add(TimelineLane::ServerKernel, stateWidth);
    add(TimelineLane::ServerProgram, programWidth);
    return columns;
}

} // namespace Teardown
