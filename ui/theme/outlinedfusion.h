// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace Teardown {

/// Fusion, with check boxes and radio buttons that show on every ground. It draws their outlines in
/// the window's colour darkened, which on a dark window is next to nothing (Qt 6.4).
class OutlinedFusion final : public QProxyStyle
{
    Q_OBJECT

public:
    OutlinedFusion();

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace Teardown
