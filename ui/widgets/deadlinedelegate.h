// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/rowdelegate.h"

namespace Teardown {

/// A text with a short bar before it: how much is left of a deadline (FractionRole, 1 is all of
/// it). The bar changes its colour for the last fifth.
class DeadlineDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// Keeps the place of the bar free.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Teardown
