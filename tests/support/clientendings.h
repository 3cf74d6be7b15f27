// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/obstacles.h"
#include "core/monitor.h"
#include "tests/support/endings.h"

#include <optional>
#include <random>
#include <span>

namespace Teardown {

/// What the program does to its own connection once it is open.
enum class OwnAct { Nothing, Close, HalfClose, Reset, Drain };

/// One way for a connection of a client of ours to end, with a plain server.
struct ClientEnding
{
    const char *name;
    ServiceKind service = ServiceKind::Line;
    ConnectionSettings (*settings)() = [] {
        return ConnectionSettings{};
    };
    Truth (*serve)(PlainPeer &peer, std::minstd_rand &random) = nullptr; ///< from accept to its end
    OwnAct act = OwnAct::Nothing;
    std::optional<Milliseconds> hold = {};
    std::optional<Obstacle> obstacle = {}; ///< instead of a server
    QLatin1StringView verdict = {}; ///< of an obstacle
};

std::span<const ClientEnding> allClientEndings();

} // namespace Teardown
