// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace Teardown {

/// Puts a thin line of the accent colour above a panel while the focus is in it, so that one sees
/// where the keys go even when the panel is empty.
class FocusLine final : public QWidget
{
    Q_OBJECT

public:
    /// Takes \a panel in.
    explicit FocusLine(QWidget *panel, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void onFocusChanged(const QWidget *now);

    bool m_hasFocus = false;
};

} // namespace Teardown
