// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/notifiertable.h"
#include "core/net/timerheap.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace Teardown {

/// An event dispatcher on epoll(7), for Linux: the cost of a pass of the loop depends on how many
/// sockets have something to say, not on how many there are.
///
/// Give it to QThread::setEventDispatcher() before the thread starts, or to
/// QCoreApplication::setEventDispatcher() before the application object is made. All of
/// QAbstractEventDispatcher's contract holds, with these choices where it leaves one:
/// - A pass of the loop is: posted events, Write notifiers enabled since the last wait, the wait,
///   sockets, timers. What is ready at one time is delivered before any timer; when it is much, in
///   several passes.
/// - A freshly enabled Write notifier is delivered once at the end of the same pass, without asking
///   the kernel, and only then watched: most descriptors are writable, and an answer leaves without
///   another pass. Its slot must therefore bear a descriptor that would block.
/// - awake() is emitted once after each wait, before its events are delivered; aboutToBlock() only
///   before a wait that may block.
/// - Timers never fire early (see TimerHeap).
///
/// A notifier must be disabled before its descriptor is closed. All but wakeUp() and interrupt()
/// belong to the dispatcher's own thread.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void
    registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    /// Thread-safe.
    void wakeUp() override;

    /// Thread-safe.
    void interrupt() override;

private:
    using Timeout = std::optional<std::chrono::nanoseconds>;

    int wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock);
    Timeout timeUntilTimers() const;
    int waitWithoutSockets(Timeout timeout);

    NotifierTable m_notifiers;
    TimerHeap m_timers;
    int m_wakeUpDescriptor;
    std::atomic<Qt::HANDLE> m_loopThread{nullptr}; ///< that processEvents() runs in
    std::atomic<bool> m_wokenFromOutside{false}; ///< the wake-up descriptor has been written to
    std::atomic<bool> m_interrupted{false};
    bool m_wokenFromInside = false; ///< the next wait must not block
    bool m_wokenBefore = false; ///< by another thread, in the last wait
};

} // namespace Teardown
