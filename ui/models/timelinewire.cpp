// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinewire.h"

#include "core/base/units.h"
#include "ui/models/labtexts.h"
#include "ui/models/timelinemarks.h"

#include <QCoreApplication>

namespace Teardown {

namespace {

constexpr double margin = 6; ///< between an arrow and the edge of its lane
constexpr double leastShaft = 14; ///< of an arrow on either side of its text
constexpr double textGap = 5;

enum class Direction { None, Right, Left };

Direction directionOf(const SegmentRecord &segment)
{
    if (!segment.fromSide || !segment.toSide || segment.fromSide == segment.toSide)
        return Direction::None;
    return *segment.fromSide < *segment.toSide ? Direction::Right : Direction::Left;
}

QChar arrowOf(const SegmentRecord &segment)
{
    switch (directionOf(segment)) {
    case Direction::Right:
        return u'→';
    case Direction::Left:
        return u'←';
    case Direction::None:
        return u'–';
    }
    Q_UNREACHABLE();
}

TimelineLane laneOf(const SegmentRecord &segment)
{
    const bool isBehindMiddle
        = (segment.fromSide == LabSide::Middle && segment.toSide == LabSide::Server)
        || (segment.fromSide == LabSide::Server && segment.toSide == LabSide::Middle);
    return isBehindMiddle ? TimelineLane::ServerWire : TimelineLane::Wire;
}

/// Whether it only carries data or acknowledges it.
bool isPlain(const SegmentRecord &segment)
{
    constexpr quint8 telling = TcpFlags::syn | TcpFlags::fin | TcpFlags::rst;
    return !segment.flags.has(telling);
}

TimelineInk inkOf(const SegmentRecord &segment)
{
    if (segment.flags.has(TcpFlags::rst))
        return TimelineInk::Bad;
    return isPlain(segment) && segment.length == 0 ? TimelineInk::Muted : TimelineInk::Text;
}

/// A shaft from \a from to \a to, which is broken between \a gapLeft and \a gapRight.
void addArrow(std::vector<TimelineMark> &marks,
              const QRectF &place,
              double gapLeft,
              double gapRight,
              Direction direction,
              TimelineInk ink)
{
    constexpr double headLength = 6;
    constexpr double headWidth = 3.5;
    const double y = place.center().y();
    const double left = place.left() + margin;
    const double right = place.right() - margin;
    const bool isDashed = direction == Direction::None;
    marks.push_back(lineMark({QPointF(left, y), QPointF(gapLeft, y)}, ink, isDashed));
    marks.push_back(lineMark({QPointF(gapRight, y), QPointF(right, y)}, ink, isDashed));
    if (direction == Direction::None)
        return;
    const double tip = direction == Direction::Right ? right : left;
    const double back = direction == Direction::Right ? tip - headLength : tip + headLength;
    marks.push_back(
        lineMark({QPointF(back, y - headWidth), QPointF(tip, y), QPointF(back, y + headWidth)},
                 ink,
                 false,
                 1.5));
}

QString moreText(int count)
{
    return QCoreApplication::translate("Teardown::Timeline", "%n more", nullptr, count);
}

std::vector<TimelineMark>
segmentMarks(const SegmentRecord &segment, const QRectF &place, const TimelineFont &font)
{
    const TimelineInk ink = inkOf(segment);
    const bool isBold = ink != TimelineInk::Muted;
    const QString numbers = segment.numbers();
    const double summaryWidth = font.width(segment.summary(), isBold);
    const double between = font.width(QStringLiteral("  "), false);
    const double numbersWidth = between + font.width(numbers, false);
    const double room = place.width() - 2 * (margin + leastShaft + textGap);
    const bool hasNumbers = summaryWidth + numbersWidth <= room;
    const double textWidth = summaryWidth + (hasNumbers ? numbersWidth : 0);
    const double textLeft = place.center().x() - textWidth / 2;

    std::vector<TimelineMark> marks;
    addArrow(marks,
             place,
             textLeft - textGap,
             textLeft + textWidth + textGap,
             directionOf(segment),
             ink);
    const auto put = [&](double left, double width, const TimelineLine &text) {
        marks.push_back(textMark(QRectF(left, place.top(), width, place.height()), text));
    };
    put(textLeft, summaryWidth, {segment.summary(), ink, isBold});
    if (hasNumbers)
        put(textLeft + summaryWidth + between,
            numbersWidth - between,
            {numbers, TimelineInk::Muted});
    return marks;
}

QString sideText(const std::optional<LabSide> &side)
{
    if (!side)
        return QCoreApplication::translate("Teardown::Timeline", "unknown");
    switch (*side) {
    case LabSide::Client:
        return QCoreApplication::translate("Teardown::Timeline", "client");
    case LabSide::Middle:
        return QCoreApplication::translate("Teardown::Timeline", "middle");
    case LabSide::Server:
        return QCoreApplication::translate("Teardown::Timeline", "server");
    }
    Q_UNREACHABLE();
}

/// An end of a connection: there may be several between the same sides.
QString endText(const std::optional<LabSide> &side, const SocketAddress &address)
{
    return QString(sideText(side) % u' ' % address.toString());
}

} // namespace

std::vector<WireLine> wireLines(std::span<const SegmentRecord> segments)
{
    std::vector<WireLine> lines;
    for (std::size_t first = 0; first < segments.size();) {
        const TimelineLane lane = laneOf(segments[first]);
        std::size_t end = first;
        while (end < segments.size() && isPlain(segments[end]) && laneOf(segments[end]) == lane)
            ++end;
        const std::size_t plain = end - first;
        const std::size_t hidden
            = plain > 2 * wireLinesAround + 1 ? plain - 2 * wireLinesAround : 0;
        end = std::max(end, first + 1);
        for (std::size_t at = first; at < end;) {
            const std::size_t count = hidden > 0 && at == first + wireLinesAround ? hidden : 1;
            lines.push_back({segments.subspan(at, count), lane});
            at += count;
        }
        first = end;
    }
    return lines;
}

std::vector<TimelineMark>
wireMarks(const WireLine &line, const QRectF &place, const TimelineFont &font)
{
    if (line.isOne())
        return segmentMarks(line.segments.front(), place, font);
    const QString text = moreText(static_cast<int>(line.segments.size()));
    const double width = font.width(text, false);
    return {textMark(QRectF(place.center().x() - width / 2, place.top(), width, place.height()),
                     {text, TimelineInk::Muted})};
}

double leastWireWidth(const TimelineFont &font)
{
    return font.width(QStringLiteral("FIN PSH ACK 65483"), true)
        + 2 * (margin + leastShaft + textGap);
}

double fullWireWidth(const TimelineFont &font)
{
    return leastWireWidth(font) + font.width(QStringLiteral("  seq 65484 ack 65484"), false);
}

QString readingOf(const WireLine &line, const RunRecord &record)
{
    const SegmentRecord &segment = line.segments.front();
    const QString time = labTime(line.time() - record.started);
    if (line.isOne())
        return QCoreApplication::translate("Teardown::Timeline",
                                           "%1 · wire, %2 → %3: %4, %5, window %6")
            .arg(time,
                 endText(segment.fromSide, segment.from),
                 endText(segment.toSide, segment.to),
                 segment.summary(),
                 segment.numbers(),
                 formatSize(segment.window));
    const int count = static_cast<int>(line.segments.size());
    qint64 bytes = 0;
    for (const SegmentRecord &each : line.segments)
        bytes += each.length;
    return QCoreApplication::translate(
               "Teardown::Timeline",
               "%1 · wire: %n more segments of data and acknowledgments, %2 in all",
               nullptr,
               count)
        .arg(time, formatSize(bytes));
}

QString wireText(std::span<const SegmentRecord> segments)
{
    QStringList texts;
    for (const WireLine &line : wireLines(segments)) {
        const SegmentRecord &segment = line.segments.front();
        texts += line.isOne()
            ? QString(arrowOf(segment) % u' ' % segment.summary() % u' ' % segment.numbers())
            : moreText(static_cast<int>(line.segments.size()));
    }
    return texts.join(u", "_qs);
}

} // namespace Teardown
