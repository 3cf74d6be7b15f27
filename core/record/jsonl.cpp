// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonl.h"

#include "core/close/summary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Teardown {

namespace {

/// JSON integers are exact in Qt up to 2^63 - 1, where every counter of this program stays.
qint64 integer(quint64 value)
{
    return static_cast<qint64>(std::min(value, quint64{std::numeric_limits<qint64>::max()}));
}

/// Microseconds are what the clocks are good for; more digits would only look precise.
double seconds(const RunStart &start, TimePoint time)
{
    return std::round(start.seconds(time) * 1e6) / 1e6;
}

QJsonObject identity(const ConnectionInfo &info)
{
    return {{QStringLiteral("id"), integer(info.id)},
            {QStringLiteral("role"), token(info.role)},
            {QStringLiteral("local"), info.local.toString()},
            {QStringLiteral("peer"), info.peer.toString()}};
}

QJsonObject fields(const ListeningEvent &event, const RunStart &)
{
    return {{QStringLiteral("event"), QStringLiteral("listening")},
            {QStringLiteral("listener"), integer(event.listener)},
            {QStringLiteral("address"), event.address.address.toString()},
            {QStringLiteral("port"), event.address.port},
            {QStringLiteral("service"), token(event.service)}};
}

QJsonObject fields(const OpenedEvent &event, const RunStart &)
{
    QJsonObject object = identity(event.info);
    object.insert(QStringLiteral("event"), QStringLiteral("opened"));
    object.insert(QStringLiteral("listener"), integer(event.info.endpoint));
    return object;
}

QJsonArray evidenceArray(const std::vector<Evidence> &evidence, const RunStart &start)
{
    QJsonArray array;
    for (const Evidence &piece : evidence) {
        array.append(QJsonObject{{QStringLiteral("mono"), seconds(start, piece.mono)},
                                 {QStringLiteral("layer"), token(piece.layer)},
                                 {QStringLiteral("what"), token(piece.what)},
                                 {QStringLiteral("detail"), QString::fromUtf8(piece.detail)}});
    }
    return array;
}

QJsonObject fields(const EndedEvent &event, const RunStart &start)
{
    const CloseReport &report = event.report;
    QJsonObject object = identity(event.info);
    object.insert(QStringLiteral("event"), QStringLiteral("ended"));
    object.insert(QStringLiteral("endedBy"), token(report.verdict.endedBy));
    object.insert(QStringLiteral("wire"), token(report.verdict.wire));
    object.insert(QStringLiteral("reason"), token(report.verdict.reason));
    object.insert(QStringLiteral("phase"), token(report.phase));
    object.insert(QStringLiteral("grade"), token(report.verdict.grade));
    object.insert(QStringLiteral("bytesIn"), report.bytesIn);
    object.insert(QStringLiteral("bytesOut"), report.bytesOut);
    object.insert(QStringLiteral("undelivered"), report.undelivered);
    object.insert(QStringLiteral("unread"), report.unread);
    object.insert(QStringLiteral("truncated"), report.truncated);
    object.insert(QStringLiteral("durationMs"), qint64{report.duration.count()});
    object.insert(QStringLiteral("errno"), errnoName(report.error));
    object.insert(QStringLiteral("evidence"), evidenceArray(report.evidence, start));
    object.insert(QStringLiteral("summary"), summary(report));
    return object;
}

QJsonObject fields(const RejectedEvent &event, const RunStart &)
{
    return {{QStringLiteral("event"), QStringLiteral("rejected")},
            {QStringLiteral("peer"), event.peer.toString()},
            {QStringLiteral("reason"), token(event.reason)}};
}

QJsonObject fields(const DrainEvent &event, const RunStart &)
{
    const DrainProgress &progress = event.progress;
    QJsonArray holdups;
    for (const Holdup &holdup : progress.holdups) {
        holdups.append(QJsonObject{{QStringLiteral("id"), integer(holdup.id)},
                                   {QStringLiteral("why"), toString(holdup)}});
    }
    const QString stage
        = event.stageChanged ? QString(token(progress.stage)) : QStringLiteral("progress");
    return {{QStringLiteral("event"), QStringLiteral("drain")},
            {QStringLiteral("stage"), stage},
            {QStringLiteral("total"), progress.total},
            {QStringLiteral("open"), progress.open},
            {QStringLiteral("orderly"), progress.orderly},
            {QStringLiteral("forced"), progress.forced},
            {QStringLiteral("undelivered"), progress.undelivered},
            {QStringLiteral("remainingMs"), qint64{progress.remaining.count()}},
            {QStringLiteral("holdups"), holdups}};
}

QJsonObject fields(const StatsEvent &event, const RunStart &)
{
    return {{QStringLiteral("event"), QStringLiteral("stats")},
            {QStringLiteral("open"), event.open},
            {QStringLiteral("ended"), integer(event.ended)},
            {QStringLiteral("bytesIn"), integer(event.bytesIn)},
            {QStringLiteral("bytesOut"), integer(event.bytesOut)},
            {QStringLiteral("loopLagMs"), event.loopLagMs},
            {QStringLiteral("dropped"), integer(event.dropped)}};
}

} // namespace

QByteArray toJsonLine(const Event &event, const RunStart &start)
{
    QJsonObject object
        = std::visit([&start](const auto &body) { return fields(body, start); }, event.body);
    object.insert(QStringLiteral("t"), event.wall.toUTC().toString(Qt::ISODateWithMs));
    object.insert(QStringLiteral("mono"), seconds(start, event.mono));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray toJson(const ConnectionSnapshot &connection, const RunStart &start)
{
    QJsonObject object = identity(connection.info);
    object.insert(QStringLiteral("listener"), integer(connection.info.endpoint));
    object.insert(QStringLiteral("service"), token(connection.info.service));
    object.insert(QStringLiteral("opened"), seconds(start, connection.info.opened));
    object.insert(QStringLiteral("state"), token(connection.state));
    object.insert(QStringLiteral("phase"), token(connection.phase));
    object.insert(QStringLiteral("bytesIn"), connection.bytesIn);
    object.insert(QStringLiteral("bytesOut"), connection.bytesOut);
    object.insert(QStringLiteral("undelivered"), connection.unsent);
    if (connection.tcp) {
        object.insert(QStringLiteral("rttUs"), qint64{connection.tcp->rtt.count()});
        object.insert(QStringLiteral("retransmits"), integer(connection.tcp->retransmits));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace Teardown
