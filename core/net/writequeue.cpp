// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/writequeue.h"

#include <cerrno>
#include <utility>

#include <sys/socket.h>

namespace Teardown {

void WriteQueue::append(const QByteArray &data)
{
    if (isEmpty()) {
        m_data = data; // shares it
        m_head = 0;
        return;
    }
    // Only when half of it is free, so that each byte is moved once or twice in all.
    if (m_head > m_data.size() / 2)
        m_data.remove(0, std::exchange(m_head, 0));
    m_data += data;
}

WriteQueue::Written WriteQueue::writeTo(int descriptor)
{
    Written written;
    while (!isEmpty()) {
        const ssize_t sent = ::send(descriptor,
                                    m_data.constData() + m_head,
                                    static_cast<std::size_t>(size()),
                                    MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0) {
            if (errno != EAGAIN)
                written.error = errno;
            return written;
        }
        written.bytes += sent;
        m_head += sent;
    }
    m_data = {};
    m_head = 0;
    return written;
}

} // namespace Teardown
