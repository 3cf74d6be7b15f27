// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/plainclient.h"
#include "core/demo/plainpeer.h"

namespace Teardown {

/// A plain socket for tests, by whose source its connection is known: an address of its own, or on
/// IPv6, which has the one loopback address ::1, a port that no other peer of this process had.
class RawPeer : public PlainPeer
{
public:
    RawPeer() = default;

    /// Connects from source(). Small buffers make a peer that does not read stop the server soon.
    Observation
    connectTo(const SocketAddress &target, int receiveBuffer = 0, Milliseconds limit = peerLimit);

    /// Our address for an IPv4 target; unique in this process.
    const QHostAddress &source() const { return m_source; }

    /// What ProgramRunner finds the connection by: see connectionKey().
    QString key() const;

    /// How long nothing must arrive before waitUntilFull() believes it; longer than the server is
    /// ever stopped. 100 ms unless told.
    void setQuietTime(Milliseconds time) { m_quietTime = time; }

    /// Waits until at least \a count bytes lie unread in the kernel. False at the time limit.
    bool waitForUnread(qint64 count = 1, Milliseconds limit = peerLimit) const;

    /// Waits until no more bytes arrive, reading nothing: the other side sees a zero window.
    /// Returns how many there are.
    qint64 waitUntilFull(Milliseconds limit = peerLimit) const;

    /// Closes with something unread, so that the kernel sends RST. False when nothing came.
    bool closeWithUnread(Milliseconds limit = peerLimit);

private:
    QHostAddress m_source = uniquePeerAddress();
    quint16 m_sourcePort = 0; ///< of an IPv6 peer
    Milliseconds m_quietTime{100};
};

/// Waits until nothing has arrived at \a peer for \a quietTime, reading nothing: its window is
/// closed. Returns how many bytes there are.
qint64 waitUntilFull(const PlainPeer &peer, Milliseconds quietTime, Milliseconds limit = peerLimit);

} // namespace Teardown
