// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/drainbar.h"

#include "ui/theme/tones.h"

#include <QPainter>

#include <algorithm>

namespace Teardown {

DrainBar::DrainBar(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setProgress(0, 0, 0);
}

void DrainBar::setProgress(int inTime, int forced, int total)
{
    m_inTime = inTime;
    m_forced = forced;
    // A drain of nothing is complete.
    setRange(0, std::max(total, 1));
    setValue(total == 0 ? 1 : inTime + forced);
    update();
}

QSize DrainBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() / 2 + 4};
}

void DrainBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor orderlyColour = toneColour(Tone::Orderly, palette());
    const QColor forcedColour = toneColour(Tone::Reset, palette());
    QColor trough = toneColour(Tone::Muted, palette());
    trough.setAlphaF(0.25F);
    painter.fillRect(rect(), trough);

    const double unit = static_cast<double>(width()) / maximum();
    const bool isEmpty = m_inTime == 0 && m_forced == 0 && value() == maximum();
    const int inTimeWidth = isEmpty ? width() : qRound(m_inTime * unit);
    const int forcedWidth = qRound(m_forced * unit);
    painter.fillRect(QRect(0, 0, inTimeWidth, height()), orderlyColour);
    // Hatched as well: the two must differ without their colours.
    const QRect forced(inTimeWidth, 0, forcedWidth, height());
    painter.fillRect(forced, forcedColour);
    painter.fillRect(forced, QBrush(palette().color(QPalette::Base), Qt::BDiagPattern));
}

} // namespace Teardown
