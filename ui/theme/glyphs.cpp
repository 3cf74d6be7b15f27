// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/theme/glyphs.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <optional>

namespace Teardown {

namespace {

// Every shape is drawn in a square of 16 by 16 with a margin of 2.
constexpr double side = 16;
constexpr QRectF disc(2.5, 2.5, 11, 11);
constexpr double stroke = 1.6;

void paintPie(QPainter &painter, int startSixteenths, int spanSixteenths)
{
    QPen pen(painter.brush().color(), stroke);
    const QBrush fill = painter.brush();
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPie(disc, startSixteenths, spanSixteenths);
}

void paintLines(QPainter &painter, std::initializer_list<QPolygonF> lines)
{
    painter.setPen(
        QPen(painter.brush().color(), stroke * 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &points : lines)
        painter.drawPolyline(points);
}

void paintArrow(QPainter &painter, QPointF from, QPointF to)
{
    const double direction = to.x() > from.x() ? -1 : 1;
    paintLines(painter,
               {QPolygonF{from, to},
                QPolygonF{to + QPointF(3 * direction, -3), to, to + QPointF(3 * direction, 3)}});
}

void paintQuestion(QPainter &painter)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(14);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(painter.brush().color());
    painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QStringLiteral("?"));
}

void paintInSquare(QPainter &painter, Glyph glyph)
{
    switch (glyph) {
    case Glyph::FullCircle:
        painter.drawEllipse(disc);
        return;
    case Glyph::HalfCircle:
        paintPie(painter, 90 * 16, 180 * 16);
        return;
    case Glyph::QuarterCircle:
        paintPie(painter, 0, 90 * 16);
        return;
    case Glyph::Ring:
        paintPie(painter, 0, 0);
        return;
    case Glyph::Square:
        painter.drawRect(QRectF(3, 3, 10, 10));
        return;
    case Glyph::Cross:
        paintLines(painter,
                   {QPolygonF{QPointF(3.5, 3.5), QPointF(12.5, 12.5)},
                    QPolygonF{QPointF(12.5, 3.5), QPointF(3.5, 12.5)}});
        return;
    case Glyph::Hourglass:
        painter.drawPolygon(QPolygonF{QPointF(3, 2), QPointF(13, 2), QPointF(8, 8.5)});
        painter.drawPolygon(QPolygonF{QPointF(3, 14), QPointF(13, 14), QPointF(8, 7.5)});
        return;
    case Glyph::Lightning:
        paintLines(painter,
                   {QPolygonF{QPointF(9.5, 2), QPointF(4.5, 8.5), QPointF(11, 8), QPointF(6, 14)}});
        return;
    case Glyph::Question:
        paintQuestion(painter);
        return;
    case Glyph::Play:
        painter.drawPolygon(QPolygonF{QPointF(4, 2.5), QPointF(13, 8), QPointF(4, 13.5)});
        return;
    case Glyph::Arrows:
        paintArrow(painter, QPointF(2.5, 5), QPointF(13, 5));
        paintArrow(painter, QPointF(13.5, 11), QPointF(3, 11));
        return;
    case Glyph::Pause:
        painter.drawRect(QRectF(3.5, 3, 3, 10));
        painter.drawRect(QRectF(9.5, 3, 3, 10));
        return;
    case Glyph::ToEnd:
        painter.drawRect(QRectF(3, 12.2, 10, 1.8));
        paintLines(painter,
                   {QPolygonF{QPointF(8, 2.5), QPointF(8, 9.5)},
                    QPolygonF{QPointF(4.5, 6.5), QPointF(8, 10), QPointF(11.5, 6.5)}});
        return;
    case Glyph::Eject:
        painter.drawPolygon(QPolygonF{QPointF(2.5, 9.5), QPointF(13.5, 9.5), QPointF(8, 3)});
        painter.drawRect(QRectF(2.5, 11.5, 11, 2));
        return;
    case Glyph::Stop:
        painter.drawRect(QRectF(3.5, 3.5, 9, 9));
        return;
    }
    Q_UNREACHABLE();
}

/// Asks for the palette whenever it paints, so an icon never shows the colours of an older theme.
class GlyphIconEngine final : public QIconEngine
{
public:
    GlyphIconEngine(Glyph glyph, std::optional<Tone> tone)
        : m_glyph(glyph)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, rect, m_glyph, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphIconEngine(m_glyph, m_tone); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_tone ? toneColour(*m_tone, palette) : palette.color(QPalette::ButtonText);
    }

    Glyph m_glyph;
    std::optional<Tone> m_tone;
};

} // namespace

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour)
{
    const double size = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(size / 2, size / 2));
    painter.scale(size / side, size / side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintInSquare(painter, glyph);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph)
{
    return QIcon(new GlyphIconEngine(glyph, std::nullopt));
}

QIcon glyphIcon(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphIconEngine(glyph, tone));
}

} // namespace Teardown
