// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/socketaddress.h"

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

} // namespace Teardown
