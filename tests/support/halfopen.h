// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"

namespace Teardown {

/// A connection that stays half-open at its server, as in a SYN scan: what we sent is a SYN, and
/// the answer never reaches the socket. Its end says nothing. IPv4 only.
class HalfOpen
{
public:
    explicit HalfOpen(const SocketAddress &server);

    /// False when no SYN could be sent, or the answer would be seen.
    bool isPending() const { return m_isPending; }

private:
    Descriptor m_socket;
    bool m_isPending = false;
};

/// How many half-open connections the kernel keeps for \a server (SYN-RECV).
int halfOpenConnections(const SocketAddress &server);

} // namespace Teardown
