// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProgressBar>

namespace Teardown {

/// The progress of a drain: what ended in time, what was reset, what is open yet.
class DrainBar final : public QProgressBar
{
    Q_OBJECT

public:
    explicit DrainBar(QWidget *parent = nullptr);

    /// \a orderly and \a forced of \a total have ended.
    void setProgress(int inTime, int forced, int total);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_inTime = 0;
    int m_forced = 0;
};

} // namespace Teardown
