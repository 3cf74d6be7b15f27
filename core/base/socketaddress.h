// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QString>

struct sockaddr_storage;

namespace Teardown {

/// An IP address and a port. A null address stands for one the kernel would not tell.
struct SocketAddress
{
    QHostAddress address;
    quint16 port = 0;

    bool isNull() const { return address.isNull(); }
    bool operator==(const SocketAddress &) const = default;

    /// "1.2.3.4:5" or "[::1]:5"; empty when null. An IPv4 address mapped into IPv6 is written as
    /// IPv4.
    QString toString() const;
};

/// The address the kernel wrote; null for one that is not IPv4 or IPv6.
SocketAddress toSocketAddress(const sockaddr_storage &storage);

/// Writes \a address, which must not be null, as the kernel wants it. Returns its size there
/// (socklen_t).
quint32 toKernelAddress(const SocketAddress &address, sockaddr_storage &storage);

/// Reads "1.2.3.4:5", "[::1]:5" or ":5" (127.0.0.1). Host names are refused.
Result<SocketAddress> parseSocketAddress(const QString &text);

/// A host, by name or address, and a port, as a client is told it.
struct HostAndPort
{
    QString host;
    quint16 port = 0;
};

/// Reads "host:5", "1.2.3.4:5" or "[::1]:5". The port is 1 to 65535.
Result<HostAndPort> parseHostAndPort(const QString &text);

} // namespace Teardown
