// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/deadlinedelegate.h"

#include "ui/models/roles.h"
#include "ui/theme/tones.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Teardown {

namespace {

constexpr int barWidth = 36;
constexpr int barHeight = 6;
constexpr double lastPart = 0.2;

void paintBar(QPainter &painter, QRect bar, double left, const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor colour = isSelected
        ? option.palette.color(QPalette::HighlightedText)
        : toneColour(left < lastPart ? Tone::Deadline : Tone::Muted, option.palette);
    QColor trough = colour;
    trough.setAlphaF(0.25F);

    bar = QRect(bar.left(), bar.center().y() - barHeight / 2 + 1, bar.width(), barHeight);
    painter.fillRect(bar, trough);
    bar.setWidth(static_cast<int>(std::clamp(left, 0.0, 1.0) * bar.width()));
    painter.fillRect(bar, colour);
}

} // namespace

void DeadlineDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const QVariant left = index.data(FractionRole);
    if (!left.isValid())
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const QRect bar = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget);
    paintBar(*painter, bar, left.toDouble(), cell);
}

void DeadlineDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (!index.data(FractionRole).isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(barWidth, barHeight);
}

} // namespace Teardown
