// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/endgate.h"

#include "core/close/tcpinfo.h"

#include <QEvent>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <cerrno>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr quint32 endEvents = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

short pollNow(int descriptor)
{
    pollfd request{.fd = descriptor, .events = POLLRDHUP, .revents = 0};
    return ::poll(&request, 1, 0) > 0 ? request.revents : short{0};
}

} // namespace

EndGate::EndGate(QTcpSocket &socket,
                 int descriptor,
                 EndGateObserver &observer,
                 const quint32 *currentEvents)
    : m_socket(socket)
    , m_observer(observer)
    , m_currentEvents(currentEvents)
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
    attachWriter();
    return m_attached;
}

void EndGate::attachWriter()
{
    if (!m_attached || m_writerAttached)
        return;
    const auto notifiers = m_socket.findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier->type() != QSocketNotifier::Write)
            continue;
        notifier->installEventFilter(this);
        m_writerAttached = true;
    }
}

void EndGate::detach()
{
    m_attached = false;
}

bool EndGate::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_attached || event->type() != QEvent::SockAct)
        return false;
    auto &notifier = *static_cast<QSocketNotifier *>(watched);
    switch (notifier.type()) {
    case QSocketNotifier::Read:
        return filterReadable(notifier);
    case QSocketNotifier::Write:
        return filterWritable(notifier);
    case QSocketNotifier::Exception:
        return false;
    }
    return false;
}

bool EndGate::filterReadable(QSocketNotifier &notifier)
{
    if (m_finSeen || m_errorSeen) {
        // Any read() enables the notifier again (QAbstractSocket::readData).
        notifier.setEnabled(false);
        return true;
    }
    if (m_currentEvents && *m_currentEvents != 0 && (*m_currentEvents & endEvents) == 0)
        return false; // plain data; Qt reads what is there and never beyond it

    char byte = 0;
    const ssize_t peeked = ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (peeked > 0)
        return false;
    if (peeked < 0 && (errno == EAGAIN || errno == EINTR))
        return true;

    const int peekError = peeked < 0 ? errno : 0;
    notifier.setEnabled(false);
    if (peekError != 0) {
        reportError(peekError);
        return true;
    }
    m_finSeen = true;
    // An RST after the FIN does not show in recv(2); the pending error has it (EPIPE).
    const int pending = takeSocketError(m_descriptor);
    m_observer.finSeen();
    if (pending != 0)
        reportError(pending);
    return true;
}

bool EndGate::filterWritable(QSocketNotifier &notifier)
{
    if (m_errorSeen) {
        notifier.setEnabled(false);
        return true;
    }
    // Asked anew, although the dispatcher may know the events of its last wait: an RST since then
    // is common after a last request, and would cost what we have not read yet.
    if ((pollNow(m_descriptor) & POLLERR) == 0) {
        m_unacknowledgedAtWrite = unacknowledgedBytes(m_descriptor);
        return false;
    }
    // Qt's write would fail, and Qt would then throw away what we have not read yet.
    notifier.setEnabled(false);
    handleDead();
    return true;
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
    // Linux keeps the receive queue after an RST: let Qt read all of it; the error comes last, as a
    // read event.
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
