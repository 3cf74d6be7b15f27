// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/rowdelegate.h"

#include "ui/models/roles.h"
#include "ui/theme/tones.h"

#include <QFontMetrics>

#include <algorithm>

namespace Teardown {

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);

    const auto fresh = static_cast<Freshness>(index.data(FreshRole).toInt());
    if (fresh != Freshness::None) {
        const Tint tint = fresh == Freshness::New ? Tint::New : Tint::Ended;
        option->backgroundBrush = tintColour(tint, option->palette);
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(rowHeight(option.font));
    return size;
}

int rowHeight(const QFont &font)
{
    constexpr int air = 6;
    return std::max(QFontMetrics(font).height() + air, 20);
}

} // namespace Teardown
