// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labsuite.h"

#include "core/lab/network/namespacesupport.h"
#include "core/lab/run/labrunner.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace Teardown {

std::vector<RunRecord> runScenarios(std::span<const Scenario *const> scenarios,
                                    int jobs,
                                    const LabOptions &options,
                                    const std::function<void(const RunRecord &)> &finished)
{
    std::vector<RunRecord> records(scenarios.size());
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    const auto work = [&] {
        for (std::size_t index = next++; index < scenarios.size(); index = next++) {
            LabRunner runner(*scenarios[index], options);
            records[index] = runner.run();
            const std::lock_guard lock(mutex);
            finished(records[index]);
        }
    };
    // It is tried once, and better before there are sockets.
    std::ignore = networkNamespaceFault();
    std::vector<std::thread> threads(static_cast<std::size_t>(jobs));
    for (std::thread &thread : threads)
        thread = std::thread(work);
    for (std::thread &thread : threads)
        thread.join();
    return records;
}

} // namespace Teardown
