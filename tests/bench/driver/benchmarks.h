// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/bench/driver/table.h"

namespace Teardown {

struct Plan;

// The benchmarks, by the names they are asked for with.

/// What a 64-byte echo costs beside the others, with few connections and with many.
Findings benchEcho(const Plan &plan);

/// What accepting, one echo and closing cost beside the others, with many idle connections.
Findings benchAccept(const Plan &plan);

/// What many connections cost that do nothing but keep their deadlines and heartbeats.
Findings benchRest(const Plan &plan);

/// What asking the kernel about every connection once a second costs.
Findings benchTcpInfo(const Plan &plan);

/// What starting a deadline anew costs.
Findings benchRestart(const Plan &plan);

/// What ending everybody in good order costs beside the others, and how long it keeps the loop.
Findings benchDrain(const Plan &plan);

/// What a connection keeps in memory, idle and after a long message.
Findings benchMemory(const Plan &plan);

/// How long the thread of the window is held up by as many changes as it can get.
Findings benchStall(const Plan &plan);

/// What the whole program with its window costs at 5 000 messages a second.
Findings benchWindow(const Plan &plan);

} // namespace Teardown
