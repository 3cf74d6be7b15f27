// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/segmentrecord.h"

#include <QJsonArray>

namespace Teardown {

namespace {

QJsonValue toJson(const std::optional<LabSide> &side)
{
    return side ? QJsonValue(token(*side)) : QJsonValue();
}

} // namespace

double labMilliseconds(TimePoint start, TimePoint time)
{
    return std::chrono::duration<double, std::milli>(time - start).count();
}

QString SegmentRecord::summary() const
{
    return length == 0 ? flags.toString()
                       : QString(flags.toString() % u' ' % QString::number(length));
}

QString SegmentRecord::numbers() const
{
    const QString seq = QStringLiteral("seq %1").arg(sequence);
    return flags.has(TcpFlags::ack) ? QString(seq % QStringLiteral(" ack %1").arg(acknowledgment))
                                    : seq;
}

QJsonObject toJson(const SegmentRecord &segment, TimePoint start)
{
    QJsonObject object{
        {QStringLiteral("ms"), labMilliseconds(start, segment.packet.time)},
        {QStringLiteral("from"), segment.from.toString()},
        {QStringLiteral("to"), segment.to.toString()},
        {QStringLiteral("fromSide"), toJson(segment.fromSide)},
        {QStringLiteral("toSide"), toJson(segment.toSide)},
        {QStringLiteral("flags"),
         QJsonArray::fromStringList(segment.flags.toString().split(u' ', Qt::SkipEmptyParts))},
        {QStringLiteral("seq"), static_cast<qint64>(segment.sequence)},
        {QStringLiteral("length"), static_cast<qint64>(segment.length)},
        {QStringLiteral("window"), static_cast<qint64>(segment.window)},
    };
    if (segment.flags.has(TcpFlags::ack))
        object.insert(QStringLiteral("ack"), static_cast<qint64>(segment.acknowledgment));
    return object;
}

} // namespace Teardown
