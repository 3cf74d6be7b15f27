// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonl.h"

#include "core/close/summary.h"
#include "core/record/jsontext.h"

#include <QDateTime>

#include <array>
#include <chrono>

namespace Teardown {

namespace {

void addIdentity(JsonText &json, const ConnectionInfo &info)
{
    json.add(QLatin1StringView("id"), info.id)
        .add(QLatin1StringView("role"), token(info.role))
        .add(QLatin1StringView("local"), info.local.toString())
        .add(QLatin1StringView("peer"), info.peer.toString());
}

void addFields(JsonText &json, const ListeningEvent &event, const RunStart &)
{
    json.add(QLatin1StringView("event"), QLatin1StringView("listening"))
        .add(QLatin1StringView("listener"), event.listener)
        .add(QLatin1StringView("address"), event.address.address.toString())
        .add(QLatin1StringView("port"), event.address.port)
        .add(QLatin1StringView("service"), token(event.service));
}

void addFields(JsonText &json, const OpenedEvent &event, const RunStart &)
{
    json.add(QLatin1StringView("event"), QLatin1StringView("opened"));
    addIdentity(json, event.info);
    json.add(QLatin1StringView("listener"), event.info.endpoint);
}

void addEvidence(JsonText &json, const std::vector<Evidence> &evidence, const RunStart &start)
{
    json.beginArray(QLatin1StringView("evidence"));
    for (const Evidence &piece : evidence) {
        json.beginObject()
            .addDecimal(QLatin1StringView("mono"), start.seconds(piece.mono))
            .add(QLatin1StringView("layer"), token(piece.layer))
            .add(QLatin1StringView("what"), token(piece.what))
            .add(QLatin1StringView("detail"), QUtf8StringView(piece.detail))
            .endObject();
    }
    json.endArray();
}

void addFields(JsonText &json, const EndedEvent &event, const RunStart &start)
{
    const CloseReport &report = *event.report;
    json.add(QLatin1StringView("event"), QLatin1StringView("ended"));
    addIdentity(json, event.info);
    json.add(QLatin1StringView("endedBy"), token(report.verdict.endedBy))
        .add(QLatin1StringView("wire"), token(report.verdict.wire))
        .add(QLatin1StringView("reason"), token(report.verdict.reason))
        .add(QLatin1StringView("phase"), token(report.phase))
        .add(QLatin1StringView("grade"), token(report.verdict.grade))
        .add(QLatin1StringView("bytesIn"), report.bytesIn)
        .add(QLatin1StringView("bytesOut"), report.bytesOut)
        .add(QLatin1StringView("undelivered"), report.undelivered)
        .add(QLatin1StringView("unread"), report.unread)
        .add(QLatin1StringView("truncated"), report.truncated)
        .add(QLatin1StringView("durationMs"), report.duration.count())
        .add(QLatin1StringView("errno"), errnoName(report.error));
    addEvidence(json, report.evidence, start);
    json.add(QLatin1StringView("summary"), summary(report));
}

void addFields(JsonText &json, const RejectedEvent &event, const RunStart &)
{
    json.add(QLatin1StringView("event"), QLatin1StringView("rejected"))
        .add(QLatin1StringView("peer"), event.peer.toString())
        .add(QLatin1StringView("reason"), token(event.reason));
}

std::optional<qint64> remainingMs(const DrainProgress &progress)
{
    if (!progress.remaining)
        return std::nullopt;
    return progress.remaining->count();
}

void addFields(JsonText &json, const DrainEvent &event, const RunStart &)
{
    const DrainProgress &progress = event.progress;
    json.add(QLatin1StringView("event"), QLatin1StringView("drain"))
        .add(QLatin1StringView("stage"),
             event.stageChanged ? token(progress.stage) : QLatin1StringView("progress"))
        .add(QLatin1StringView("total"), progress.total)
        .add(QLatin1StringView("open"), progress.open)
        .add(QLatin1StringView("orderly"), progress.orderly)
        .add(QLatin1StringView("forced"), progress.forced)
        .add(QLatin1StringView("otherwise"), progress.otherwise)
        .add(QLatin1StringView("undelivered"), progress.undelivered)
        .add(QLatin1StringView("remainingMs"), remainingMs(progress))
        .beginArray(QLatin1StringView("holdups"));
    for (const Holdup &holdup : progress.holdups)
        json.beginObject()
            .add(QLatin1StringView("id"), holdup.id)
            .add(QLatin1StringView("why"), toString(holdup))
            .endObject();
    json.endArray();
}

void addFields(JsonText &json, const StatsEvent &event, const RunStart &)
{
    json.add(QLatin1StringView("event"), QLatin1StringView("stats"))
        .add(QLatin1StringView("open"), event.open)
        .add(QLatin1StringView("ended"), event.ended)
        .add(QLatin1StringView("bytesIn"), event.bytesIn)
        .add(QLatin1StringView("bytesOut"), event.bytesOut)
        .addDecimal(QLatin1StringView("loopLagMs"), event.loopLagMs)
        .add(QLatin1StringView("dropped"), event.dropped);
}

/// Writes \a value in decimal, with zeros before it, to the \a width characters before \a end.
void writeDigits(char *end, int width, int value)
{
    for (; width > 0; --width, value /= 10)
        *--end = char('0' + value % 10);
}

/// RFC 3339 with milliseconds, in UTC: arithmetic alone, as each line has one.
std::array<char, 25> utcTime(const QDateTime &time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(time.toMSecsSinceEpoch())};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    auto text = std::to_array("0000-00-00T00:00:00.000Z");
    writeDigits(&text[4], 4, int(date.year()));
    writeDigits(&text[7], 2, int(unsigned(date.month())));
    writeDigits(&text[10], 2, int(unsigned(date.day())));
    writeDigits(&text[13], 2, int(clock.hours().count()));
    writeDigits(&text[16], 2, int(clock.minutes().count()));
    writeDigits(&text[19], 2, int(clock.seconds().count()));
    writeDigits(&text[23], 3, int(clock.subseconds().count()));
    return text;
}

} // namespace

QByteArray toJsonLine(const Event &event, const RunStart &start)
{
    JsonText json;
    json.beginObject();
    std::visit([&](const auto &body) { addFields(json, body, start); }, event.body);
    const auto time = utcTime(event.wall);
    json.add(QLatin1StringView("t"), QLatin1StringView(time.data()))
        .addDecimal(QLatin1StringView("mono"), start.seconds(event.mono))
        .endObject();
    return json.text() + '\n';
}

QByteArray toJson(const ConnectionSnapshot &connection, const RunStart &start)
{
    JsonText json;
    json.beginObject();
    addIdentity(json, connection.info);
    json.add(QLatin1StringView("listener"), connection.info.endpoint)
        .add(QLatin1StringView("service"), token(connection.info.service))
        .addDecimal(QLatin1StringView("opened"), start.seconds(connection.info.opened))
        .add(QLatin1StringView("state"), token(connection.state))
        .add(QLatin1StringView("phase"), token(connection.phase))
        .add(QLatin1StringView("bytesIn"), connection.bytesIn)
        .add(QLatin1StringView("bytesOut"), connection.bytesOut)
        .add(QLatin1StringView("undelivered"), connection.unsent);
    if (connection.tcp) {
        json.add(QLatin1StringView("rttUs"), connection.tcp->rtt.count())
            .add(QLatin1StringView("retransmits"), connection.tcp->retransmits);
    }
    return json.endObject().text();
}

} // namespace Teardown
