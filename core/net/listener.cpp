// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/listener.h"

#include "core/close/closer.h"
#include "core/close/tcpinfo.h"
#include "core/net/socketoptions.h"

#include <QEvent>
#include <QNetworkProxy>
#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <limits>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Teardown {

namespace {

/// How long a handshake that has begun on this machine may take to be complete, in milliseconds;
/// the loop stands still meanwhile.
constexpr int handshakeTime = 2;

/// A queue that cannot be emptied, as without descriptors, must not hold up a stop.
constexpr int mostLooks = 64;

int openReserve()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

QString
listenFailure(const SocketAddress &address, QAbstractSocket::SocketError error, const QString &text)
{
    const QString where = address.toString();
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return QStringLiteral("Cannot listen on %1: the port is in use. Choose another port, or 0 "
                              "for any free one.")
            .arg(where);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return QStringLiteral(
                   "Cannot listen on %1: this machine has no such address. Use 127.0.0.1 or [::1].")
            .arg(where);
    case QAbstractSocket::SocketAccessError:
        return QStringLiteral(
                   "Cannot listen on %1: ports below 1024 need privileges. Choose a higher port.")
            .arg(where);
    default:
        return QStringLiteral("Cannot listen on %1: %2.").arg(where, text);
    }
}

} // namespace

Listener::Listener(Accepted accepted, Refused refused, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
    , m_refused(std::move(refused))
    , m_reserve(openReserve())
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(backlog);
}

Listener::~Listener()
{
    if (m_reserve >= 0)
        ::close(m_reserve);
}

Result<SocketAddress> Listener::start(const SocketAddress &address)
{
    if (!listen(address.address, address.port))
        return Failure{listenFailure(address, serverError(), errorString())};
    // As with the end gate: what Qt would do with its notifier's events is done here instead.
    const auto notifiers = findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers)
        notifier->installEventFilter(this);
    return SocketAddress{serverAddress(), serverPort()};
}

void Listener::stop()
{
    if (!isListening())
        return;
    // Newcomers try again and are refused then; those in the queue at close(2) would be reset, and
    // so would those whose handshake is not complete.
    dropHandshakes(static_cast<int>(socketDescriptor()));
    pollfd queue{.fd = static_cast<int>(socketDescriptor()), .events = POLLIN, .revents = 0};
    for (int looks = 0; looks < mostLooks; ++looks) {
        acceptUpTo(std::numeric_limits<int>::max());
        if (::poll(&queue, 1, handshakeTime) <= 0)
            break;
    }
    close();
}

bool Listener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QTcpServer::eventFilter(watched, event);
    acceptUpTo(acceptsPerPass);
    return true;
}

void Listener::incomingConnection(qintptr descriptor)
{
    // Only where Qt's notifier was not found: the peer's address is what is still known of it.
    const int accepted = static_cast<int>(descriptor);
    m_accepted(accepted, peerAddress(accepted));
}

void Listener::acceptUpTo(int most)
{
    for (int accepted = 0; accepted < most && isListening(); ++accepted) {
        if (!acceptOne())
            return;
    }
}

/// False when there is nobody left to accept.
bool Listener::acceptOne()
{
    sockaddr_storage peer = {};
    socklen_t size = sizeof(peer);
    const int descriptor = ::accept4(static_cast<int>(socketDescriptor()),
                                     reinterpret_cast<sockaddr *>(&peer),
                                     &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
        m_accepted(descriptor, toSocketAddress(peer));
        return true;
    }
    switch (errno) {
    case EAGAIN:
        return false;
    case EMFILE:
    case ENFILE:
        return refuseOne();
    case EINTR:
    case ECONNABORTED:
        return true;
    default:
        takeBreak();
        return false;
    }
}

/// Without this the waiting client would keep the listener readable for ever: 100 % CPU and no
/// word.
bool Listener::refuseOne()
{
    if (m_reserve >= 0)
        ::close(m_reserve);
    sockaddr_storage peer = {};
    socklen_t size = sizeof(peer);
    const int descriptor = ::accept4(static_cast<int>(socketDescriptor()),
                                     reinterpret_cast<sockaddr *>(&peer),
                                     &size,
                                     SOCK_CLOEXEC);
    const int error = errno;
    if (descriptor >= 0)
        Closer::reset(descriptor);
    m_reserve = openReserve();
    if (descriptor < 0) {
        if (error != EAGAIN)
            takeBreak(); // another thread has taken what was given up
        return false;
    }
    m_refused(toSocketAddress(peer));
    return true;
}

/// Nobody can be accepted, nor refused, and the listener stays readable.
void Listener::takeBreak()
{
    pauseAccepting();
    QTimer::singleShot(breakLength, this, [this] {
        if (m_reserve < 0)
            m_reserve = openReserve();
        if (isListening())
            resumeAccepting();
    });
}

} // namespace Teardown
