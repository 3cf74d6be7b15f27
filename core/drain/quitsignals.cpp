// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/drain/quitsignals.h"

#include <QDebug>
#include <QSocketNotifier>

#include <atomic>
#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace Teardown {

namespace {

constexpr std::array caughtSignals{SIGTERM, SIGINT};

// What the handler may touch: lock-free, so async-signal-safe.
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int signo)
{
    const int savedErrno = errno;
    const auto byte = static_cast<unsigned char>(signo);
    // Full only with thousands of unhandled signals waiting: one more would say nothing new.
    [[maybe_unused]] const ssize_t sent
        = ::send(writeEnd.load(), &byte, sizeof byte, MSG_DONTWAIT | MSG_NOSIGNAL);
    errno = savedErrno;
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(writeEnd.load() < 0);

    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        qWarning("Signals end the program at once: %s", qUtf8Printable(qt_error_string(errno)));
        return;
    }
    m_readEnd = ends[0];
    writeEnd.store(ends[1]);
    m_readable = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &QuitSignals::readPending);

    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < caughtSignals.size(); ++i)
        sigaction(caughtSignals[i], &action, &m_previous[i]);
}

QuitSignals::~QuitSignals()
{
    if (m_readEnd < 0)
        return;
    for (std::size_t i = 0; i < caughtSignals.size(); ++i)
        sigaction(caughtSignals[i], &m_previous[i], nullptr);
    m_readable->setEnabled(false);
    // Its own signal may be the one that led here.
    m_readable.release()->deleteLater();
    ::close(writeEnd.exchange(-1));
    ::close(m_readEnd);
}

void QuitSignals::readPending()
{
    unsigned char signo = 0;
    // One at a time: a slot may delete this object or start an event loop of its own.
    if (::recv(m_readEnd, &signo, sizeof signo, MSG_DONTWAIT) == sizeof signo)
        emit requested(signo);
}

} // namespace Teardown
