// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/timelinewidget.h"

#include "ui/models/timelinesvg.h"
#include "ui/widgets/timelinepainter.h"

#include <QFontInfo>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Teardown {

TimelineWidget::TimelineWidget(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void TimelineWidget::setRun(const Scenario &scenario, const RunRecord &record)
{
    m_scenario = scenario;
    m_record = record;
    layOut();
    m_current.reset();
    if (record.steps.empty()) {
        emit currentStepChanged();
        viewport()->update();
    } else {
        setCurrentStep(record.steps.size() - 1);
    }
}

void TimelineWidget::setPicture(
    std::function<TimelinePicture(double width, const TimelineFont &font)> layOut)
{
    const std::size_t before = m_picture.rows.size();
    const bool wasAtEnd = !m_current || *m_current + 1 >= before;
    m_makePicture = std::move(layOut);
    this->layOut();
    if (m_current && m_picture.rows.size() == before) {
        // Nothing to follow: where a person has scrolled to stays in sight. The words may differ.
        setAccessibleDescription(reading());
        emit currentStepChanged();
        return;
    }
    if (m_picture.rows.empty()) {
        m_current.reset();
        emit currentStepChanged();
    } else {
        setCurrentRow(wasAtEnd ? m_picture.rows.size() - 1 : *m_current);
    }
}

void TimelineWidget::setLanguage(const QString &language)
{
    m_language = language;
    layOut();
    emit currentStepChanged();
}

std::optional<std::size_t> TimelineWidget::currentStep() const
{
    const TimelineRow *row = currentRow();
    return row ? std::optional(row->step) : std::nullopt;
}

void TimelineWidget::setCurrentStep(std::size_t step)
{
    const auto row = std::find_if(m_picture.rows.begin(),
                                  m_picture.rows.end(),
                                  [&](const TimelineRow &candidate) {
                                      return candidate.step == step && candidate.wire.isNull();
                                  });
    if (row != m_picture.rows.end())
        setCurrentRow(static_cast<std::size_t>(row - m_picture.rows.begin()));
}

void TimelineWidget::setCurrentRow(std::size_t row)
{
    if (m_picture.rows.empty())
        return;
    m_current = std::min(row, m_picture.rows.size() - 1);
    setAccessibleDescription(reading());
    showCurrent();
    viewport()->update();
    emit currentStepChanged();
}

QString TimelineWidget::reading() const
{
    const TimelineRow *row = currentRow();
    return row ? row->reading : QString();
}

QImage TimelineWidget::toImage() const
{
    return Teardown::toImage(m_picture, font(), palette());
}

QByteArray TimelineWidget::toSvg(const QString &title) const
{
    const QPalette colours = palette();
    return Teardown::toSvg(m_picture,
                           {.colour
                            = [&colours](
                                  TimelineInk ink) { return inkColour(ink, colours).name(); },
                            .background = colours.color(QPalette::Base).name(),
                            .fontFamily = QString(font().family() % u", sans-serif"_qs),
                            .fontSize = static_cast<double>(QFontInfo(font()).pixelSize())},
                           title);
}

void TimelineWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const double left = horizontalScrollBar()->value();
    const double top = verticalScrollBar()->value();
    painter.save();
    painter.translate(-left, -top);
    if (const TimelineRow *row = currentRow()) {
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(hasFocus() ? 0.22F : 0.14F);
        painter.fillRect(placeOf(*row), ground);
    }
    paintMarks(painter, m_picture.marks, palette());
    painter.restore();

    painter.translate(-left, 0);
    painter.fillRect(QRectF(0, 0, m_picture.width, m_picture.headerHeight),
                     palette().color(QPalette::Base));
    paintMarks(painter, m_picture.header, palette());
}

void TimelineWidget::resizeEvent(QResizeEvent *event)
{
    const TimelineRow *row = currentRow();
    const int top = verticalScrollBar()->value();
    const bool wasInSight = row && row->top >= top + m_picture.headerHeight
        && row->bottom <= top + event->oldSize().height();
    layOut();
    if (wasInSight)
        showCurrent();
}

void TimelineWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

void TimelineWidget::keyPressEvent(QKeyEvent *event)
{
    const std::size_t current = m_current.value_or(0);
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrentRow(current > 0 ? current - 1 : 0);
        return;
    case Qt::Key_Down:
        setCurrentRow(current + 1);
        return;
    case Qt::Key_Home:
        setCurrentRow(0);
        return;
    case Qt::Key_End:
        setCurrentRow(m_picture.rows.size());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineWidget::mousePressEvent(QMouseEvent *event)
{
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QPointF position = event->position() + scrolled;
    // A segment lies within its step.
    const auto row = std::find_if(m_picture.rows.rbegin(),
                                  m_picture.rows.rend(),
                                  [&](const TimelineRow &candidate) {
                                      return placeOf(candidate).contains(position);
                                  });
    if (row != m_picture.rows.rend())
        setCurrentRow(static_cast<std::size_t>(m_picture.rows.rend() - row - 1));
}

void TimelineWidget::layOut()
{
    const TimelineFont measures = timelineFont(font());
    const double width = viewport()->width();
    m_picture = m_makePicture
        ? m_makePicture(width, measures)
        : layOutTimeline({.scenario = m_scenario, .record = m_record, .language = m_language},
                         width,
                         measures);
    fitScrollBars();
    viewport()->update();
}

void TimelineWidget::fitScrollBars()
{
    const QSize seen = viewport()->size();
    horizontalScrollBar()
        ->setRange(0, std::max(0, static_cast<int>(std::ceil(m_picture.width)) - seen.width()));
    horizontalScrollBar()->setPageStep(seen.width());
    verticalScrollBar()
        ->setRange(0, std::max(0, static_cast<int>(std::ceil(m_picture.height)) - seen.height()));
    verticalScrollBar()->setPageStep(seen.height());
    verticalScrollBar()->setSingleStep(fontMetrics().height());
}

void TimelineWidget::showCurrent()
{
    const TimelineRow *row = currentRow();
    if (!row)
        return;
    QScrollBar *bar = verticalScrollBar();
    const double highest = row->top - m_picture.headerHeight;
    const double lowest = row->bottom - viewport()->height();
    if (bar->value() > highest)
        bar->setValue(static_cast<int>(highest));
    else if (bar->value() < lowest)
        bar->setValue(static_cast<int>(std::ceil(lowest)));
}

QRectF TimelineWidget::placeOf(const TimelineRow &row) const
{
    return row.wire.isNull() ? QRectF(0, row.top, m_picture.width, row.bottom - row.top) : row.wire;
}

const TimelineRow *TimelineWidget::currentRow() const
{
    return m_current && *m_current < m_picture.rows.size() ? &m_picture.rows[*m_current] : nullptr;
}

} // namespace Teardown
