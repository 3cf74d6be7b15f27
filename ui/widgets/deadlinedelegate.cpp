// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/deadlinedelegate.h"

#include "ui/models/roles.h"
#include "ui/theme/tones.h"

#include <QPainter>

#include <algorithm>

namespace Teardown {

namespace {

constexpr int barWidth = 36;
constexpr int barHeight = 6;
constexpr int margin = 4;
constexpr double lastPart = 0.2;

void paintBar(QPainter &painter, const QRect &cell, double left, const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor colour = isSelected
        ? option.palette.color(QPalette::HighlightedText)
        : toneColour(left < lastPart ? Tone::Deadline : Tone::Muted, option.palette);
    QColor trough = colour;
    trough.setAlphaF(0.25F);

    QRect bar(cell.left() + margin, 0, barWidth, barHeight);
    bar.moveTop(cell.center().y() - barHeight / 2 + 1);
    painter.fillRect(bar, trough);
    bar.setWidth(static_cast<int>(std::clamp(left, 0.0, 1.0) * barWidth));
    painter.fillRect(bar, colour);
}

} // namespace

void DeadlineDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const QVariant left = index.data(FractionRole);
    // A narrow column keeps the words and gives up the bar.
    const int needed
        = barWidth + 3 * margin + option.fontMetrics.horizontalAdvance(index.data().toString());
    if (left.isValid() && option.rect.width() >= needed)
        paintBar(*painter, option.rect, left.toDouble(), option);
}

} // namespace Teardown
