// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"

#include <QByteArray>

namespace Teardown {

struct SocketAddress;

/// One plain client of the load, with a source address of its own. Its socket never blocks.
///
/// Ends the whole program when the server does not do what it should.
class LoadClient
{
public:
    /// Connects.
    explicit LoadClient(const SocketAddress &server);

    int descriptor() const { return m_socket.value(); }

    /// Sends \a bytes, which fit into an empty socket buffer.
    void say(const QByteArray &bytes);

    /// The same, and expects them back.
    void send(const QByteArray &bytes);

    /// Takes what is there; true when nothing of what was sent is owed any more.
    bool receiveEcho();

    bool isEchoOwed() const { return m_owed > 0; }

    /// Sends a message of any size and takes its echo, waiting as long as that takes.
    void exchange(const QByteArray &message);

    /// Waits until what comes ends in \a words.
    void waitFor(const QByteArray &words);

    /// What is there, at most 64 KiB; empty when the server has sent FIN.
    QByteArray receive();

    /// Sends FIN when nothing is left unread.
    void close() { m_socket.close(); }

private:
    void wait(short events) const;

    Descriptor m_socket;
    qsizetype m_owed = 0;
};

} // namespace Teardown
