// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "tests/bench/driver/competitors.h"
#include "tests/bench/driver/serverprocess.h"
#include "tests/bench/driver/table.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace Teardown {

struct Plan;

/// What one unit of work cost, in microseconds.
struct Cost
{
    double cpu = 0; ///< user and system time of the server
    double load = 0; ///< the same of the load, that is of this program
    double wall = 0;
};

/// Measures from its making on.
class CostMeter
{
public:
    explicit CostMeter(const ServerProcess &server);

    /// The cost of each of \a units until now. Work that the server does within \a settling after
    /// it has answered is its own as well.
    Cost perUnit(quint64 units, Milliseconds settling = Milliseconds{0}) const;

    /// The same when the server is about to end; waits for that.
    Cost perUnitUntilExit(quint64 units, ServerProcess &server) const;

private:
    Cost sinceBegin(std::chrono::nanoseconds cpuNow, std::chrono::nanoseconds wall) const;

    const ServerProcess &m_server;
    std::chrono::nanoseconds m_cpu;
    std::chrono::nanoseconds m_load;
    TimePoint m_begin;
};

/// One that runs against others.
struct Contestant
{
    Who who = Who::Ours;
    int connections = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): it sees a 0 in what the compiler makes of this
    auto operator<=>(const Contestant &) const = default;
};

double median(std::vector<double> values);

double percentOfCore(const Cost &cost);

/// Our program and a yardstick, side by side; a figure a round.
struct BesideYardstick
{
    std::vector<double> ours;
    std::vector<double> raw;
    std::vector<double> ratios;
};

/// Calls \a measure with both commands in each round of \a plan, every other time the other way
/// round.
BesideYardstick besideYardstick(const Plan &plan,
                                const QString &what,
                                const std::function<double(const QStringList &command)> &measure,
                                const QStringList &ours,
                                const QStringList &raw);

/// Costs measured side by side: in each round every contestant once, beginning with another one
/// each time. Those whose peer was not built are left out.
class Comparison
{
public:
    Comparison(const Plan &plan,
               const QString &what,
               const std::vector<Contestant> &contestants,
               const std::function<Cost(const Contestant &)> &measure);

    /// The median over the rounds of what \a one costs the processor, for each that \a other does.
    std::optional<double> ratio(const Contestant &one, const Contestant &other) const;

    /// Every contestant with the medians of what was measured. \a unit is what a cost is for, such
    /// as "echo".
    Detail detail(const QString &unit) const;

private:
    std::map<Contestant, std::vector<Cost>> m_costs; ///< one a round
};

/// Everybody with each number of connections.
std::vector<Contestant> everybodyWith(const std::vector<int> &connections);

} // namespace Teardown
