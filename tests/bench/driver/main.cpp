// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// usage: bench [--quick] [NAME ...]
//
// Runs all benchmarks, or those named, and prints one table. Builds nothing and installs nothing:
// "./dev bench" does.

#include "core/net/limits.h"
#include "tests/bench/driver/benchmarks.h"
#include "tests/bench/driver/plan.h"
#include "tests/bench/driver/processors.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

#include <unistd.h>

using namespace Teardown;

namespace {

struct Benchmark
{
    const char *name;
    Findings (*run)(const Plan &plan);
};

constexpr std::array benchmarks{Benchmark{"echo", benchEcho},
                                Benchmark{"accept", benchAccept},
                                Benchmark{"rest", benchRest},
                                Benchmark{"restart", benchRestart},
                                Benchmark{"drain", benchDrain},
                                Benchmark{"memory", benchMemory},
                                Benchmark{"tcpinfo", benchTcpInfo},
                                Benchmark{"stall", benchStall},
                                Benchmark{"window", benchWindow}};

QString allNames()
{
    QStringList names;
    for (const Benchmark &benchmark : benchmarks)
        names.append(QString::fromLatin1(benchmark.name));
    return names.join(u' ');
}

/// As many connections as both this program and a server may have.
void fitToDescriptors(Plan &plan)
{
    constexpr quint64 othersOfOurs = 256; // clients that come and go, and their like
    const quint64 limit = raiseDescriptorLimit();
    const int most = static_cast<int>(std::min<quint64>(limit - othersOfOurs, 1'000'000));
    const auto tooMany = [most](int count) {
        return count > most;
    };
    if (std::none_of(plan.points.begin(), plan.points.end(), tooMany) && !tooMany(plan.many))
        return;
    say(QStringLiteral("only %1 files may be open here: no more than %2 connections")
            .arg(limit)
            .arg(most));
    plan.many = std::min(plan.many, most);
    std::erase_if(plan.points, tooMany);
    if (std::find(plan.points.begin(), plan.points.end(), plan.many) == plan.points.end())
        plan.points.push_back(plan.many);
}

Plan quickPlan()
{
    Plan plan;
    plan.rounds = 1;
    plan.window = Milliseconds(500);
    plan.restWindow = Milliseconds(10'000);
    plan.points = {100, 10'000};
    return plan;
}

QString processorModel()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly))
        return QSysInfo::currentCpuArchitecture();
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("model name"))
            return QString::fromLatin1(line.mid(line.indexOf(':') + 1)).trimmed();
    }
    return QSysInfo::currentCpuArchitecture();
}

QString circumstances(const Plan &plan)
{
    return QStringLiteral(
               "%1, Linux %2, Qt %3; server on processor %4, load on %5; %6 rounds of %7 s.\n")
        .arg(processorModel(), QSysInfo::kernelVersion(), QString::fromLatin1(qVersion()))
        .arg(processors().server)
        .arg(processors().load)
        .arg(plan.rounds)
        .arg(std::chrono::duration<double>(plan.window).count());
}

void append(Findings &all, const Findings &more)
{
    all.measures.insert(all.measures.end(), more.measures.begin(), more.measures.end());
    all.details.insert(all.details.end(), more.details.begin(), more.details.end());
}

} // namespace

namespace Teardown {

void die(const QString &what)
{
    say(what);
    std::exit(EXIT_FAILURE);
}

void say(const QString &what)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(what));
}

} // namespace Teardown

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList names = QCoreApplication::arguments().mid(1);
    Plan plan = names.removeAll(QStringLiteral("--quick")) > 0 ? quickPlan() : Plan();
    for (const QString &name : std::as_const(names)) {
        if (!allNames().split(u' ').contains(name))
            die(QStringLiteral("there is no benchmark \"%1\"; use some of: %2")
                    .arg(name, allNames()));
    }
    plan.programs = QCoreApplication::applicationDirPath();
    fitToDescriptors(plan);
    if (processors().areShared())
        say(QStringLiteral(
            "there is one processor for the servers and the load: mind no wall figures"));
    pinTo(processors().load);

    // The window finds no screen and no settings of the user.
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");

    Findings findings;
    for (const Benchmark &benchmark : benchmarks) {
        if (names.isEmpty() || names.contains(QLatin1StringView(benchmark.name)))
            append(findings, benchmark.run(plan));
    }
    std::fputs(qPrintable(circumstances(plan) % u'\n' % toText(findings)), stdout);
    return 0;
}
