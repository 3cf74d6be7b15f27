// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"
#include "core/demo/demopeers.h"
#include "core/demo/obstacles.h"
#include "core/net/limits.h"

#include <array>
#include <span>
#include <variant>

namespace Teardown {

/// The listeners of the demo: one for each set of deadlines its rows need.
enum class DemoStage {
    Plain,
    Deadlines,
    Heartbeat,
    Idle,
    UserTimeout,
    NoGate,
    Drain,
    Limit,
    Lively
};

inline constexpr std::array allDemoStages{DemoStage::Plain,
                                          DemoStage::Deadlines,
                                          DemoStage::Heartbeat,
                                          DemoStage::Idle,
                                          DemoStage::UserTimeout,
                                          DemoStage::NoGate,
                                          DemoStage::Drain,
                                          DemoStage::Limit,
                                          DemoStage::Lively};

/// How the listener of \a stage treats its connections.
ConnectionSettings settingsOf(DemoStage stage);

/// A plain peer connects to a listener of ours.
struct IncomingCase
{
    DemoStage stage = DemoStage::Plain;
    PeerScript script = nullptr;
};

/// A client of ours connects to an obstacle.
struct OutgoingCase
{
    Obstacle obstacle = Obstacle::PortNobodyListensOn;
    Milliseconds connectDeadline{5'000};
};

/// What the loopback cannot show.
struct ImpossibleCase
{
    const char *why; ///< English
};

/// One row of the demo: something that ends a connection, and the verdict it must get.
struct DemoCase
{
    const char *name; ///< English
    const char *peerDoes; ///< English, present tense: "sends RST"
    Verdict expected; ///< the grade is not compared
    std::variant<IncomingCase, OutgoingCase, ImpossibleCase> how;
};

/// All rows; every reason of CONTRACT §3 is in at least one of them.
std::span<const DemoCase> demoCases();

/// The row of the connection limit needs that many connections and one; with a higher limit it is
/// left out.
inline constexpr int demoConnectionLimit = 256;

} // namespace Teardown
