// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/reasondelegate.h"

#include "ui/models/reasonmodel.h"
#include "ui/models/roles.h"
#include "ui/theme/categorylook.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Teardown {

namespace {

constexpr int margin = 6;
constexpr int barGap = 3;
constexpr int shareBarHeight = 5;

/// Where everything goes in a row.
struct Places
{
    QRect glyph;
    QRect title;
    QRect count;
    QRect share;
    QRect bar;
};

Places placesIn(const QRect &row, const QFontMetrics &metrics, const QString &countText)
{
    const int line = metrics.height();
    const int glyphSize = metrics.ascent();
    const int shareWidth = metrics.horizontalAdvance(QStringLiteral("> 99 %"));
    const int countWidth = metrics.horizontalAdvance(countText);
    QRect inner = row.adjusted(margin, margin, -margin, -margin);

    Places places;
    places.glyph = QRect(inner.left(), inner.top() + (line - glyphSize) / 2, glyphSize, glyphSize);
    places.bar = QRect(inner.left(), inner.top() + line + barGap, inner.width(), shareBarHeight);
    places.share = QRect(inner.right() - shareWidth + 1, inner.top(), shareWidth, line);
    places.count = QRect(places.share.left() - margin - countWidth, inner.top(), countWidth, line);
    const int titleLeft = places.glyph.right() + margin;
    places.title = QRect(titleLeft,
                         inner.top(),
                         std::max(0, places.count.left() - barGap - titleLeft),
                         line);
    return places;
}

QColor barColour(const QModelIndex &index, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::HighlightedText);
    const auto category = static_cast<Category>(index.data(CategoryRole).toInt());
    return toneColour(toneOf(category), option.palette);
}

void paintBar(QPainter &painter, QRect bar, double fraction, const QColor &colour)
{
    QColor trough = colour;
    trough.setAlphaF(0.15F);
    painter.fillRect(bar, trough);
    // What happened at all is seen, however seldom it was.
    const int length = std::max(2, static_cast<int>(std::clamp(fraction, 0.0, 1.0) * bar.width()));
    bar.setWidth(length);
    painter.fillRect(bar, colour);
}

} // namespace

void ReasonDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const bool isChosen = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    row.state.setFlag(QStyle::State_Selected, isChosen);
    const QString title = row.text;
    row.text.clear();
    row.features = QStyleOptionViewItem::None;
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QString count = index.siblingAtColumn(ReasonModel::Count).data().toString();
    const Places places = placesIn(row.rect, row.fontMetrics, count);
    const QColor colour = barColour(index, row);
    const auto category = static_cast<Category>(index.data(CategoryRole).toInt());
    painter->save();
    paintGlyph(*painter, places.glyph, glyphOf(category), colour);
    painter->setFont(row.font);
    painter->setPen(row.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(places.title,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      row.fontMetrics.elidedText(title, Qt::ElideRight, places.title.width()));
    painter->drawText(places.count, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->drawText(places.share,
                      Qt::AlignRight | Qt::AlignVCenter,
                      index.siblingAtColumn(ReasonModel::Share).data().toString());
    paintBar(*painter, places.bar, index.data(FractionRole).toDouble(), colour);
    painter->restore();
}

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    return {metrics.averageCharWidth() * 24,
            metrics.height() + barGap + shareBarHeight + 2 * margin};
}

} // namespace Teardown
