// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/halfopen.h"

#include "core/demo/plainpeer.h"
#include "tests/support/vanish.h"

#include <QFile>

#include <cerrno>

#include <sys/socket.h>

namespace Teardown {

HalfOpen::HalfOpen(const SocketAddress &server)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
{
    sockaddr_storage storage;
    socklen_t size = toKernelAddress({uniquePeerAddress(), 0}, storage);
    if (!vanish(m_socket.value())
        || ::bind(m_socket.value(), reinterpret_cast<const sockaddr *>(&storage), size) != 0)
        return;
    size = toKernelAddress(server, storage);
    m_isPending
        = ::connect(m_socket.value(), reinterpret_cast<const sockaddr *>(&storage), size) != 0
        && errno == EINPROGRESS;
}

int halfOpenConnections(const SocketAddress &server)
{
    QFile table(QStringLiteral("/proc/net/tcp"));
    if (!table.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray port
        = ':' + QByteArray::number(server.port, 16).rightJustified(4, '0').toUpper();
    int count = 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        // Number, local end, remote end, state (proc(5)); 03 is SYN-RECV.
        const QList<QByteArray> fields = line.simplified().split(' ');
        count += fields.value(1).endsWith(port) && fields.value(3) == "03" ? 1 : 0;
    }
    return count;
}

} // namespace Teardown
