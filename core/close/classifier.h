// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"

#include <optional>

namespace Teardown {

/// What is known about an end, gathered by the connection while it happens.
struct EndFacts
{
    bool opened = false; ///< the handshake was completed
    bool finReceived = false;
    bool finSent = false;
    bool resetSent = false; ///< we ended it by RST
    bool nameNotFound = false; ///< a client's name has no address
    std::optional<Reason> intent; ///< why we wanted it to end; absent when the peer's FIN was first
    std::optional<int> error; ///< errno from the gate or from connect(2); 0 = dead, error unknown
    std::optional<int>
        socketError; ///< QAbstractSocket::SocketError, when Qt ended it before the gate
};

/// Evidence → verdict. Pure: the same facts always give the same verdict, and what nobody saw is
/// Unknown.
Verdict classify(const EndFacts &facts);

} // namespace Teardown
