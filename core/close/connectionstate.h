// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

#include <array>

namespace Teardown {

/// Where a connection is in its life (DESIGN: Life of a connection).
enum class ConnectionState {
    Connecting, ///< our SYN is out
    Open, ///< both directions work
    PeerHalfClosed, ///< the peer's FIN came; we still answer
    Flushing, ///< nothing new is accepted for sending; what is queued goes out
    FinSent, ///< our FIN is out; we read on until the peer's FIN
    Ended, ///< reached once, never left
};

inline constexpr std::array allConnectionStates{ConnectionState::Connecting,
                                                ConnectionState::Open,
                                                ConnectionState::PeerHalfClosed,
                                                ConnectionState::Flushing,
                                                ConnectionState::FinSent,
                                                ConnectionState::Ended};

/// The one table of allowed moves.
bool isAllowedMove(ConnectionState from, ConnectionState to);

QLatin1StringView token(ConnectionState state);

} // namespace Teardown
