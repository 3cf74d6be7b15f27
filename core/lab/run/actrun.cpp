// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actrun.h"

namespace Teardown {

StepRecord beginRecord(const Scenario &scenario, std::size_t act, std::size_t step)
{
    const Step &spec = scenario.acts[act].steps[step];
    const ActorSpec *actor = scenario.actor(spec.actor);
    return {.act = static_cast<int>(act),
            .index = static_cast<int>(step),
            .id = spec.id,
            .actor = spec.actor,
            .side = actor ? actor->side : LabSide::Client,
            .operation = spec.operation,
            .line = spec.line,
            .started = steadyNow()};
}

} // namespace Teardown
