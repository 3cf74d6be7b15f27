// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statediagramwidget.h"

#include "ui/widgets/statediagrampainter.h"
#include "ui/widgets/timelinepainter.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Teardown {

StateDiagramWidget::StateDiagramWidget(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void StateDiagramWidget::setPaths(std::vector<StatePath> paths)
{
    m_paths = std::move(paths);
    QStringList words;
    for (const StatePath &path : m_paths)
        words.append(pathText(path));
    const bool isNews = accessibleDescription() != words.join(u'\n');
    setAccessibleDescription(words.join(u'\n'));
    setToolTip(accessibleDescription());
    layOut();
    if (isNews)
        showCurrent();
}

QSize StateDiagramWidget::minimumSizeHint() const
{
    const StateDiagram least
        = layOutStates({}, {}, timelineFont(font()), timelineFont(labelFont()));
    return {QAbstractScrollArea::minimumSizeHint().width(),
            static_cast<int>(std::ceil(least.size.height()))};
}

void StateDiagramWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    painter.setFont(m_nameFont);
    paintStates(painter, m_diagram, m_paths, labelFont(), palette());
}

void StateDiagramWidget::resizeEvent(QResizeEvent *)
{
    layOut();
}

void StateDiagramWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

void StateDiagramWidget::layOut()
{
    const QSize seen = viewport()->size();
    for (const QFont &names : {font(), labelFont()}) {
        m_nameFont = names;
        m_diagram = layOutStates(m_paths, seen, timelineFont(names), timelineFont(labelFont()));
        if (m_diagram.size.width() <= seen.width())
            break;
    }
    const auto fit = [](QScrollBar *bar, double length, int page, int step) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length)) - page));
        bar->setPageStep(page);
        bar->setSingleStep(step);
    };
    const int step = fontMetrics().height();
    fit(horizontalScrollBar(), m_diagram.size.width(), seen.width(), step);
    fit(verticalScrollBar(), m_diagram.size.height(), seen.height(), step);
    viewport()->update();
}

void StateDiagramWidget::showCurrent()
{
    QRectF current;
    for (const StateBox &box : m_diagram.boxes) {
        if (!box.current.empty())
            current |= box.rect;
    }
    const auto show = [](QScrollBar *bar, double centre) {
        bar->setValue(static_cast<int>(centre) - bar->pageStep() / 2);
    };
    show(horizontalScrollBar(), current.center().x());
    show(verticalScrollBar(), current.center().y());
}

QFont StateDiagramWidget::labelFont() const
{
    QFont smaller = font();
    constexpr double scale = 0.85;
    if (smaller.pointSizeF() > 0)
        smaller.setPointSizeF(smaller.pointSizeF() * scale);
    else
        smaller.setPixelSize(static_cast<int>(smaller.pixelSize() * scale));
    return smaller;
}

} // namespace Teardown
