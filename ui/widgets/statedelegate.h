// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/rowdelegate.h"

namespace Teardown {

/// A word with the shape of its category (CategoryRole) before it. Without a category only the
/// word.
class StateDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Teardown
