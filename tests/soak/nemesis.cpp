// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/battery.h"
#include "tests/support/freezer.h"

namespace Teardown {

namespace {

constexpr Milliseconds frozen{250};
constexpr Milliseconds running{150};

/// Several freezes long: a buffer that does not fill because the program stands still is not full.
constexpr Milliseconds quietTime{600};

} // namespace

/// Stopped again and again, the program finds several ends of a connection at once.
SoakResult SoakRows::nemesis(const SoakRun &run)
{
    const int seeds = run.full ? std::max(1, 30 * run.percent / 100) : 1;
    const int each = run.full ? 10'000 : 300;
    SoakResult result{.size = QStringLiteral("%1 x %2 endings").arg(seeds).arg(each)};
    int inferred = 0;
    for (int turn = 0; turn < seeds && result.failures.isEmpty(); ++turn) {
        std::minstd_rand random(run.seed + static_cast<unsigned>(turn));
        const Battery battery({.quietTime = quietTime});
        if (const QString failure = battery.startFailure(); !failure.isEmpty()) {
            result.failures << failure;
            break;
        }
        std::vector<Planned> planned
            = planAtRandom(random, allEndings(), static_cast<std::size_t>(each));
        {
            const Freezer freezer([&](int signal) { battery.sendSignal(signal); }, frozen, running);
            battery.run(planned);
        }
        result.failures << battery.judge(planned) << battery.accountingErrors() << battery.stop();
        inferred += battery.inferredCount();
    }
    result.figures = QStringLiteral("%1 inferred").arg(inferred);
    return result;
}

} // namespace Teardown
