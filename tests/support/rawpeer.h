// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/plainclient.h"
#include "core/demo/plainpeer.h"

namespace Teardown {

/// A plain socket for tests, with a source address of its own, by which its connection is known.
///
/// IPv6 has the one loopback address ::1, so peers of an IPv6 listener cannot be told apart:
/// connect one at a time.
class RawPeer : public PlainPeer
{
public:
    RawPeer() = default;

    /// Connects from source(). Small buffers make a peer that does not read stop the server soon.
    Observation
    connectTo(const SocketAddress &target, int receiveBuffer = 0, Milliseconds limit = peerLimit);

    /// Our address for an IPv4 target; unique in this process.
    const QHostAddress &source() const { return m_source; }

    /// source() as text: what ProgramRunner finds the connection by.
    QString key() const { return m_source.toString(); }

    /// Waits until at least \a count bytes lie unread in the kernel. False at the time limit.
    bool waitForUnread(qint64 count = 1, Milliseconds limit = peerLimit) const;

    /// Waits until no more bytes arrive, reading nothing: the other side sees a zero window.
    /// Returns how many there are.
    qint64 waitUntilFull(Milliseconds limit = peerLimit) const;

    /// Closes with something unread, so that the kernel sends RST. False when nothing came.
    bool closeWithUnread(Milliseconds limit = peerLimit);

private:
    QHostAddress m_source = uniquePeerAddress();
};

} // namespace Teardown
