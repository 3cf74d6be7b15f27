// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/rawpeer.h"

namespace Teardown {

/// A connected client that has read its HELLO.
struct Client
{
    RawPeer peer;
    PlainClient line{peer};
    QByteArray hello;

    explicit Client(const SocketAddress &server, int receiveBuffer = 0)
    {
        if (peer.connectTo(server, receiveBuffer))
            hello = line.answer().bytes;
    }
};

} // namespace Teardown
