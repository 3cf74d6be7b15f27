// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/socketaddress.h"

#include <algorithm>
#include <iterator>

#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

SocketAddress toSocketAddress(const sockaddr_storage &storage)
{
    const auto *generic = reinterpret_cast<const sockaddr *>(&storage);
    if (storage.ss_family == AF_INET)
        return {QHostAddress(generic),
                ntohs(reinterpret_cast<const sockaddr_in *>(generic)->sin_port)};
    if (storage.ss_family == AF_INET6)
        return {QHostAddress(generic),
                ntohs(reinterpret_cast<const sockaddr_in6 *>(generic)->sin6_port)};
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
    std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(in.sin6_addr.s6_addr));
    return sizeof(in);
}

} // namespace Teardown
