// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/battery.h"
#include "tests/support/clientbattery.h"

namespace Teardown {

namespace {

struct Configuration
{
    bool epoll;
    QHostAddress::SpecialAddress host;
};

constexpr std::array configurations{Configuration{true, QHostAddress::LocalHostIPv6},
                                    Configuration{false, QHostAddress::LocalHost},
                                    Configuration{true, QHostAddress::LocalHost},
                                    Configuration{false, QHostAddress::LocalHostIPv6}};

/// What came of one configuration.
struct Tally
{
    int endings = 0;
    int inferred = 0;
    QStringList failures;
};

void runServers(const Configuration &configuration,
                int each,
                std::minstd_rand &random,
                Tally &tally)
{
    const SocketAddress any{QHostAddress(configuration.host), 0};
    const Battery battery(
        {.listen = any.toString(),
         .options = {QStringLiteral("--epoll"),
                     configuration.epoll ? QStringLiteral("on") : QStringLiteral("off")}});
    if (const QString failure = battery.startFailure(); !failure.isEmpty()) {
        tally.failures << failure;
        return;
    }
    std::vector<Planned> planned = planEach(random, each);
    battery.run(planned);
    tally.failures << battery.judge(planned) << battery.accountingErrors() << battery.stop();
    tally.endings += static_cast<int>(planned.size());
    tally.inferred += battery.inferredCount();
}

void runClients(const Configuration &configuration,
                int each,
                std::minstd_rand &random,
                Tally &tally)
{
    const MonitorSettings settings{.drainDeadline = Milliseconds(1'000),
                                   .epoll = configuration.epoll};
    ClientBattery battery(settings, QHostAddress(configuration.host));
    for (int round = 0; round < each; ++round) {
        tally.failures << battery.runEach(random);
        tally.endings += static_cast<int>(allClientEndings().size());
    }
    tally.inferred += battery.inferredCount();
}

} // namespace

SoakResult SoakRows::truthTable(const SoakRun &run)
{
    // The other two configurations of the short form are in tst_endings and in the full one.
    const std::size_t used = run.full ? configurations.size() : 2;
    const int each = run.size(1, 40);
    std::minstd_rand random(run.seed);
    Tally tally;
    for (std::size_t index = 0; index < used; ++index) {
        runServers(configurations[index], each, random, tally);
        runClients(configurations[index], each, random, tally);
    }
    if (tally.inferred * inferredOneIn > std::max(tally.endings, inferredOneIn))
        tally.failures << QStringLiteral("%1 inferred").arg(tally.inferred);
    return {.size = QStringLiteral("%1 endings").arg(tally.endings),
            .figures = QStringLiteral("%1 inferred").arg(tally.inferred),
            .failures = tally.failures};
}

} // namespace Teardown
