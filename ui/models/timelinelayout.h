// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace Teardown {

/// The columns of a timeline, from left to right.
enum class TimelineLane {
    ClientProgram,
    ClientKernel,
    Wire,
    Middle, ///< only where somebody stands between the two
    ServerWire, ///< from there to the server; only where connections are relayed
    ServerKernel,
    ServerProgram,
};

/// What a line or a text of the timeline means; whoever draws it has a colour for each.
enum class TimelineInk { Text, Muted, Rule, Band, Good, Bad, Waiting };

/// One thing to draw. All lengths are in pixels, y runs downwards.
struct TimelineMark
{
    enum class Kind {
        Line, ///< along points
        Box, ///< rect, filled
        Text, ///< in rect: one line, from its left edge, in the middle of its height
    };

    Kind kind = Kind::Line;
    TimelineInk ink = TimelineInk::Text;
    std::vector<QPointF> points;
    QRectF rect;
    QString text;
    bool bold = false;
    bool dashed = false;
    double thickness = 1;
};

/// Where a step is in the picture, or what passed on the wire meanwhile.
struct TimelineRow
{
    double top = 0;
    double bottom = 0;
    std::size_t step = 0; ///< in the record
    QString reading; ///< the moment in words
    QRectF wire; ///< where the segment is; null for the step itself, which goes all across
};

/// A timeline as it is to be drawn: by a painter, or as SVG.
struct TimelinePicture
{
    double width = 0;
    double height = 0; ///< the header included
    double headerHeight = 0;
    std::vector<TimelineMark> header; ///< the names of the lanes, from y = 0
    std::vector<TimelineMark> marks; ///< everything else, from y = headerHeight
    std::vector<TimelineRow> rows; ///< in the order of their times
};

/// The measures of the font it is drawn in.
struct TimelineFont
{
    std::function<double(const QString &text, bool bold)> width;
    double lineHeight = 16;
};

/// Between a line of the picture and what stands beside it.
inline constexpr double timelineGap = 8;

/// What is to be shown.
struct TimelineContent
{
    const Scenario &scenario;
    const RunRecord &record; ///< may still be going on
    QString language; ///< a tag such as "zh_CN"
};

/// Lays \a content out in \a width, or more where the lanes need it.
TimelinePicture
layOutTimeline(const TimelineContent &content, double width, const TimelineFont &font);

} // namespace Teardown
