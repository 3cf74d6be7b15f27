// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"

#include <QByteArray>

#include <optional>

namespace Teardown {

/// The two ends of a connection, as one of them sees it.
struct SocketEnds
{
    SocketAddress local;
    SocketAddress peer; ///< null for a listener

    SocketEnds reversed() const { return {peer, local}; }
    bool operator==(const SocketEnds &) const = default;
};

/// What the kernel tells about one socket (sock_diag(7)).
struct KernelSight
{
    QByteArray state = QByteArrayLiteral("CLOSED"); ///< as in RFC 9293
    QByteArray timer = QByteArrayLiteral("none"); ///< retransmit, keepalive, time-wait, persist
    qint64 unread = 0; ///< bytes in the receive queue; connections waiting in a listener's queue
    qint64 unsent = 0; ///< bytes the peer has not acknowledged
    std::optional<qint64> received; ///< TCP_INFO's bytes_received: the payload, and 1 for a FIN

    bool operator==(const KernelSight &) const = default;
};

/// Asks the kernel about IPv4 sockets by their addresses.
///
/// That needs no descriptor, so it also sees sockets of other processes, orphans whose program has
/// gone, and TIME-WAIT, which TCP_INFO calls CLOSED; and it changes nothing, unlike SO_ERROR. For
/// one thread.
class SockDiag
{
public:
    SockDiag();

    /// False where the kernel has no sock_diag for TCP.
    bool isAvailable() const;

    /// A socket that is gone, or never was, is CLOSED.
    KernelSight look(const SocketEnds &ends) const;

    /// Ends a connection as `ss -K` does: its owner gets ECONNABORTED, its peer an RST. Needs
    /// CAP_NET_ADMIN. Returns 0 or an errno.
    int destroy(const SocketEnds &ends) const;

private:
    Descriptor m_socket;
};

} // namespace Teardown
