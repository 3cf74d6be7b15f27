// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Teardown {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_wakeUpDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_wakeUpDescriptor < 0)
        qFatal("eventfd: %s", qPrintable(qt_error_string(errno)));
    m_notifiers.endWaitsOn(m_wakeUpDescriptor);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUpDescriptor);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_loopThread.store(QThread::currentThreadId(), std::memory_order_relaxed);
    m_interrupted.store(false, std::memory_order_relaxed);

    // The event that another thread woke the last wait for is sent now.
    int handled = std::exchange(m_wokenBefore, false) ? 1 : 0;
    QCoreApplication::sendPostedEvents();
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (withSockets)
        handled += m_notifiers.deliverFreshWrites();

    // Whoever asks for a single pass wants to see what has just been handled; exec() goes on until
    // it is interrupted.
    const bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_wokenFromInside
        && !(withSockets && m_notifiers.hasUntaken())
        && (handled == 0 || flags.testFlag(QEventLoop::EventLoopExec));
    if (mayBlock && !m_interrupted.load(std::memory_order_relaxed))
        emit aboutToBlock();
    if (m_interrupted.load(std::memory_order_relaxed))
        return handled > 0;

    handled += wait(flags, mayBlock);
    emit awake();
    if (withSockets)
        m_notifiers.deliver();
    if (withSockets && m_notifiers.hasUntaken())
        return true;
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers) && m_timers.nextExpiry())
        handled += m_timers.fire(steadyNow());
    return handled > 0;
}

int EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock)
{
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (withSockets)
        m_notifiers.applyChanges();

    Timeout timeout = 0ns;
    // A slot of aboutToBlock() may have posted something.
    if (mayBlock && !m_wokenFromInside && !(withSockets && m_notifiers.isAlwaysReady()))
        timeout = flags.testFlag(QEventLoop::X11ExcludeTimers) ? std::nullopt : timeUntilTimers();

    int handled = withSockets ? m_notifiers.wait(timeout) : waitWithoutSockets(timeout);
    if (std::exchange(m_wokenFromInside, false))
        ++handled;
    // Before posted events are sent: whoever posts one after they were writes to the descriptor
    // again, and whoever posted one before has been waited for.
    if (m_wokenFromOutside.load(std::memory_order_relaxed)) {
        m_wokenFromOutside.exchange(false, std::memory_order_acq_rel);
        m_wokenBefore = true;
    }
    return handled;
}

EpollDispatcher::Timeout EpollDispatcher::timeUntilTimers() const
{
    const std::optional<TimePoint> expiry = m_timers.nextExpiry();
    if (!expiry)
        return std::nullopt;
    return std::max<nanoseconds>(*expiry - steadyNow(), 0ns);
}

int EpollDispatcher::waitWithoutSockets(Timeout timeout)
{
    pollfd wakeUps{m_wakeUpDescriptor, POLLIN, 0};
    timespec limit{};
    if (timeout) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(*timeout);
        limit = {seconds.count(), (*timeout - seconds).count()};
    }
    const int ready = ::ppoll(&wakeUps, 1, timeout ? &limit : nullptr, nullptr);
    if (ready < 0 && errno != EINTR)
        qFatal("ppoll: %s", qPrintable(qt_error_string(errno)));
    if (ready <= 0)
        return 0;
    // poll(2) knows no edges.
    eventfd_t count = 0;
    ::eventfd_read(m_wakeUpDescriptor, &count);
    return 1;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    m_notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    m_notifiers.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId,
                                    qint64 interval,
                                    Qt::TimerType timerType,
                                    QObject *object)
{
    m_timers.insert(timerId, Milliseconds(interval), timerType, object, steadyNow());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto remaining = m_timers.remaining(timerId, steadyNow());
    if (!remaining)
        return -1;
    const auto milliseconds = std::chrono::ceil<Milliseconds>(*remaining).count();
    return int(std::min<qint64>(milliseconds, std::numeric_limits<int>::max()));
}

void EpollDispatcher::wakeUp()
{
    if (QThread::currentThreadId() == m_loopThread.load(std::memory_order_relaxed)) {
        m_wokenFromInside = true;
        return;
    }
    if (!m_wokenFromOutside.exchange(true, std::memory_order_acq_rel))
        ::eventfd_write(m_wakeUpDescriptor, 1);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true, std::memory_order_relaxed);
    wakeUp();
}

} // namespace Teardown
