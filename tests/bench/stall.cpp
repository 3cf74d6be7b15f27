// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The main window under as many changes as it can get: prints how long its thread was held up at
// most, in milliseconds of processor time, which do not depend on what else the machine does.
//
// usage: stall ROWS MILLISECONDS

#include "core/monitor.h"
#include "tests/bench/batchload.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Teardown;

namespace {

constexpr Milliseconds batchInterval{100};
constexpr Milliseconds probeInterval{1};

/// Processor time of this thread.
std::chrono::nanoseconds threadTime()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

/// Feeds the window in place of the network, and probes how late a click would be noticed.
class StallMeter
{
public:
    StallMeter(Monitor &monitor, int rows)
        : m_monitor(monitor)
        , m_load(rows, monitor.start().mono)
    {
        emit m_monitor.batchTaken(m_load.first());
        QObject::connect(&m_batches, &QTimer::timeout, &m_monitor, [this] { feed(); });
        QObject::connect(&m_probes, &QTimer::timeout, &m_monitor, [this] { probe(); });
        m_probes.setTimerType(Qt::PreciseTimer);
        m_batches.start(batchInterval);
        m_probes.start(probeInterval);
    }

    void forget() { m_longest = {}; }
    std::chrono::nanoseconds longest() const { return m_longest; }

private:
    void feed()
    {
        const auto begin = threadTime();
        const Batch batch = m_load.next();
        m_lastProbe += threadTime() - begin; // is not the window's work
        emit m_monitor.batchTaken(batch);
    }

    void probe()
    {
        const auto now = threadTime();
        m_longest = std::max(m_longest, now - m_lastProbe);
        m_lastProbe = now;
    }

    Monitor &m_monitor;
    BatchLoad m_load;
    QTimer m_batches;
    QTimer m_probes;
    std::chrono::nanoseconds m_lastProbe = threadTime();
    std::chrono::nanoseconds m_longest{0};
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const int rows = QCoreApplication::arguments().value(1).toInt();
    const int time = QCoreApplication::arguments().value(2).toInt();
    if (rows <= 0 || time <= 0) {
        std::fprintf(stderr, "usage: %s ROWS MILLISECONDS\n", argv[0]);
        return 2;
    }
    QCoreApplication::setOrganizationName(QStringLiteral("teardown"));
    QCoreApplication::setApplicationName(QStringLiteral("stall"));
    Monitor monitor{MonitorSettings()};
    MainWindow window(monitor);
    window.show();
    StallMeter meter(monitor, rows);

    // Until the window has been painted and the rows that ended are at their limit.
    constexpr int warmUp = 6'000;
    QTimer::singleShot(warmUp, &window, [&meter] { meter.forget(); });
    QTimer::singleShot(warmUp + time, &app, &QCoreApplication::quit);
    const int code = QApplication::exec();
    std::printf("%.3f\n", std::chrono::duration<double, std::milli>(meter.longest()).count());
    return code;
}
