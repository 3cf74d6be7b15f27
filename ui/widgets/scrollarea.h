// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace Teardown {

/// A frameless scroll area that scrolls to whatever of it gets the focus.
///
/// QScrollArea (Qt 6.4) does so only when the focus comes from within.
class ScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollArea(QWidget *parent = nullptr);
};

} // namespace Teardown
