// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statediagrampainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace Teardown {

namespace {

constexpr double corner = 4;
constexpr double arrowLength = 7;

/// The tip of an arrow that ends a line.
QPolygonF arrowHead(const std::vector<QPointF> &points)
{
    const QPointF tip = points.back();
    const QPointF way = tip - points[points.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length == 0)
        return {};
    const QPointF back = -way / length * arrowLength;
    const QPointF across = QPointF(-back.y(), back.x()) * 0.4;
    return QPolygonF({tip, tip + back + across, tip + back - across});
}

class Painter
{
public:
    Painter(QPainter &painter,
            const std::vector<StatePath> &paths,
            const QFont &labelFont,
            const QPalette &palette)
        : m_painter(painter)
        , m_paths(paths)
        , m_font(painter.font())
        , m_labelFont(labelFont)
        , m_palette(palette)
        , m_muted(toneColour(Tone::Muted, palette))
    {
    }

    void paint(const StateDiagram &diagram)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const StateLine &line : diagram.lines)
            paintLine(line);
        for (const StateLine &line : diagram.lines)
            paintLabel(line);
        for (const StateBox &box : diagram.boxes)
            paintBox(box);
    }

private:
    void paintLine(const StateLine &line);
    void paintLabel(const StateLine &line);
    void paintBox(const StateBox &box);
    void paintTag(const StateBox &box, PathEnd end);

    QPainter &m_painter;
    const std::vector<StatePath> &m_paths;
    QFont m_font;
    const QFont &m_labelFont;
    const QPalette &m_palette;
    QColor m_muted;
};

void Painter::paintLine(const StateLine &line)
{
    const QPen pen
        = line.end ? penOf(*line.end, line.step, m_palette) : QPen(m_muted, 1, Qt::DotLine);
    m_painter.setPen(pen);
    m_painter.drawPolyline(line.points.data(), static_cast<int>(line.points.size()));
    if (line.step == StateStep::Gap)
        return; // it is no arrow
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(pen.color());
    m_painter.drawPolygon(arrowHead(line.points));
    m_painter.setBrush(Qt::NoBrush);
}

void Painter::paintLabel(const StateLine &line)
{
    if (line.label.isNull())
        return;
    m_painter.setFont(m_labelFont);
    m_painter.setPen(line.end ? toneColour(toneOf(*line.end), m_palette) : m_muted);
    const QString text
        = line.action.isEmpty() ? line.event : QString(line.event % u'\n' % line.action);
    m_painter.drawText(line.label, Qt::AlignCenter | Qt::TextDontClip, text);
}

void Painter::paintBox(const StateBox &box)
{
    const bool isSeen = !box.seenBy.empty();
    const bool isCurrent = !box.current.empty();
    const QColor ground = m_palette.color(isSeen ? QPalette::AlternateBase : QPalette::Base);
    QPen pen(m_muted, 1, Qt::DotLine);
    if (isSeen)
        pen = QPen(m_palette.color(QPalette::Text), isCurrent ? 2.5 : 1.2);
    m_painter.setPen(pen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(box.rect, corner, corner);
    m_painter.setBrush(Qt::NoBrush);

    QFont font = m_font;
    font.setBold(isSeen);
    m_painter.setFont(font);
    m_painter.setPen(isSeen ? m_palette.color(QPalette::Text) : m_muted);
    m_painter.drawText(box.rect, Qt::AlignCenter | Qt::TextSingleLine, nameOf(box.state));
    for (const PathEnd end : box.current)
        paintTag(box, end);
}

/// Where the end is now: above the box for the first one, below it for the second.
void Painter::paintTag(const StateBox &box, PathEnd end)
{
    const auto path = std::find_if(m_paths.begin(), m_paths.end(), [&](const StatePath &each) {
        return each.end == end;
    });
    const bool isCertain = std::find(box.seenBy.begin(), box.seenBy.end(), end) != box.seenBy.end();
    const QString text
        = shapeOf(end) % u' ' % path->name % (isCertain ? QString() : QStringLiteral("?"));
    QFont font = m_labelFont;
    font.setBold(true);
    m_painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF tag(0, 0, metrics.horizontalAdvance(text) + 4, metrics.height());
    tag.moveCenter(box.rect.center());
    if (end == PathEnd::First)
        tag.moveBottom(box.rect.top() - 1);
    else
        tag.moveTop(box.rect.bottom() + 1);
    m_painter.fillRect(tag, m_palette.color(QPalette::Base));
    m_painter.setPen(toneColour(toneOf(end), m_palette));
    m_painter.drawText(tag, Qt::AlignCenter | Qt::TextSingleLine, text);
}

} // namespace

Tone toneOf(PathEnd end)
{
    return end == PathEnd::First ? Tone::Open : Tone::Reset;
}

QString shapeOf(PathEnd end)
{
    return end == PathEnd::First ? u"●"_qs : u"■"_qs;
}

QPen penOf(PathEnd end, StateStep step, const QPalette &palette)
{
    QPen pen(toneColour(toneOf(end), palette), 2.5);
    pen.setCapStyle(Qt::FlatCap);
    if (step == StateStep::Gap) {
        pen.setStyle(Qt::DotLine);
        pen.setWidthF(1.5);
    } else if (end == PathEnd::Second) {
        pen.setDashPattern({5, 1.5});
    }
    return pen;
}

void paintStates(QPainter &painter,
                 const StateDiagram &diagram,
                 const std::vector<StatePath> &paths,
                 const QFont &labelFont,
                 const QPalette &palette)
{
    Painter(painter, paths, labelFont, palette).paint(diagram);
}

} // namespace Teardown
