// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/timelinepainter.h"

#include "ui/theme/tones.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPalette>

#include <cmath>

namespace Teardown {

namespace {

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

/// Between ground and text: QPalette::Mid can hardly be seen on a dark ground.
QColor ruleColour(const QPalette &palette)
{
    constexpr float part = 0.3F;
    const QColor ground = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const auto between = [](float from, float to) {
        return from + part * (to - from);
    };
    return QColor::fromRgbF(between(ground.redF(), text.redF()),
                            between(ground.greenF(), text.greenF()),
                            between(ground.blueF(), text.blueF()));
}

} // namespace

QColor inkColour(TimelineInk ink, const QPalette &palette)
{
    switch (ink) {
    case TimelineInk::Text:
        return palette.color(QPalette::Text);
    case TimelineInk::Muted:
        return toneColour(Tone::Muted, palette);
    case TimelineInk::Rule:
        return ruleColour(palette);
    case TimelineInk::Band:
        return palette.color(QPalette::AlternateBase);
    case TimelineInk::Good:
        return toneColour(Tone::Orderly, palette);
    case TimelineInk::Bad:
        return toneColour(Tone::Reset, palette);
    case TimelineInk::Waiting:
        return toneColour(Tone::Waiting, palette);
    }
    Q_UNREACHABLE();
}

TimelineFont timelineFont(const QFont &font)
{
    const QFontMetricsF plain(font);
    const QFontMetricsF bold(boldOf(font));
    return {.width =
                [plain, bold](const QString &text, bool isBold) {
                    return (isBold ? bold : plain).horizontalAdvance(text);
                },
            .lineHeight = std::ceil(plain.height())};
}

void paintMarks(QPainter &painter, const std::vector<TimelineMark> &marks, const QPalette &palette)
{
    const QFont plain = painter.font();
    const QFont bold = boldOf(plain);
    for (const TimelineMark &mark : marks) {
        const QColor colour = inkColour(mark.ink, palette);
        switch (mark.kind) {
        case TimelineMark::Kind::Line: {
            const bool isStraight = mark.points.size() == 2 && mark.thickness <= 1;
            painter.setRenderHint(QPainter::Antialiasing, !isStraight);
            painter.setPen(QPen(colour, mark.thickness, mark.dashed ? Qt::DotLine : Qt::SolidLine));
            painter.drawPolyline(mark.points.data(), static_cast<int>(mark.points.size()));
            break;
        }
        case TimelineMark::Kind::Box:
            painter.fillRect(mark.rect, colour);
            break;
        case TimelineMark::Kind::Text:
            painter.setFont(mark.bold ? bold : plain);
            painter.setPen(colour);
            painter.drawText(mark.rect,
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine
                                 | Qt::TextDontClip,
                             mark.text);
            break;
        }
    }
    painter.setFont(plain);
}

QImage toImage(const TimelinePicture &picture, const QFont &font, const QPalette &palette)
{
    constexpr int scale = 2;
    QImage image(QSizeF(picture.width, picture.height).toSize() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setFont(font);
    paintMarks(painter, picture.header, palette);
    paintMarks(painter, picture.marks, palette);
    return image;
}

} // namespace Teardown
