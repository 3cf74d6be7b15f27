// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actrun.h"

#include <functional>
#include <span>
#include <vector>

namespace Teardown {

/// Runs \a scenarios, \a jobs at a time, and returns their records in the same order. \a finished
/// is called after each, one call at a time, from the threads of the runs. Blocks until all are
/// done.
std::vector<RunRecord> runScenarios(std::span<const Scenario *const> scenarios,
                                    int jobs,
                                    const LabOptions &options,
                                    const std::function<void(const RunRecord &)> &finished);

} // namespace Teardown
