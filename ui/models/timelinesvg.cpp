// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinesvg.h"

#include <QStringList>

namespace Teardown {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString svgLine(const TimelineMark &mark, const SvgStyle &style)
{
    QStringList points;
    for (const QPointF &point : mark.points)
        points += QString(number(point.x()) % u',' % number(point.y()));
    return QStringLiteral("<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" "
                          "stroke-width=\"%3\"%4/>\n")
        .arg(points.join(u' '),
             style.colour(mark.ink),
             number(mark.thickness),
             mark.dashed ? QStringLiteral(" stroke-dasharray=\"2 3\"") : QString());
}

QString svgBox(const QRectF &rect, const QString &colour)
{
    return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>\n")
        .arg(number(rect.x()),
             number(rect.y()),
             number(rect.width()),
             number(rect.height()),
             colour);
}

QString svgText(const TimelineMark &mark, const SvgStyle &style)
{
    // The baseline of most fonts is a third of their size below the middle.
    const double baseline = mark.rect.center().y() + style.fontSize * 0.35;
    return QStringLiteral("<text x=\"%1\" y=\"%2\" fill=\"%3\"%4>")
               .arg(number(mark.rect.x()),
                    number(baseline),
                    style.colour(mark.ink),
                    mark.bold ? QStringLiteral(" font-weight=\"bold\"") : QString())
        + mark.text.toHtmlEscaped() + QLatin1StringView("</text>\n");
}

QString svgMark(const TimelineMark &mark, const SvgStyle &style)
{
    switch (mark.kind) {
    case TimelineMark::Kind::Line:
        return svgLine(mark, style);
    case TimelineMark::Kind::Box:
        return svgBox(mark.rect, style.colour(mark.ink));
    case TimelineMark::Kind::Text:
        return svgText(mark, style);
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray toSvg(const TimelinePicture &picture, const SvgStyle &style, const QString &title)
{
    QString svg = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" "
                                 "height=\"%2\" viewBox=\"0 0 %1 %2\" font-family=\"%3\" "
                                 "font-size=\"%4\" role=\"img\">\n")
                      .arg(number(picture.width),
                           number(picture.height),
                           style.fontFamily.toHtmlEscaped(),
                           number(style.fontSize));
    svg += QLatin1StringView("<title>") + title.toHtmlEscaped() + QLatin1StringView("</title>\n");
    svg += svgBox(QRectF(0, 0, picture.width, picture.height), style.background);
    for (const TimelineMark &mark : picture.header)
        svg += svgMark(mark, style);
    for (const TimelineMark &mark : picture.marks)
        svg += svgMark(mark, style);
    svg += QLatin1StringView("</svg>\n");
    return svg.toUtf8();
}

} // namespace Teardown
