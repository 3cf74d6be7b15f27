// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/statepath.h"
#include "ui/models/timelinelayout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace Teardown {

/// A box of the state diagram.
struct StateBox
{
    TcpState state = TcpState::Closed;
    bool isLast = false; ///< as in figure 5, CLOSED stands at the beginning and at the end
    QRectF rect;
    std::vector<PathEnd> seenBy; ///< the ends that were seen in it
    std::vector<PathEnd> current; ///< the ends that were seen in it last
};

/// A line of the state diagram, from box to box.
struct StateLine
{
    std::vector<QPointF> points; ///< the last one touches the box it leads to
    StateStep step = StateStep::Arrow;
    std::optional<PathEnd> end; ///< the end that was seen to go this way; nothing for nobody
    QString event; ///< empty for a gap, and where a line was named already
    QString action;
    QRectF label; ///< where event and action are written, one above the other; null without room
};

/// The state diagram of figure 5 of RFC 9293 as it is to be drawn; lengths are in pixels.
struct StateDiagram
{
    QSizeF size;
    std::vector<StateBox> boxes;
    std::vector<StateLine> lines; ///< those nobody was seen on first
};

/// Lays the diagram out in \a size, or more where it needs it: from left to right, or from top to
/// bottom when it is higher than wide. \a font is that of the names, \a labelFont that of the
/// lines.
StateDiagram layOutStates(const std::vector<StatePath> &paths,
                          QSizeF size,
                          const TimelineFont &font,
                          const TimelineFont &labelFont);

} // namespace Teardown
