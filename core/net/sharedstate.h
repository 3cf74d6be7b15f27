// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/limits.h"
#include "core/net/service.h"
#include "core/record/eventbatch.h"

#include <atomic>
#include <memory>

namespace Teardown {

/// What the I/O threads share with each other and with the main thread.
struct SharedState
{
    EventBatch batch;
    std::atomic<ConnectionId> nextConnection{1};
    std::atomic<int> open{0}; ///< connections that count against the cap
    std::atomic<quint64> ended{0};
    std::atomic<bool> snapshotsWanted{false};
    int cap = 0; ///< see connectionCap()
};

/// What a new connection of an endpoint is made with. Immutable once made.
struct EndpointConfig
{
    EndpointId id = 0;
    Role role = Role::Server;
    ServiceKind service = ServiceKind::Line;
    std::shared_ptr<const ConnectionSettings> settings;
    ServiceFactory factory;
};

} // namespace Teardown
