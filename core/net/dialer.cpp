// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/dialer.h"

#include "core/close/closer.h"
#include "core/close/tcpinfo.h"

#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

/// connect(2) is over, well or not.
bool isDecided(int descriptor)
{
    pollfd polled{.fd = descriptor, .events = POLLOUT, .revents = 0};
    return ::poll(&polled, 1, 0) > 0;
}

/// Where nobody listens, the kernel may choose the target itself as our port, and the SYN meets
/// its own socket: a simultaneous open with nobody else (RFC 9293 §3.5, figure 7).
bool isConnectedToItself(int descriptor)
{
    const SocketAddress local = localAddress(descriptor);
    return !local.isNull() && local == peerAddress(descriptor);
}

} // namespace

Dialer::Dialer(HostAndPort target, Milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_deadline(deadline.count() > 0 ? QDeadlineTimer(deadline)
                                      : QDeadlineTimer(QDeadlineTimer::Forever))
{
    m_share.setSingleShot(true);
    m_share.setTimerType(Qt::PreciseTimer); // a coarse one may run out 5 % early
    connect(&m_share, &QTimer::timeout, this, &Dialer::giveUpAttempt);
}

Dialer::~Dialer()
{
    giveUp();
}

void Dialer::start()
{
    const QHostAddress literal(m_target.host);
    if (literal.isNull()) {
        m_lookup = QHostInfo::lookupHost(m_target.host, this, &Dialer::onLookedUp);
        return;
    }
    start({literal});
}

void Dialer::start(const QList<QHostAddress> &addresses)
{
    m_addresses = addresses;
    tryNext();
}

void Dialer::giveUp()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    m_addresses.clear();
    dropAttempt();
}

void Dialer::onLookedUp(const QHostInfo &info)
{
    // The answer may have been on its way when it was called off.
    if (info.lookupId() != m_lookup)
        return;
    m_lookup = -1;
    emit lookedUp(static_cast<int>(info.addresses().size()));
    start(info.addresses());
}

void Dialer::tryNext()
{
    while (!m_addresses.isEmpty()) {
        m_current = {m_addresses.takeFirst(), m_target.port};
        emit trying(m_current);
        sockaddr_storage storage = {};
        const socklen_t size = toKernelAddress(m_current, storage);
        m_descriptor
            = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
        const bool done = m_descriptor >= 0
            && ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&storage), size) == 0;
        if (done || (m_descriptor >= 0 && errno == EINPROGRESS)) {
            // connect(2) makes the socket writable when it is decided, also when it is at once.
            m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
            connect(m_notifier.get(), &QSocketNotifier::activated, this, &Dialer::onDone);
            if (!m_addresses.isEmpty() && !m_deadline.isForever())
                m_share.start(
                    std::max(leastShare,
                             Milliseconds(m_deadline.remainingTime() / (m_addresses.size() + 1))));
            return;
        }
        m_lastError = errno;
        emit attemptFailed(m_current, m_lastError);
        dropAttempt();
    }
    emit failed(m_lastError);
}

void Dialer::onDone()
{
    // Our dispatcher delivers a fresh Write notifier once without having asked the kernel.
    if (!isDecided(m_descriptor))
        return;
    m_notifier->setEnabled(false);
    // This runs in the notifier's own signal.
    m_notifier.release()->deleteLater();
    m_share.stop();
    const int error = takeSocketError(m_descriptor);
    if (error == 0) {
        if (isConnectedToItself(m_descriptor))
            tryAgain();
        else
            emit connected(std::exchange(m_descriptor, -1), m_current);
        return;
    }
    m_lastError = error;
    emit attemptFailed(m_current, error);
    dropAttempt();
    tryNext();
}

void Dialer::tryAgain()
{
    // While the port is taken, the next try gets another one, and the answer of nobody.
    const int itself = std::exchange(m_descriptor, -1);
    m_addresses.prepend(m_current.address);
    emit metItself(m_current); // a slot may give up
    tryNext();
    Closer::reset(itself);
}

void Dialer::giveUpAttempt()
{
    if (isDecided(m_descriptor)) {
        onDone();
        return;
    }
    emit attemptGivenUp(m_current);
    dropAttempt();
    tryNext();
}

void Dialer::dropAttempt()
{
    m_share.stop();
    m_notifier.reset();
    if (m_descriptor >= 0)
        Closer::abandon(std::exchange(m_descriptor, -1));
}

} // namespace Teardown
