// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statedelegate.h"

#include "ui/models/roles.h"
#include "ui/theme/categorylook.h"

namespace Teardown {

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const QVariant category = index.data(CategoryRole);
    if (!category.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = categoryIcon(static_cast<Category>(category.toInt()));
    const int size = option->fontMetrics.ascent();
    option->decorationSize = QSize(size, size);
}

} // namespace Teardown
