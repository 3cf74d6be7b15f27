// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/comparison.h"

#include "tests/bench/driver/plan.h"

#include <algorithm>
#include <ctime>
#include <thread>

namespace Teardown {

namespace {

using std::chrono::nanoseconds;

nanoseconds ownCpu()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + nanoseconds(used.tv_nsec);
}

double microseconds(nanoseconds duration)
{
    return std::chrono::duration<double, std::micro>(duration).count();
}

Cost divided(const Cost &cost, quint64 units)
{
    const auto by = static_cast<double>(units);
    return {cost.cpu / by, cost.load / by, cost.wall / by};
}

double medianOf(const std::vector<Cost> &costs, double Cost::*figure)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(cost.*figure);
    return median(std::move(values));
}

} // namespace

CostMeter::CostMeter(const ServerProcess &server)
    : m_server(server)
    , m_cpu(server.cpu())
    , m_load(ownCpu())
    , m_begin(steadyNow())
{
}

Cost CostMeter::sinceBegin(nanoseconds cpuNow, nanoseconds wall) const
{
    return {microseconds(cpuNow - m_cpu), microseconds(ownCpu() - m_load), microseconds(wall)};
}

Cost CostMeter::perUnit(quint64 units, Milliseconds settling) const
{
    const nanoseconds wall = steadyNow() - m_begin;
    std::this_thread::sleep_for(settling);
    return divided(sinceBegin(m_server.cpu(), wall), units);
}

Cost CostMeter::perUnitUntilExit(quint64 units, ServerProcess &server) const
{
    const nanoseconds wall = steadyNow() - m_begin;
    return divided(sinceBegin(server.waitForExit(), wall), units);
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double percentOfCore(const Cost &cost)
{
    return 100 * cost.cpu / cost.wall;
}

BesideYardstick besideYardstick(const Plan &plan,
                                const QString &what,
                                const std::function<double(const QStringList &command)> &measure,
                                const QStringList &ours,
                                const QStringList &raw)
{
    BesideYardstick figures;
    for (int round = 0; round < plan.rounds; ++round) {
        say(QStringLiteral("%1, round %2 of %3").arg(what).arg(round + 1).arg(plan.rounds));
        const bool isRawFirst = round % 2 == 0;
        if (isRawFirst)
            figures.raw.push_back(measure(raw));
        figures.ours.push_back(measure(ours));
        if (!isRawFirst)
            figures.raw.push_back(measure(raw));
        figures.ratios.push_back(figures.ours.back() / figures.raw.back());
    }
    return figures;
}

Comparison::Comparison(const Plan &plan,
                       const QString &what,
                       const std::vector<Contestant> &contestants,
                       const std::function<Cost(const Contestant &)> &measure)
{
    std::vector<Contestant> present;
    std::copy_if(contestants.begin(),
                 contestants.end(),
                 std::back_inserter(present),
                 [&](const Contestant &one) { return !echoServer(plan, one.who).isEmpty(); });
    for (int round = 0; round < plan.rounds; ++round) {
        std::rotate(present.begin(), present.begin() + 1, present.end());
        for (const Contestant &one : present) {
            say(QStringLiteral("%1, round %2 of %3: %4 connections, %5")
                    .arg(what)
                    .arg(round + 1)
                    .arg(plan.rounds)
                    .arg(one.connections)
                    .arg(nameOf(one.who)));
            m_costs[one].push_back(measure(one));
        }
    }
}

std::optional<double> Comparison::ratio(const Contestant &one, const Contestant &other) const
{
    const auto above = m_costs.find(one);
    const auto below = m_costs.find(other);
    if (above == m_costs.end() || below == m_costs.end())
        return {};
    std::vector<double> ratios;
    for (std::size_t round = 0; round < above->second.size(); ++round)
        ratios.push_back(above->second[round].cpu / below->second[round].cpu);
    return median(std::move(ratios));
}

Detail Comparison::detail(const QString &unit) const
{
    Detail detail{QStringLiteral("Medians per %1").arg(unit),
                  {QStringLiteral("Server"),
                   QStringLiteral("Connections"),
                   QStringLiteral("CPU, µs"),
                   QStringLiteral("CPU of the load, µs"),
                   QStringLiteral("Wall, µs")},
                  {}};
    for (const auto &[one, costs] : m_costs) {
        detail.rows.push_back({nameOf(one.who),
                               QString::number(one.connections),
                               figure(medianOf(costs, &Cost::cpu), 2),
                               figure(medianOf(costs, &Cost::load), 2),
                               figure(medianOf(costs, &Cost::wall), 2)});
    }
    return detail;
}

std::vector<Contestant> everybodyWith(const std::vector<int> &connections)
{
    std::vector<Contestant> all;
    for (const int count : connections) {
        for (const Who who : everybody())
            all.push_back({who, count});
    }
    return all;
}

} // namespace Teardown
