// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/recordreader.h"

#include "core/lab/scenario/factreader.h"

#include <QJsonArray>

namespace Teardown {

namespace {

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

TimePoint timeOf(const QJsonObject &object, const char *name, TimePoint start)
{
    const std::chrono::duration<double, std::milli> since(
        object.value(QLatin1StringView(name)).toDouble());
    return start + std::chrono::round<std::chrono::nanoseconds>(since);
}

KernelSight sightFrom(const QJsonObject &object)
{
    KernelSight sight{.state = textOf(object, "state").toLatin1(),
                      .timer = textOf(object, "timer").toLatin1(),
                      .unread = object.value(QLatin1StringView("unread")).toInteger(),
                      .unsent = object.value(QLatin1StringView("unsent")).toInteger()};
    if (const QJsonValue received = object.value(QLatin1StringView("received"));
        received.isDouble())
        sight.received = received.toInteger();
    return sight;
}

std::optional<SocketProbe> probeFrom(const QJsonObject &object)
{
    if (!object.contains(QLatin1StringView("poll")))
        return std::nullopt;
    return SocketProbe{.poll = textOf(object, "poll"),
                       .infoState = textOf(object, "infoState").toLatin1(),
                       .received = object.value(QLatin1StringView("received")).toInteger()};
}

CallResult resultFrom(const QJsonObject &object)
{
    CallResult result{.call = textOf(object, "call"),
                      .error = static_cast<int>(allErrnoNames().indexOf(textOf(object, "errno"))),
                      .facts = object.value(QLatin1StringView("facts")).toObject(),
                      .failure = textOf(object, "failure")};
    if (const QJsonValue returned = object.value(QLatin1StringView("returned"));
        returned.isDouble())
        result.returned = returned.toInteger();
    return result;
}

std::vector<CheckRecord> checksFrom(const QJsonArray &array)
{
    std::vector<CheckRecord> checks;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        checks.push_back({textOf(object, "fact"),
                          object.value(QLatin1StringView("expected")),
                          object.value(QLatin1StringView("seen")),
                          object.value(QLatin1StringView("passed")).toBool(),
                          object.value(QLatin1StringView("line")).toInt()});
    }
    return checks;
}

} // namespace

StepRecord stepRecordFrom(const QJsonObject &object, TimePoint start)
{
    StepRecord step{.act = object.value(QLatin1StringView("act")).toInt(),
                    .index = object.value(QLatin1StringView("step")).toInt(),
                    .id = textOf(object, "id"),
                    .actor = textOf(object, "actor"),
                    .side = fromToken(textOf(object, "side"), allLabSides),
                    .operation = textOf(object, "do"),
                    .line = object.value(QLatin1StringView("line")).toInt(),
                    .result = resultFrom(object),
                    .blocked = object.value(QLatin1StringView("blocked")).toBool(),
                    .started = timeOf(object, "startMs", start),
                    .ended = timeOf(object, "endMs", start),
                    .settled = timeOf(object, "settledMs", start)};
    const QJsonArray events = object.value(QLatin1StringView("events")).toArray();
    for (const QJsonValue event : events)
        step.events.append(event.toString());
    step.lostSegments
        = static_cast<quint64>(object.value(QLatin1StringView("lostSegments")).toInteger());
    step.checks = checksFrom(object.value(QLatin1StringView("checks")).toArray());
    if (const QJsonObject own = object.value(QLatin1StringView("own")).toObject(); !own.isEmpty()) {
        const QJsonObject other = object.value(QLatin1StringView("other")).toObject();
        step.ends = {addressFrom(object.value(QLatin1StringView("local"))),
                     addressFrom(object.value(QLatin1StringView("peer")))};
        step.own = sightFrom(own);
        step.other = sightFrom(other);
        step.ownProbe = probeFrom(own);
        step.otherProbe = probeFrom(other);
    }
    return step;
}

} // namespace Teardown
