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

/// A socket notifier that keeps the epoll mask of each of its deliveries.
class Watcher final
{
    Q_DISABLE_COPY_MOVE(Watcher)

public:
    Watcher(int descriptor, QSocketNotifier::Type type);

    qsizetype count() const { return masks.size(); }

    QList<quint32> masks;
    std::function<void()> react; ///< called on each delivery
    std::unique_ptr<QSocketNotifier> notifier;
};

} // namespace Teardown
