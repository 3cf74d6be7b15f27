// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"

#include <QByteArray>

namespace Teardown {

/// A connection to a listener on an address of the test's choice; every send is a segment.
class TcpPair
{
public:
    /// False where the machine has no such address.
    static bool canListen(const QHostAddress &host);

    explicit TcpPair(const QHostAddress &host);

    const SocketAddress &serverAddress() const { return m_serverAddress; }

    /// From the client, at once. The server reads it, so that it is acknowledged.
    void send(const QByteArray &bytes);

    /// Closes the client with RST.
    void reset();

private:
    SocketAddress m_serverAddress;
    Descriptor m_client;
    Descriptor m_server;
};

} // namespace Teardown
