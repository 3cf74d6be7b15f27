// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/segmentchannel.h"

#include "core/lab/scenario/factreader.h"

#include <QJsonArray>

namespace Teardown {

namespace {

constexpr QLatin1StringView segmentsField("wire");

/// What the headers of the packet tell is not said again.
QJsonObject toMessage(const SegmentRecord &segment)
{
    QJsonObject object{{QStringLiteral("time"),
                        qint64{segment.packet.time.time_since_epoch().count()}},
                       {QStringLiteral("wallTime"), segment.packet.wallTime},
                       {QStringLiteral("size"), static_cast<qint64>(segment.packet.length)},
                       {QStringLiteral("bytes"),
                        QString::fromLatin1(segment.packet.bytes.toBase64())},
                       {QStringLiteral("seq"), static_cast<qint64>(segment.sequence)},
                       {QStringLiteral("ack"), static_cast<qint64>(segment.acknowledgment)},
                       {QStringLiteral("window"), static_cast<qint64>(segment.window)}};
    if (segment.fromSide)
        object.insert(QStringLiteral("fromSide"), token(*segment.fromSide));
    if (segment.toSide)
        object.insert(QStringLiteral("toSide"), token(*segment.toSide));
    return object;
}

std::optional<LabSide> sideIn(const QJsonObject &object, QLatin1StringView field)
{
    const QString side = object.value(field).toString();
    return side.isEmpty() ? std::nullopt : std::optional(fromToken(side, allLabSides));
}

std::optional<SegmentRecord> segmentFrom(const QJsonObject &object)
{
    const auto number = [&](QLatin1StringView field) {
        return object.value(field).toInteger();
    };
    const QString bytes = object.value(QLatin1StringView("bytes")).toString();
    CapturedPacket packet{.time = TimePoint(TimePoint::duration(number(QLatin1StringView("time")))),
                          .wallTime = number(QLatin1StringView("wallTime")),
                          .bytes = QByteArray::fromBase64(bytes.toLatin1()),
                          .length = static_cast<quint32>(number(QLatin1StringView("size")))};
    const auto headers = parseSegment(packet.bytes);
    if (!headers)
        return std::nullopt;
    return SegmentRecord{.from = headers->source,
                         .to = headers->destination,
                         .fromSide = sideIn(object, QLatin1StringView("fromSide")),
                         .toSide = sideIn(object, QLatin1StringView("toSide")),
                         .flags = headers->flags,
                         .sequence = static_cast<quint32>(number(QLatin1StringView("seq"))),
                         .acknowledgment = static_cast<quint32>(number(QLatin1StringView("ack"))),
                         .length = headers->length,
                         .window = static_cast<quint32>(number(QLatin1StringView("window"))),
                         .packet = std::move(packet)};
}

} // namespace

bool sendSegments(const JsonChannel &channel, std::span<const SegmentRecord> segments)
{
    while (!segments.empty()) {
        const auto part = segments.first(std::min(segments.size(), segmentsPerMessage));
        QJsonArray array;
        for (const SegmentRecord &segment : part)
            array.append(toMessage(segment));
        if (!channel.send({{segmentsField, array}}))
            return false;
        segments = segments.subspan(part.size());
    }
    return true;
}

std::optional<std::vector<SegmentRecord>> segmentsIn(const QJsonObject &message)
{
    if (!message.contains(segmentsField))
        return std::nullopt;
    std::vector<SegmentRecord> segments;
    const QJsonArray array = message.value(segmentsField).toArray();
    for (const QJsonValue value : array) {
        if (auto segment = segmentFrom(value.toObject()))
            segments.push_back(std::move(*segment));
    }
    return segments;
}

} // namespace Teardown
