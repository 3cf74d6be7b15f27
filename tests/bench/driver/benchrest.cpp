// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The benchmarks of our program at rest: processor, memory, deadlines.

#include "core/net/deadlines.h"
#include "tests/bench/driver/benchmarks.h"
#include "tests/bench/driver/comparison.h"
#include "tests/bench/driver/load.h"
#include "tests/bench/driver/plan.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <thread>

namespace Teardown {

namespace {

constexpr qsizetype longMessage = 64 * 1024;

/// Our program takes its events over ten times a second, and has a window of opening behind it.
constexpr Milliseconds settling{1'000};

void settle()
{
    std::this_thread::sleep_for(settling);
}

QStringList yardstick(const Plan &plan, const QString &work)
{
    return {plan.programs % u"/peer_rest", QStringLiteral("%1"), QStringLiteral("%2"), work};
}

/// Percent of a core of \a command with \a plan.many clients that answer its heartbeats.
double restWithHeartbeats(const Plan &plan, const QStringList &command)
{
    const ServerProcess server(command);
    Load load(server.address());
    load.open(plan.many);
    settle();
    const CostMeter meter(server);
    const quint64 answered = load.answerHeartbeats(plan.restWindow);
    const Cost cost = meter.perUnit(1);
    const auto due = static_cast<quint64>(plan.many * plan.restWindow / std::chrono::seconds(10));
    if (answered < due * 9 / 10)
        die(QStringLiteral("only %1 of %2 heartbeats came").arg(answered).arg(due));
    return percentOfCore(cost);
}

/// The same while they are silent, and the server asks the kernel about each.
double restWithSamples(const Plan &plan, const QStringList &command)
{
    const ServerProcess server(command);
    Load load(server.address());
    load.open(plan.many);
    settle();
    const CostMeter meter(server);
    std::this_thread::sleep_for(plan.restWindow / 2);
    return percentOfCore(meter.perUnit(1));
}

/// KiB a connection.
struct Memory
{
    double idle = 0;
    double used = 0; ///< after a long message
};

Memory memoryOf(const Plan &plan, Who who)
{
    const ServerProcess server(echoServer(plan, who));
    const qint64 empty = server.residentBytes();
    Load load(server.address());
    load.open(plan.many);
    settle();
    const auto each = [&] {
        return static_cast<double>(server.residentBytes() - empty) / plan.many / 1024;
    };
    const double idle = each();
    load.exchange(longMessage);
    settle();
    return {idle, each()};
}

/// Runs down nowhere.
class NeverDue final : public DeadlineOwner
{
public:
    void deadlinePassed(DeadlineNode &) override { die(QStringLiteral("a deadline has passed")); }
};

/// Nanoseconds a restart, of three deadlines of each connection, in no order.
double restart(int connections)
{
    constexpr std::size_t kinds = 3;
    const SteadyClock clock;
    Deadlines deadlines(clock);
    const std::array<DeadlineList *, kinds> lists{&deadlines.list(std::chrono::minutes(10)),
                                                  &deadlines.list(std::chrono::minutes(20)),
                                                  &deadlines.list(std::chrono::minutes(30))};
    NeverDue owner;
    std::vector<DeadlineNode> nodes(static_cast<std::size_t>(connections) * kinds);
    for (DeadlineNode &node : nodes)
        node.setOwner(&owner);
    std::vector<std::size_t> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(1));

    constexpr int turns = 100;
    const auto begin = steadyNow();
    for (int turn = 0; turn < turns; ++turn) {
        for (const std::size_t i : order)
            deadlines.start(nodes[i], *lists[i % kinds]);
    }
    const std::chrono::duration<double, std::nano> took = steadyNow() - begin;
    return took.count() / turns / static_cast<double>(order.size());
}

} // namespace

Findings benchRest(const Plan &plan)
{
    const BesideYardstick figures = besideYardstick(
        plan,
        QStringLiteral("rest"),
        [&plan](const QStringList &command) { return restWithHeartbeats(plan, command); },
        ourServer(QStringLiteral("line")),
        yardstick(plan, QStringLiteral("ping")));
    return {{{QStringLiteral("at rest, three deadlines and a heartbeat every 10 s"),
              Unit::PercentOfCore,
              4,
              2,
              median(figures.ours)},
             {QStringLiteral("… raw epoll that only pings and reads"),
              Unit::PercentOfCore,
              {},
              {},
              median(figures.raw)},
             {QStringLiteral("… ours : raw"), Unit::Ratio, {}, {}, median(figures.ratios)}},
            {}};
}

Findings benchTcpInfo(const Plan &plan)
{
    const BesideYardstick figures = besideYardstick(
        plan,
        QStringLiteral("tcpinfo"),
        [&plan](const QStringList &command) { return restWithSamples(plan, command); },
        ourServer(QStringLiteral("echo"),
                  {QStringLiteral("--idle-timeout"), QStringLiteral("off")}),
        yardstick(plan, QStringLiteral("sample")));
    return {{{QStringLiteral("TCP_INFO of all once a second"),
              Unit::PercentOfCore,
              1.5,
              0.9,
              median(figures.ours)},
             {QStringLiteral("… getsockopt alone"),
              Unit::PercentOfCore,
              {},
              {},
              median(figures.raw)},
             {QStringLiteral("… ours : alone"), Unit::Ratio, {}, {}, median(figures.ratios)}},
            {}};
}

Findings benchRestart(const Plan &plan)
{
    std::vector<double> nanoseconds;
    for (int round = 0; round < plan.rounds; ++round)
        nanoseconds.push_back(restart(plan.many));
    return {{{QStringLiteral("restart of a deadline"),
              Unit::Nanosecond,
              50,
              5,
              median(std::move(nanoseconds))}},
            {}};
}

Findings benchMemory(const Plan &plan)
{
    Detail detail{QStringLiteral("Resident memory per connection"),
                  {QStringLiteral("Server"),
                   QStringLiteral("Idle, KiB"),
                   QStringLiteral("After 64 KiB, KiB")},
                  {}};
    std::optional<Memory> ours;
    for (const Who who : everybody()) {
        if (who == Who::OursWithoutGate || echoServer(plan, who).isEmpty())
            continue;
        say(QStringLiteral("memory: %1").arg(nameOf(who)));
        const Memory memory = memoryOf(plan, who);
        detail.rows.push_back({nameOf(who), figure(memory.idle, 1), figure(memory.used, 1)});
        if (who == Who::Ours)
            ours = memory;
    }
    return {
        {{QStringLiteral("resident memory per idle connection"), Unit::Kibibyte, 8, 4, ours->idle},
         {QStringLiteral("… after one 64 KiB message each"), Unit::Kibibyte, 48, 12, ours->used}},
        {detail}};
}

} // namespace Teardown
