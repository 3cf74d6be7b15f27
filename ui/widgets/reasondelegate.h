// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace Teardown {

/// One reason as a bar: shape, title and figures on a line, the bar (FractionRole) under it.
///
/// Works on the first column of a ReasonModel and takes the figures from the columns beside it, so
/// that a list view is enough. The checked reason is painted as selected.
class ReasonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Teardown
