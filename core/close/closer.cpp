// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closer.h"

#include <QTcpSocket>

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace Teardown::Closer {

namespace {

/// close(2) sends RST instead of FIN from here on (socket(7), SO_LINGER with a timeout of zero).
void resetOnClose(int descriptor)
{
    const linger option{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, sizeof(option));
}

} // namespace

int shutWrite(int descriptor)
{
    return ::shutdown(descriptor, SHUT_WR) == 0 ? 0 : errno;
}

void close(QTcpSocket &socket)
{
    // disconnectFromHost() would do the same by more signals; both directions are already shut.
    socket.abort();
}

void reset(QTcpSocket &socket, int descriptor)
{
    resetOnClose(descriptor);
    socket.abort();
}

void reset(int descriptor)
{
    resetOnClose(descriptor);
    ::close(descriptor);
}

void abandon(int descriptor)
{
    ::close(descriptor);
}

} // namespace Teardown::Closer
