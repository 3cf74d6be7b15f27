// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "ui/models/tcpstates.h"

#include <vector>

namespace Teardown {

/// A state of one end as somebody saw it.
struct StateSight
{
    TcpState state = TcpState::Closed;
    TimePoint time{};
    bool isReset = false; ///< CLOSED, and a reset, an abort or a time-out was seen
    bool mayBeTimeWait = false; ///< CLOSED, or TIME-WAIT: whoever saw it cannot tell them apart

    bool operator==(const StateSight &) const = default;
};

/// Which of the two ends of a connection.
enum class PathEnd { First, Second };

/// The way of one end through the states, as far as it was observed.
struct StatePath
{
    PathEnd end = PathEnd::First;
    QString name; ///< of the end, in the reader's language: "client"
    std::vector<StateSight> sights; ///< in order; neighbours differ in their state

    /// Adds \a sight unless it says the same as the one before.
    void add(const StateSight &sight);

    bool operator==(const StatePath &) const = default;
};

/// How a state was reached.
enum class StateStep {
    First, ///< the first that was seen
    Arrow, ///< straight from the one before: an arrow of figure 5
    Reset, ///< by a reset, an abort or a time-out
    Gap, ///< what lies between was not observed
};

/// How \a path came to the sight with \a index. Nothing is inferred: without an arrow from one
/// sight to the next it is a gap.
StateStep stepTo(const StatePath &path, std::size_t index);

/// In the reader's language: "rcv FIN, snd ACK", or that it was not observed.
QString stepText(const StatePath &path, std::size_t index);

/// The state itself: "FIN-WAIT-1", "CLOSED or TIME-WAIT".
QString sightText(const StateSight &sight);

/// The whole way in one line: "client: LISTEN … ESTABLISHED → CLOSE-WAIT". Dots stand for what was
/// not observed.
QString pathText(const StatePath &path);

} // namespace Teardown
