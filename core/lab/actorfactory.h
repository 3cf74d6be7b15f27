// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/lab/actor.h"

#include <QStringList>

#include <memory>

namespace Teardown {

/// Makes an actor of \a kind; \a command leads a new process to runActorProgram().
Result<std::unique_ptr<Actor>> makeActor(ActorKind kind, const QStringList &command);

} // namespace Teardown
