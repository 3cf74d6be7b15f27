// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinecolumns.h"

#include "ui/models/timelinewire.h"

#include <algorithm>

namespace Teardown {

namespace {

constexpr double stateMinimum = 104;
constexpr double programMinimum = 168;

} // namespace

const TimelineColumn *TimelineColumns::find(TimelineLane lane) const
{
    const auto found = std::find_if(lanes.begin(), lanes.end(), [&](const TimelineColumn &column) {
        return column.lane == lane;
    });
    return found == lanes.end() ? nullptr : &*found;
}

TimelineColumns placeColumns(double width, const TimelineFont &font, bool hasMiddle, bool isRelayed)
{
    TimelineColumns columns;
    columns.timeWidth = font.width(QStringLiteral("000.000 ms"), false) + 2 * timelineGap;
    const double stateWidth
        = std::max(stateMinimum, font.width(QStringLiteral("ESTABLISHED"), true) + 2 * timelineGap);
    const int wires = isRelayed ? 2 : 1;
    const double fixed = columns.timeWidth + 2 * stateWidth + (hasMiddle ? programMinimum : 0);
    const double wireWidth = std::clamp((width - fixed - 2 * programMinimum) / wires,
                                        leastWireWidth(font),
                                        fullWireWidth(font));
    const double programWidth = std::max(programMinimum, (width - fixed - wires * wireWidth) / 2);
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
    if (isRelayed)
        add(TimelineLane::ServerWire, wireWidth);
    add(TimelineLane::ServerKernel, stateWidth);
    add(TimelineLane::ServerProgram, programWidth);
    return columns;
}

} // namespace Teardown
