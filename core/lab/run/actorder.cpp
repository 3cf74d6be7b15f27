// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actorder.h"

#include <QJsonArray>

#include <algorithm>

namespace Teardown {

namespace {

QJsonObject toJson(const Expectation &expectation)
{
    return {{QStringLiteral("fact"), expectation.fact},
            {QStringLiteral("expected"), expectation.expected},
            {QStringLiteral("line"), expectation.line}};
}

QJsonObject toJson(const Step &step)
{
    QJsonArray expectations;
    for (const Expectation &expectation : step.expectations)
        expectations.append(toJson(expectation));
    return {{QStringLiteral("id"), step.id},
            {QStringLiteral("actor"), step.actor},
            {QStringLiteral("do"), step.operation},
            {QStringLiteral("arguments"), step.arguments},
            {QStringLiteral("background"), step.background},
            {QStringLiteral("expect"), expectations},
            {QStringLiteral("line"), step.line}};
}

QJsonObject toJson(const ActorSpec &actor)
{
    return {{QStringLiteral("id"), actor.id},
            {QStringLiteral("kind"), token(actor.kind)},
            {QStringLiteral("side"), token(actor.side)}};
}

Step stepFrom(const QJsonObject &object)
{
    Step step{.id = object.value(QLatin1StringView("id")).toString(),
              .actor = object.value(QLatin1StringView("actor")).toString(),
              .operation = object.value(QLatin1StringView("do")).toString(),
              .arguments = object.value(QLatin1StringView("arguments")).toObject(),
              .background = object.value(QLatin1StringView("background")).toBool(),
              .line = object.value(QLatin1StringView("line")).toInt()};
    const QJsonArray expectations = object.value(QLatin1StringView("expect")).toArray();
    for (const QJsonValue value : expectations) {
        const QJsonObject expectation = value.toObject();
        step.expectations.push_back({expectation.value(QLatin1StringView("fact")).toString(),
                                     expectation.value(QLatin1StringView("expected")),
                                     expectation.value(QLatin1StringView("line")).toInt()});
    }
    return step;
}

ActorSpec actorFrom(const QJsonObject &object)
{
    return {object.value(QLatin1StringView("id")).toString(),
            fromToken(object.value(QLatin1StringView("kind")).toString(), allActorKinds),
            fromToken(object.value(QLatin1StringView("side")).toString(), allLabSides)};
}

} // namespace

QJsonObject toJson(const ActOrder &order)
{
    QJsonArray actors;
    for (const ActorSpec &actor : order.scenario.actors)
        actors.append(toJson(actor));
    QJsonArray steps;
    for (const Step &step : order.scenario.acts.front().steps)
        steps.append(toJson(step));
    return {{QStringLiteral("level"), token(order.scenario.level)},
            {QStringLiteral("actors"), actors},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("notCaptured"), order.options.notCaptured},
            {QStringLiteral("patienceMs"), qint64{order.options.patience.count()}},
            {QStringLiteral("callLimitMs"), qint64{order.options.callLimit.count()}}};
}

ActOrder actOrderFrom(const QJsonObject &object)
{
    const auto milliseconds = [&](const char *name) {
        return Milliseconds(object.value(QLatin1StringView(name)).toInteger());
    };
    ActOrder order;
    order.options.patience = milliseconds("patienceMs");
    order.options.callLimit = milliseconds("callLimitMs");
    order.options.notCaptured = object.value(QLatin1StringView("notCaptured")).toString();
    order.scenario.level
        = fromToken(object.value(QLatin1StringView("level")).toString(), allLabLevels);
    const QJsonArray actors = object.value(QLatin1StringView("actors")).toArray();
    for (const QJsonValue actor : actors)
        order.scenario.actors.push_back(actorFrom(actor.toObject()));
    Act act;
    const QJsonArray steps = object.value(QLatin1StringView("steps")).toArray();
    for (const QJsonValue step : steps)
        act.steps.push_back(stepFrom(step.toObject()));
    order.scenario.acts.push_back(std::move(act));
    return order;
}

} // namespace Teardown
