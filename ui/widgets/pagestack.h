// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStackedWidget>

namespace Teardown {

/// A stack that can be made as small as the page it shows. QStackedWidget keeps room for the ones
/// behind it as well.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
};

} // namespace Teardown
