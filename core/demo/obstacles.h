// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/plainpeer.h"

#include <optional>

namespace Teardown {

/// What is in the way of a client of the demo.
enum class Obstacle {
    PortNobodyListensOn,
    FullAcceptQueue,
    AddressWithoutScope,
    NameThatDoesNotExist,
};

/// Puts obstacles up on plain sockets, and keeps them up for its life.
class Obstacles
{
public:
    Obstacles();

    /// Where to connect to; nothing when the system would not have it.
    std::optional<HostAndPort> put(Obstacle obstacle);

private:
    PlainListener m_silentPort;
    PlainListener m_fullListener;
    PlainPeer m_waiting; ///< fills the accept queue
};

} // namespace Teardown
