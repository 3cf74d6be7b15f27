// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/lab/actors/actor.h"
#include "core/lab/run/actornursery.h"

#include <memory>

namespace Teardown {

class PrivateNetwork;

/// Makes an actor of \a kind, in the network namespace of the calling thread. Without a \a nursery
/// there are no process actors, and without a \a network, which may be null, no network actors.
Result<std::unique_ptr<Actor>>
makeActor(ActorKind kind, const std::shared_ptr<ActorNursery> &nursery, PrivateNetwork *network);

} // namespace Teardown
