// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/scenario.h"

#include "core/lab/scenario/vocabulary.h"

#include <algorithm>

namespace Teardown {

QLatin1StringView token(LabLevel level)
{
    switch (level) {
    case LabLevel::L0:
        return QLatin1StringView("L0");
    case LabLevel::L1:
        return QLatin1StringView("L1");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(LabSide side)
{
    switch (side) {
    case LabSide::Client:
        return QLatin1StringView("client");
    case LabSide::Middle:
        return QLatin1StringView("middle");
    case LabSide::Server:
        return QLatin1StringView("server");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Posix:
        return QLatin1StringView("posix");
    case ActorKind::Process:
        return QLatin1StringView("process");
    case ActorKind::Qt:
        return QLatin1StringView("qt");
    case ActorKind::Tls:
        return QLatin1StringView("tls");
    case ActorKind::Teardown:
        return QLatin1StringView("teardown");
    case ActorKind::Relay:
        return QLatin1StringView("relay");
    case ActorKind::Network:
        return QLatin1StringView("network");
    }
    Q_UNREACHABLE();
}

const QString &LocalizedText::in(QStringView language) const
{
    return language.startsWith(QLatin1StringView("zh")) && !zhCn.isEmpty() ? zhCn : en;
}

QString Step::text(const char *name) const
{
    return arguments.value(QLatin1StringView(name)).toString();
}

QString Step::socket() const
{
    const QJsonValue named = arguments.value(QLatin1StringView("socket"));
    if (named.isString())
        return named.toString();
    const OperationSpec *spec = findOperation(operation);
    return QString::fromLatin1(spec ? spec->defaultSocket : "connection");
}

const ActorSpec *Scenario::actor(QStringView actorId) const
{
    const auto found = std::find_if(actors.begin(), actors.end(), [&](const ActorSpec &spec) {
        return spec.id == actorId;
    });
    return found == actors.end() ? nullptr : &*found;
}

bool hasMiddle(const Scenario &scenario)
{
    return std::any_of(scenario.actors.begin(), scenario.actors.end(), [](const ActorSpec &actor) {
        return actor.side == LabSide::Middle;
    });
}

bool hasRelay(const Scenario &scenario)
{
    return std::any_of(scenario.actors.begin(), scenario.actors.end(), [](const ActorSpec &actor) {
        return actor.side == LabSide::Middle && actor.kind != ActorKind::Network;
    });
}

} // namespace Teardown
