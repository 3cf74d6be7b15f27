// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QSocketNotifier;
class QTcpSocket;

namespace Teardown {

/// Is told how the peer's side ended, before Qt looks at the socket.
///
/// The observer may end the connection in these calls, but must not delete the gate or the socket
/// there.
class EndGateObserver
{
public:
    /// The peer's FIN: everything it sent has been read from the kernel. At most once.
    virtual void finSeen() = 0;

    /// The connection is dead: ECONNRESET, EPIPE (RST after its FIN), ETIMEDOUT … At most once, and
    /// the last call. 0 stands for a dead connection whose error somebody else had taken.
    virtual void errorSeen(int error) = 0;

protected:
    EndGateObserver() = default;
    ~EndGateObserver() = default;
    Q_DISABLE_COPY_MOVE(EndGateObserver)
};

/// Sees the end of a connection before Qt does.
///
/// QTcpSocket reports FIN, RST and half close as one and the same error, closes the descriptor
/// first and drops its write queue (Qt 6.4). The gate filters the events of the socket's own
/// QSocketNotifier children (public API): it peeks at the descriptor and holds back what Qt would
/// misread, so that Qt stays connected, data can still be sent after the peer's FIN, and the errno
/// is known. That the notifiers are children is the habit of one Qt version, so endGateWorks()
/// proves it at the start.
///
/// Lives in the socket's thread. The socket must not write, nor use waitFor…() or resume(): they
/// pass the gate by.
class EndGate final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndGate)

public:
    EndGate(QTcpSocket &socket, int descriptor, EndGateObserver &observer);

    /// Takes its place before Qt. False when the socket's read notifier cannot be found.
    bool attach();

    /// Steps aside for good.
    void detach();

    /// Looks now. For times when no read event can come: after the FIN, or while the read buffer is
    /// full.
    void look();

    bool isFinSeen() const { return m_finSeen; }

    /// send(2) has failed with \a error: the connection is dead. What the peer sent before is read
    /// first, then errorSeen() comes.
    void writeFailed(int error);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool filterReadable(QSocketNotifier &notifier);
    void handleDead();
    void readToEnd();
    void reportFin();
    void reportError(int error);

    QTcpSocket &m_socket;
    EndGateObserver &m_observer;
    int m_descriptor;
    int m_writeError = 0; ///< errno of the first send(2) that failed
    bool m_attached = false;
    bool m_finSeen = false;
    bool m_errorSeen = false;
};

/// Tries the gate on a loopback pair, with FIN and with RST, in the calling thread's event loop (at
/// most a second).
bool endGateWorks();

} // namespace Teardown
