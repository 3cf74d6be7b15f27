// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

namespace Teardown {

/// A text with what it means, before it has a place.
struct TimelineLine
{
    QString text;
    TimelineInk ink = TimelineInk::Text;
    bool bold = false;
    bool isMarked = false; ///< has the sign of its ink before it
};

TimelineMark textMark(const QRectF &rect, const TimelineLine &line);

TimelineMark
lineMark(std::vector<QPointF> points, TimelineInk ink, bool dashed = false, double thickness = 1);

/// The shape that goes with the meaning of \a ink: a tick, an hourglass or a cross in \a place.
std::vector<TimelineMark> signMarks(TimelineInk ink, const QRectF &place);

} // namespace Teardown
