// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/lab/actor.h"
#include "core/lab/actornursery.h"

#include <memory>

namespace Teardown {

/// Makes an actor of \a kind; without a \a nursery there are no process actors.
Result<std::unique_ptr<Actor>> makeActor(ActorKind kind,
                                         const std::shared_ptr<ActorNursery> &nursery);

} // namespace Teardown
