// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actorfactory.h"

#include "core/lab/actors/networkactor.h"
#include "core/lab/actors/posixactor.h"
#include "core/lab/actors/qtactor.h"
#include "core/lab/actors/relayactor.h"
#include "core/lab/actors/teardownactor.h"
#include "core/lab/run/processactor.h"

namespace Teardown {

namespace {

Result<std::unique_ptr<Actor>> makeProcess(const std::shared_ptr<ActorNursery> &nursery)
{
    auto actor = std::make_unique<ProcessActor>(nursery);
    if (!actor->hasStarted())
        return Failure{QStringLiteral("A child process could not be started.")};
    return std::unique_ptr<Actor>(std::move(actor));
}

Result<std::unique_ptr<Actor>> makeNetwork(PrivateNetwork *network)
{
    if (!network)
        return Failure{QStringLiteral("A network actor needs a scenario of level L1.")};
    return std::unique_ptr<Actor>(std::make_unique<NetworkActor>(*network));
}

} // namespace

Result<std::unique_ptr<Actor>>
makeActor(ActorKind kind, const std::shared_ptr<ActorNursery> &nursery, PrivateNetwork *network)
{
    switch (kind) {
    case ActorKind::Posix:
        return std::unique_ptr<Actor>(std::make_unique<PosixActor>());
    case ActorKind::Process:
        return makeProcess(nursery);
    case ActorKind::Qt:
    case ActorKind::Tls:
        return std::unique_ptr<Actor>(std::make_unique<QtActor>(kind));
    case ActorKind::Teardown:
        return std::unique_ptr<Actor>(std::make_unique<TeardownActor>());
    case ActorKind::Relay:
        return std::unique_ptr<Actor>(std::make_unique<RelayActor>());
    case ActorKind::Network:
        return makeNetwork(network);
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
