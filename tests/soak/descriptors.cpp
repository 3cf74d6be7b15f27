// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/processfigures.h"
#include "tests/support/programrunner.h"
#include "tests/support/served.h"

#include <csignal>
#include <memory>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

constexpr int impatientClients = 200;

/// Half of a limit this low is for connections (limits.h, connectionCap()).
constexpr int served = 32;

constexpr double mostCpuTurningAway = 0.10; ///< of a core

/// Again and again, as impatient clients do.
constexpr Milliseconds betweenKnocks{50};

bool isRejected(const QJsonObject &record)
{
    return record[QLatin1String("event")] == QLatin1String("rejected")
        && record[QLatin1String("reason")] == QLatin1String("limit-rejected");
}

} // namespace

SoakResult SoakRows::descriptors(const SoakRun &run)
{
    SoakResult result{.size = QStringLiteral("64 for %1 clients").arg(impatientClients)};
    ProgramRunner program(QStringLiteral("/bin/sh"),
                          {QStringLiteral("-c"),
                           QStringLiteral("ulimit -n 64; exec \"$0\" serve --listen 127.0.0.1:0"),
                           commandLineProgram()});
    const std::vector<SocketAddress> listeners = program.waitForListeners();
    if (listeners.empty()) {
        result.failures << QString::fromLocal8Bit(program.errorOutput());
        return result;
    }
    const SocketAddress &server = listeners.front();

    std::vector<std::unique_ptr<Client>> inside;
    int turnedAway = 0;
    for (int count = 0; count < impatientClients; ++count) {
        auto client = std::make_unique<Client>(server);
        if (client->hello.startsWith("HELLO "))
            inside.push_back(std::move(client));
        else
            ++turnedAway;
    }
    if (inside.size() != served)
        result.failures << QStringLiteral("%1 are served, not %2").arg(inside.size()).arg(served);

    const Milliseconds cpuBefore = ProcessFigures::cpuTime(program.processId());
    const TimePoint begin = steadyNow();
    const TimePoint end = begin + std::chrono::seconds(run.size(3, 30));
    while (steadyNow() < end) {
        const Client knocking(server);
        turnedAway += knocking.hello.isEmpty() ? 1 : 0;
        std::this_thread::sleep_for(betweenKnocks);
    }
    const Milliseconds cpu = ProcessFigures::cpuTime(program.processId()) - cpuBefore;
    const double share = static_cast<double>(cpu.count())
        / static_cast<double>(millisecondsBetween(begin, steadyNow()));
    if (share >= mostCpuTurningAway)
        result.failures << QStringLiteral("%1 of a core").arg(share);

    inside.front()->peer.close();
    program.waitForEnded(inside.front()->peer.key());
    if (const Client next(server); !next.hello.startsWith("HELLO "))
        result.failures << QStringLiteral("nobody is let in after one has left");
    inside.clear();
    program.sendSignal(SIGTERM);
    if (const int code = program.waitForExit().value_or(-1); code != 0)
        result.failures << QStringLiteral("exit code %1").arg(code);
    int told = 0;
    for (const QJsonObject &record : program.records())
        told += isRejected(record) ? 1 : 0;
    if (told != turnedAway)
        result.failures << QStringLiteral("%1 turned away, %2 told").arg(turnedAway).arg(told);
    result.figures = QStringLiteral("%1 rejected and told, %2 % of a core")
                         .arg(told)
                         .arg(share * 100, 0, 'f', 1);
    return result;
}

} // namespace Teardown
