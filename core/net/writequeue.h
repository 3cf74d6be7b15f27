// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Teardown {

/// Bytes on their way to a socket.
///
/// Written here and not by QTcpSocket: when its write meets an RST it closes the descriptor, and
/// with it goes what the peer sent before, the errno, and what was left unacknowledged (Qt 6.4).
class WriteQueue final
{
public:
    struct Written
    {
        qint64 bytes = 0; ///< that the kernel took
        int error = 0; ///< errno of a connection that is dead; never EAGAIN
    };

    void append(const QByteArray &data);

    /// Hands to the kernel what it takes without waiting.
    Written writeTo(int descriptor);

    /// Bytes left.
    qint64 size() const { return m_data.size() - m_head; }
    bool isEmpty() const { return size() == 0; }

private:
    QByteArray m_data;
    qsizetype m_head = 0; ///< of m_data; those before it are written
};

} // namespace Teardown
