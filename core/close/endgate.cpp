// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/endgate.h"

#include "core/close/tcpinfo.h"

#include <QEvent>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

short pollNow(int descriptor)
{
    pollfd request{.fd = descriptor, .events = POLLRDHUP, .revents = 0};
    return ::poll(&request, 1, 0) > 0 ? request.revents : short{0};
}

} // namespace

EndGate::EndGate(QTcpSocket &socket, int descriptor, EndGateObserver &observer)
    : m_socket(socket)
    , m_observer(observer)
    , m_descriptor(descriptor)
{
}

bool EndGate::attach()
{
    const auto notifiers = m_socket.findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier->type() != QSocketNotifier::Read)
            continue;
        notifier->installEventFilter(this);
        m_attached = true;
    }
    return m_attached;
}

void EndGate::detach()
{
    m_attached = false;
}

bool EndGate::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_attached || event->type() != QEvent::SockAct)
        return false;
    return filterReadable(*static_cast<QSocketNotifier *>(watched));
}

bool EndGate::filterReadable(QSocketNotifier &notifier)
{
    if (m_finSeen || m_errorSeen) {
        // Any read() enables the notifier again (QAbstractSocket::readData).
        notifier.setEnabled(false);
        return true;
    }
    // Each time: that epoll told of data and of no end proves nothing. While the kernel takes a FIN
    // in, for a moment its sequence number looks like a byte to be read, and the end of the stream
    // is not marked yet (tcp_data_queue(), tcp_poll(), Linux 6.1).
    char byte = 0;
    const ssize_t peeked = ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (peeked > 0)
        return false;
    if (peeked < 0 && (errno == EAGAIN || errno == EINTR))
        return true;

    const int peekError = peeked < 0 ? errno : 0;
    notifier.setEnabled(false);
    if (peekError != 0)
        reportError(peekError);
    else if (m_writeError != 0 && m_writeError != EPIPE)
        reportError(m_writeError); // the failed send(2) took the error of the RST
    else
        reportFin();
    return true;
}

void EndGate::reportFin()
{
    m_finSeen = true;
    // An RST after the FIN does not show in recv(2); the pending error has it (EPIPE), unless a
    // failed send(2) has taken it.
    const int pending = m_writeError != 0 ? m_writeError : takeSocketError(m_descriptor);
    m_observer.finSeen();
    if (pending != 0)
        reportError(pending);
}

void EndGate::writeFailed(int error)
{
    if (m_finSeen) {
        reportError(error);
        return;
    }
    if (m_writeError == 0)
        m_writeError = error;
    readToEnd();
}

void EndGate::look()
{
    if (m_attached && !m_errorSeen && (pollNow(m_descriptor) & POLLERR) != 0)
        handleDead();
}

void EndGate::handleDead()
{
    if (m_finSeen) {
        reportError(takeSocketError(m_descriptor));
        return;
    }
    readToEnd();
}

/// Linux keeps the receive queue after an RST: lets Qt read all of it; the error comes last, as a
/// read event.
void EndGate::readToEnd()
{
    m_socket.setReadBufferSize(0);
}

void EndGate::reportError(int error)
{
    if (m_errorSeen || !m_attached)
        return;
    m_errorSeen = true;
    m_observer.errorSeen(error);
}

} // namespace Teardown
