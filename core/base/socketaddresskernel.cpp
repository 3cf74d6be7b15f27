// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/socketaddress.h"

#include <algorithm>
#include <iterator>

#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

/// Of an interface by its name or number (RFC 4007 §11.2); 0 when there is none.
quint32 scopeNumber(const QString &scope)
{
    bool isNumber = false;
    const quint32 number = scope.toUInt(&isNumber);
    return isNumber ? number : ::if_nametoindex(scope.toLocal8Bit().constData());
}

} // namespace

SocketAddress toSocketAddress(const sockaddr_storage &storage)
{
    const auto *generic = reinterpret_cast<const sockaddr *>(&storage);
    if (storage.ss_family == AF_INET)
        return {QHostAddress(generic),
                ntohs(reinterpret_cast<const sockaddr_in *>(generic)->sin_port)};
    if (storage.ss_family == AF_INET6) {
        const auto *in = reinterpret_cast<const sockaddr_in6 *>(generic);
        QHostAddress address(generic);
        if (in->sin6_scope_id != 0) // which the constructor leaves out (Qt 6.4)
            address.setScopeId(QString::number(in->sin6_scope_id));
        return {address, ntohs(in->sin6_port)};
    }
    return {};
}

quint32 toKernelAddress(const SocketAddress &address, sockaddr_storage &storage)
{
    storage = {};
    if (address.address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto &in = reinterpret_cast<sockaddr_in &>(storage);
        in.sin_family = AF_INET;
        in.sin_port = htons(address.port);
        in.sin_addr.s_addr = htonl(address.address.toIPv4Address());
        return sizeof(in);
    }
    auto &in = reinterpret_cast<sockaddr_in6 &>(storage);
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(address.port);
    const Q_IPV6ADDR bytes = address.address.toIPv6Address();
    in.sin6_scope_id = scopeNumber(address.address.scopeId());
    std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(in.sin6_addr.s6_addr));
    return sizeof(in);
}

} // namespace Teardown
