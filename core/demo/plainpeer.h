// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"
#include "core/base/stopflag.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Teardown {

/// What a plain socket saw during one call.
struct Observation
{
    enum class End {
        Complete, ///< what was asked for happened
        EndOfStream, ///< read(2) returned 0: the other side's FIN
        Error, ///< a call failed with \c error
        TimeLimit, ///< it had not happened within the limit
        Stopped, ///< the stop flag was raised
    };

    End end = End::Complete;
    int error = 0; ///< errno
    QByteArray bytes; ///< what arrived; for a time limit or an end, up to then
    qint64 sent = 0; ///< bytes the kernel took

    explicit operator bool() const { return end == End::Complete; }

    /// "12 bytes, then ECONNRESET".
    QString toString() const;
};

/// How long a peer waits for one thing unless told; what ends a run that would hang.
inline constexpr Milliseconds peerLimit{30'000};

/// The moment when a wait of \a limit that begins now is over.
inline TimePoint after(Milliseconds limit)
{
    return steadyNow() + limit;
}

/// A source address of 127.0.0.0/8 that no other peer of this process has.
///
/// Ports are used again within milliseconds and cannot name a connection; addresses can.
QHostAddress uniquePeerAddress();

/// One end of a TCP connection on a plain POSIX socket, for seeing what the kernel really does.
///
/// No call blocks longer than its limit. Not thread-safe; every thread has its own. SIGPIPE is
/// never raised.
class PlainPeer
{
public:
    struct Options
    {
        QHostAddress source; ///< to bind to; null lets the kernel choose
        quint16 sourcePort = 0; ///< with \c source; 0 lets the kernel choose
        int receiveBuffer = 0; ///< SO_RCVBUF, in bytes; 0 is the kernel's own
        int sendBuffer = 0; ///< SO_SNDBUF, in bytes; 0 is the kernel's own
    };

    /// \a stop, when given, ends every wait; it must outlive the peer.
    explicit PlainPeer(const StopFlag *stop = nullptr);

    /// Takes over a connected socket.
    explicit PlainPeer(Descriptor socket, const StopFlag *stop = nullptr);

    Observation
    connectTo(const SocketAddress &target, const Options &options, Milliseconds limit = peerLimit);

    /// Our own address; null when not connected.
    SocketAddress localAddress() const;

    /// Hands all of \a bytes to the kernel.
    Observation send(const QByteArray &bytes, Milliseconds limit = peerLimit);

    /// Whatever is there, at least one byte.
    Observation readSome(Milliseconds limit = peerLimit);

    /// One line without its LF or CRLF.
    Observation readLine(Milliseconds limit = peerLimit);

    Observation readExactly(qsizetype count, Milliseconds limit = peerLimit);

    /// Everything until the stream ends in any way; Complete is never returned.
    Observation readToEnd(Milliseconds limit = peerLimit);

    /// Reads nothing and waits until the connection is over: Error for an RST, EndOfStream when
    /// both sides have sent their FIN.
    Observation waitForReset(Milliseconds limit = peerLimit);

    /// Reads nothing and waits until there is something to read.
    Observation waitUntilReadable(Milliseconds limit = peerLimit) const;

    /// Bytes in the kernel's receive queue.
    qint64 unreadBytes() const;

    /// FIN; reading goes on.
    void shutdownWrite();

    /// RST: SO_LINGER {1, 0}, then close(2).
    void reset();

    /// close(2): FIN, or RST when something was left unread (RFC 9293, 3.10.4).
    void close();

    bool isOpen() const { return m_socket.isOpen(); }

    /// For what this class has no function for; -1 when closed.
    int descriptor() const { return m_socket.value(); }

    /// Bytes the kernel took from us, and we from it, over the whole life.
    qint64 bytesSent() const { return m_bytesSent; }
    qint64 bytesReceived() const { return m_bytesReceived; }

    /// Does nothing for that long. Returns false when stopped.
    bool pause(Milliseconds duration) const;

private:
    std::optional<Observation> waitFor(short events, TimePoint until) const;
    std::optional<Observation> receive(TimePoint until);
    Observation taken(qsizetype count, qsizetype skipped = 0);
    Observation ended(const Observation &how);

    Descriptor m_socket;
    QByteArray m_buffer; ///< read from the kernel, not yet handed out
    qint64 m_bytesSent = 0;
    qint64 m_bytesReceived = 0;
    const StopFlag *m_stop;
};

/// A plain listening socket, or one that only holds a port.
class PlainListener
{
public:
    /// Binds to \a address, any free port.
    explicit PlainListener(const QHostAddress &address, const StopFlag *stop = nullptr);

    int descriptor() const { return m_socket.value(); }

    /// Starts listening; until then connecting to it is refused. False on failure.
    bool listen(int backlog);

    /// Null when it could not be bound.
    SocketAddress address() const;

    /// The next connection; nothing within \a limit gives no value.
    std::optional<PlainPeer> accept(Milliseconds limit = peerLimit);

private:
    Descriptor m_socket;
    const StopFlag *m_stop;
};

} // namespace Teardown
