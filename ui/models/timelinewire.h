// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinecolumns.h"

#include <span>

namespace Teardown {

/// One line of a wire lane: a segment, or some that say nothing new.
struct WireLine
{
    std::span<const SegmentRecord> segments; ///< never empty
    TimelineLane lane = TimelineLane::Wire;

    TimePoint time() const { return segments.front().packet.time; }
    bool isOne() const { return segments.size() == 1; }
};

/// The lines for \a segments, which must outlive them. Where many in a row only carry data or
/// acknowledge it, those in their middle share a line; none with SYN, FIN or RST does.
std::vector<WireLine> wireLines(std::span<const SegmentRecord> segments);

/// How many segments that only carry data or acknowledge it have lines of their own, before and
/// after the shared one.
inline constexpr std::size_t wireLinesAround = 3;

/// The arrow of \a line, and what it says, in \a place: as much as there is room for.
std::vector<TimelineMark>
wireMarks(const WireLine &line, const QRectF &place, const TimelineFont &font);

/// How wide a wire lane is: at least, so that flags and length fit, and with the numbers too.
double leastWireWidth(const TimelineFont &font);
double fullWireWidth(const TimelineFont &font);

/// What \a line is about, in words: for a cursor, a tooltip, a screen reader.
QString readingOf(const WireLine &line, const RunRecord &record);

/// What was sent, in one line: "→ SYN seq 0, ← SYN ACK seq 0 ack 1"; empty for nothing.
QString wireText(std::span<const SegmentRecord> segments);

} // namespace Teardown
