// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/acthost.h"

#include "core/lab/network/namespacesupport.h"
#include "core/lab/network/privatenetwork.h"
#include "core/lab/run/actorder.h"
#include "core/lab/run/actornursery.h"
#include "core/lab/run/labact.h"
#include "core/lab/run/segmentchannel.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>

namespace Teardown {

namespace {

using Place = Result<std::unique_ptr<LabPlace>>;

/// A loopback interface of one's own.
Place makeLoopback()
{
    if (const QString fault = enterUserNamespace(); !fault.isEmpty())
        return Failure{fault};
    if (!NetworkNamespace::makeAndEnter().isOpen())
        return Failure{whyNoNamespace(NamespaceStage::Namespace, errno)};
    if (const int error = RouteNetlink().setUp("lo", true); error != 0)
        return Failure{whyNoNamespace(NamespaceStage::Network, error)};
    return std::unique_ptr<LabPlace>(std::make_unique<LoopbackPlace>());
}

Place makeNetwork()
{
    auto network = PrivateNetwork::make();
    if (!network)
        return Failure{network.error()};
    return std::unique_ptr<LabPlace>(std::move(*network));
}

/// Obeys until the other side has gone.
void runSteps(ActRun &act, const JsonChannel &channel)
{
    while (const auto request = channel.receive()) {
        const auto index
            = static_cast<std::size_t>(request->value(QLatin1StringView("step")).toInteger());
        const TimePoint limit(
            TimePoint::duration(request->value(QLatin1StringView("limit")).toInteger()));
        StepRecord record = act.run(index, limit);
        const auto segments = std::exchange(record.segments, {});
        if (!sendSegments(channel, segments) || !channel.send(toJson(record, TimePoint{})))
            return;
    }
}

} // namespace

void runActHost(const JsonChannel &channel)
{
    const auto message = channel.receive();
    if (!message)
        return;
    ActOrder order = actOrderFrom(*message);
    const bool isApart = order.scenario.level == LabLevel::L1;
    auto place = isApart ? makeNetwork() : makeLoopback();
    if (!place) {
        std::ignore = channel.send({{QStringLiteral("failure"), place.error()}});
        return;
    }
    // Both before there is any other thread.
    if (!isApart)
        order.options.nursery = ActorNursery::forked();
    std::signal(SIGPIPE, SIG_IGN);
    int argumentCount = 1;
    char name[] = "lab";
    char *arguments[] = {name, nullptr};
    std::optional<QCoreApplication> application;
    if (!QCoreApplication::instance())
        application.emplace(argumentCount, arguments);

    const std::atomic<bool> never{false};
    LabAct act(order.scenario, 0, **place, order.options, never);
    const QString failure = act.begin();
    if (channel.send({{QStringLiteral("failure"), failure},
                      {QStringLiteral("notCaptured"), act.notCaptured()}})
        && failure.isEmpty())
        runSteps(act, channel);
}

} // namespace Teardown
