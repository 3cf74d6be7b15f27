// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/tonelabel.h"

class QAbstractItemView;

namespace Teardown {

/// Lies over an item view and is seen only while its model has no rows: says what belongs there
/// and how to get it.
class EmptyPlace final : public ToneLabel
{
    Q_OBJECT

public:
    /// \a view must have its model already, and outlives this as its parent.
    explicit EmptyPlace(QAbstractItemView &view);

    /// Shows \a text, and describes the view with it to a screen reader, while the view is empty.
    void say(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QAbstractItemView &m_view;
};

} // namespace Teardown
