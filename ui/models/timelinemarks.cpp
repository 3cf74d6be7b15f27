// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinemarks.h"

#include <algorithm>

namespace Teardown {

TimelineMark textMark(const QRectF &rect, const TimelineLine &line)
{
    return {.kind = TimelineMark::Kind::Text,
            .ink = line.ink,
            .points = {},
            .rect = rect,
            .text = line.text,
            .bold = line.bold};
}

TimelineMark lineMark(std::vector<QPointF> points, TimelineInk ink, bool dashed, double thickness)
{
    return {.kind = TimelineMark::Kind::Line,
            .ink = ink,
            .points = std::move(points),
            .rect = {},
            .text = {},
            .dashed = dashed,
            .thickness = thickness};
}

std::vector<TimelineMark> signMarks(TimelineInk ink, const QRectF &place)
{
    const double side = std::min(place.width(), place.height()) * 0.6;
    const QRectF box(place.left(), place.center().y() - side / 2, side, side);
    if (ink == TimelineInk::Good)
        return {lineMark({QPointF(box.left(), box.center().y()),
                          QPointF(box.left() + side * 0.35, box.bottom()),
                          box.topRight()},
                         ink,
                         false,
                         2)};
    if (ink == TimelineInk::Waiting)
        return {lineMark({box.topLeft(),
                          box.topRight(),
                          box.bottomLeft(),
                          box.bottomRight(),
                          box.topLeft()},
                         ink,
                         false,
                         1.5)};
    return {lineMark({box.topLeft(), box.bottomRight()}, ink, false, 2),
            lineMark({box.topRight(), box.bottomLeft()}, ink, false, 2)};
}

} // namespace Teardown
