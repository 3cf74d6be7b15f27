// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The benchmarks of the desktop program.

#include "tests/bench/driver/benchmarks.h"
#include "tests/bench/driver/comparison.h"
#include "tests/bench/driver/load.h"
#include "tests/bench/driver/plan.h"

#include <QFileInfo>
#include <QProcess>

#include <array>

namespace Teardown {

namespace {

constexpr int messagesPerSecond = 5'000;
constexpr std::array rowCounts{10'000, 50'000};

/// Milliseconds; nothing when the program was built without a window.
std::optional<double> longestStall(const Plan &plan, int rows)
{
    const QString program = plan.programs % u"/stall";
    if (!QFileInfo::exists(program))
        return {};
    say(QStringLiteral("stall: %1 rows").arg(rows));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program,
                  {QString::number(rows), QString::number(plan.rounds * plan.window.count())});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        die(QStringLiteral("%1: %2").arg(program, process.errorString()));
    return process.readAllStandardOutput().trimmed().toDouble();
}

/// Percent of a core of \a command with \a plan.many clients, some of which ask for an echo.
double underLoad(const Plan &plan, const QStringList &command)
{
    const ServerProcess server(command);
    Load load(server.address());
    load.open(plan.many);
    load.sendPaced(messagesPerSecond, plan.window);
    const CostMeter meter(server);
    load.sendPaced(messagesPerSecond, plan.window * 5);
    return percentOfCore(meter.perUnit(1));
}

} // namespace

Findings benchStall(const Plan &plan)
{
    Findings findings;
    for (const int rows : rowCounts) {
        findings.measures.push_back(
            {QStringLiteral(
                 "window, %1 rows changing, 10 000 opened and ended a second: longest stall")
                 .arg(rows),
             Unit::Millisecond,
             rows == rowCounts.front() ? std::optional<double>(16) : std::nullopt,
             8,
             longestStall(plan, rows)});
    }
    return findings;
}

Findings benchWindow(const Plan &plan)
{
    BesideYardstick figures;
    if (QFileInfo::exists(QStringLiteral(TEARDOWN_PATH))) {
        figures = besideYardstick(
            plan,
            QStringLiteral("window"),
            [&plan](const QStringList &command) { return underLoad(plan, command); },
            {QStringLiteral(TEARDOWN_PATH),
             QStringLiteral("--listen"),
             QStringLiteral("%1:%2"),
             QStringLiteral("--service"),
             QStringLiteral("echo")},
            echoServer(plan, Who::RawEpoll));
    }
    const auto seen = [](const std::vector<double> &values) {
        return values.empty() ? std::nullopt : std::optional(median(values));
    };
    return {{{QStringLiteral("whole program with window, %1 messages a second")
                  .arg(messagesPerSecond),
              Unit::PercentOfCore,
              20,
              15,
              seen(figures.ours)},
             {QStringLiteral("… raw epoll without a window"),
              Unit::PercentOfCore,
              {},
              {},
              seen(figures.raw)},
             {QStringLiteral("… ours : raw"), Unit::Ratio, {}, {}, seen(figures.ratios)}},
            {}};
}

} // namespace Teardown
