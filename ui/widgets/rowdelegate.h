// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace Teardown {

/// Paints the cells of all tables: rows that are new or have just ended on a tint (FreshRole).
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// The height of a table's row for \a font: one line with room to breathe.
int rowHeight(const QFont &font);

} // namespace Teardown
