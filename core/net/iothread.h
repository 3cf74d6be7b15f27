// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/worker.h"

#include <QSemaphore>
#include <QThread>

namespace Teardown {

/// A thread for sockets only, with our epoll dispatcher where there is one (DESIGN decision 3).
///
/// Made and destroyed in the main thread. Destroying it resets the connections that are left.
class IoThread final : private QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IoThread)

public:
    /// Starts the thread and waits until its worker is there. Without \a epoll, Qt's own dispatcher
    /// serves it.
    IoThread(std::size_t index, SharedState &shared, bool epoll);
    ~IoThread() override;

    /// Its functions belong into the thread: go through post() or call(). The counters do not.
    Worker &worker() const { return *m_worker; }

    /// Runs \a function in the thread, soon. Posts keep their order.
    template <typename Function> void post(Function function) const
    {
        QMetaObject::invokeMethod(m_worker, std::move(function), Qt::QueuedConnection);
    }

    /// Runs \a function in the thread and waits for its result. Not from the thread itself.
    template <typename Function> auto call(Function function) const -> decltype(function())
    {
        if constexpr (std::is_void_v<decltype(function())>) {
            QMetaObject::invokeMethod(m_worker, std::move(function), Qt::BlockingQueuedConnection);
        } else {
            std::optional<decltype(function())> result;
            QMetaObject::invokeMethod(
                m_worker, [&] { result = function(); }, Qt::BlockingQueuedConnection);
            return std::move(*result);
        }
    }

private:
    void run() override;

    SharedState &m_shared;
    std::size_t m_index;
    Worker *m_worker = nullptr;
    QSemaphore m_ready;
};

} // namespace Teardown
