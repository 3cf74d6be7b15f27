// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <vector>

namespace Teardown {

/// A state of our kernel's end at the moment it was seen.
struct StateObservation
{
    TimePoint mono{};
    quint8 state = 0; ///< as in TcpInfo, which says CLOSE for TIME-WAIT too
    bool isReset = false; ///< CLOSE, and it was seen that a reset or a time-out led there

    bool operator==(const StateObservation &) const = default;
};

/// The states of one connection in the order they were seen; one that stays is there once.
class StateHistory
{
public:
    /// A connection passes through at most nine states (RFC 9293, figure 5). What would be beyond
    /// the limit is left out.
    static constexpr std::size_t limit = 12;

    void note(const StateObservation &seen);

    const std::vector<StateObservation> &all() const { return m_all; }

private:
    std::vector<StateObservation> m_all;
};

} // namespace Teardown
