// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QEventLoop>
#include <QScopeGuard>

#include <future>

namespace Teardown {

/// Runs \a function in a thread of its own while the event loop of this thread goes on. Returns its
/// result.
///
/// For the blocking calls of a PlainPeer to a connection that lives in this thread.
template <typename Function> auto meanwhile(Function function)
{
    QEventLoop loop;
    auto result = std::async(std::launch::async, [&] {
        // Posted, so that it counts even if the loop has not begun yet.
        const auto leave = qScopeGuard(
            [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        return function();
    });
    loop.exec();
    return result.get();
}

} // namespace Teardown
