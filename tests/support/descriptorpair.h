// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>

namespace Teardown {

/// Two connected, non-blocking stream sockets. Those still open are closed at the end.
class DescriptorPair final
{
    Q_DISABLE_COPY_MOVE(DescriptorPair)

public:
    enum class Family {
        Unix,
        Tcp, ///< on 127.0.0.1
    };

    explicit DescriptorPair(Family family = Family::Unix);
    ~DescriptorPair();

    /// The end that is watched.
    int ours() const { return m_ends[0]; }

    /// The end that makes it happen.
    int peer() const { return m_ends[1]; }

    void closeOurs() { close(0); }
    void closePeer() { close(1); }

    /// Makes the close of the peer a RST. TCP only.
    void resetPeer();

    /// Writes \a data at the peer.
    void send(const QByteArray &data = QByteArrayLiteral("x"));

    /// Reads what is there at \a end.
    static QByteArray receive(int end);

    /// Writes at our end until it would block. Returns how many bytes that took.
    qint64 fill();

private:
    void close(std::size_t end);

    std::array<int, 2> m_ends{-1, -1};
};

} // namespace Teardown
