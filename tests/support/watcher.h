// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/epolldispatcher.h"

#include <QList>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace Teardown {

/// The dispatcher of this thread, which must be ours.
EpollDispatcher &dispatcher();

/// One pass of the loop, which does not block unless \a flags say so.
bool pass(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents);

/// What the kernel watches \a descriptor for (/proc/self/fdinfo), without EPOLLHUP and EPOLLERR,
/// which it always does.
quint32 armedEvents(int descriptor);

/// A socket notifier that counts its deliveries.
class Watcher final
{
    Q_DISABLE_COPY_MOVE(Watcher)

public:
    Watcher(int descriptor, QSocketNotifier::Type type);

    int count() const { return m_count; }

    /// Counts from zero again.
    void forget() { m_count = 0; }

    std::function<void()> react; ///< called on each delivery
    std::unique_ptr<QSocketNotifier> notifier;

private:
    int m_count = 0;
};

} // namespace Teardown
