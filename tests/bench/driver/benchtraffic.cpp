// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The benchmarks of servers side by side.

#include "tests/bench/driver/benchmarks.h"
#include "tests/bench/driver/comparison.h"
#include "tests/bench/driver/load.h"
#include "tests/bench/driver/plan.h"

#include <thread>

namespace Teardown {

namespace {

constexpr int activeAtOnce = 64;
constexpr int guestsAtOnce = 32;

/// Our program takes its events over to the main thread ten times a second.
constexpr Milliseconds settling{250};

/// A running server with its clients.
struct Stage
{
    Stage(const Plan &plan, const Contestant &contestant)
        : server(echoServer(plan, contestant.who))
        , load(server.address())
    {
        load.open(contestant.connections);
    }

    ServerProcess server;
    Load load;
};

Cost echo(const Plan &plan, const Contestant &contestant)
{
    Stage stage(plan, contestant);
    stage.load.pingPong(activeAtOnce, plan.window / 5);
    const CostMeter meter(stage.server);
    return meter.perUnit(stage.load.pingPong(activeAtOnce, plan.window));
}

Cost acceptEchoClose(const Plan &plan, const Contestant &contestant)
{
    Stage stage(plan, contestant);
    stage.load.comeAndGo(guestsAtOnce, plan.window / 5);
    std::this_thread::sleep_for(settling);
    const CostMeter meter(stage.server);
    return meter.perUnit(stage.load.comeAndGo(guestsAtOnce, plan.window), settling);
}

Cost drain(const Plan &plan, const Contestant &contestant)
{
    Stage stage(plan, contestant);
    std::this_thread::sleep_for(settling);
    const CostMeter meter(stage.server);
    stage.server.sendTermination();
    stage.load.readToEnd();
    return meter.perUnitUntilExit(static_cast<quint64>(contestant.connections), stage.server);
}

/// Milliseconds of processor time that the longest pass of our loop takes in a drain.
double longestSlice(const Plan &plan)
{
    ServerProcess server(
        {plan.programs % u"/peer_slices", QStringLiteral("%1"), QStringLiteral("%2")});
    Load load(server.address());
    load.open(plan.many);
    server.sendTermination();
    load.readToEnd();
    server.waitForExit();
    return server.output().trimmed().toDouble() / 1e6;
}

} // namespace

Findings benchEcho(const Plan &plan)
{
    const int few = plan.points.front();
    const int many = plan.many;
    const Comparison costs(plan,
                           QStringLiteral("echo"),
                           everybodyWith(plan.points),
                           [&plan](const Contestant &contestant) {
                               return echo(plan, contestant);
                           });
    const Contestant ours{Who::Ours, many};
    return {{{QStringLiteral("CPU per 64-byte echo, ours : raw epoll"),
              Unit::Ratio,
              1.30,
              1.15,
              costs.ratio(ours, {Who::RawEpoll, many})},
             {QStringLiteral("… ours : Go"),
              Unit::Ratio,
              1.00,
              0.90,
              costs.ratio(ours, {Who::Go, many})},
             {QStringLiteral("… ours : Qt's default dispatcher"),
              Unit::Fraction,
              1.0 / 20,
              1.0 / 35,
              costs.ratio(ours, {Who::QtDefault, many})},
             {QStringLiteral("… ours at %1 : ours at %2").arg(many).arg(few),
              Unit::Ratio,
              1.10,
              1.03,
              costs.ratio(ours, {Who::Ours, few})},
             {QStringLiteral("… the price of truth, ours : ours without the gate"),
              Unit::Ratio,
              {},
              {},
              costs.ratio(ours, {Who::OursWithoutGate, many})}},
            {costs.detail(QStringLiteral("64-byte echo, %1 clients active").arg(activeAtOnce))}};
}

Findings benchAccept(const Plan &plan)
{
    const Comparison costs(plan,
                           QStringLiteral("accept"),
                           everybodyWith({plan.many}),
                           [&plan](const Contestant &contestant) {
                               return acceptEchoClose(plan, contestant);
                           });
    const Contestant ours{Who::Ours, plan.many};
    return {{{QStringLiteral("CPU per accept + echo + close, ours : raw epoll"),
              Unit::Ratio,
              1.40,
              1.15,
              costs.ratio(ours, {Who::RawEpoll, plan.many})},
             {QStringLiteral("… the price of truth, ours : ours without the gate"),
              Unit::Ratio,
              {},
              {},
              costs.ratio(ours, {Who::OursWithoutGate, plan.many})}},
            {costs.detail(
                QStringLiteral("accept + echo + close, %1 at once, beside idle connections")
                    .arg(guestsAtOnce))}};
}

Findings benchDrain(const Plan &plan)
{
    const Comparison costs(plan,
                           QStringLiteral("drain"),
                           everybodyWith({plan.many}),
                           [&plan](const Contestant &contestant) {
                               return drain(plan, contestant);
                           });
    std::vector<double> slices;
    for (int round = 0; round < plan.rounds; ++round) {
        say(QStringLiteral("drain, longest slice, round %1 of %2").arg(round + 1).arg(plan.rounds));
        slices.push_back(longestSlice(plan));
    }
    return {{{QStringLiteral("CPU of a drain, ours : raw epoll"),
              Unit::Ratio,
              1.8,
              1.4,
              costs.ratio({Who::Ours, plan.many}, {Who::RawEpoll, plan.many})},
             {QStringLiteral("… the longest slice"), Unit::Millisecond, 5, 2, median(slices)}},
            {costs.detail(QStringLiteral("drained connection"))}};
}

} // namespace Teardown
