// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/leansocket.h"

#include <QNetworkProxy>

namespace Teardown {

LeanSocket::LeanSocket()
{
    // All sockets share one; it takes 150 bytes.
    static const QNetworkProxy none(QNetworkProxy::NoProxy);
    setProxy(none);
}

bool LeanSocket::releaseBuffers()
{
    if (bytesAvailable() > 0 || bytesToWrite() > 0)
        return false;
    // A device has no buffers while it is not open, and makes new ones when they are used.
    const OpenMode mode = openMode();
    setOpenMode(NotOpen);
    setOpenMode(mode);
    return true;
}

} // namespace Teardown
