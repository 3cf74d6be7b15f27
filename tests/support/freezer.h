// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/stopflag.h"

#include <QtGlobal>

#include <csignal>
#include <functional>
#include <thread>

#include <poll.h>

namespace Teardown {

/// Stops processes and lets them go on, by turns, for its life; leaves them running.
class Freezer
{
public:
    /// \a send delivers SIGSTOP and SIGCONT; it is called in another thread.
    Freezer(std::function<void(int signal)> send, Milliseconds frozen, Milliseconds running)
        : m_thread([this, send = std::move(send), frozen, running] {
            while (!waitFor(running)) {
                send(SIGSTOP);
                waitFor(frozen);
                send(SIGCONT);
            }
        })
    {
    }

    ~Freezer()
    {
        m_stop.raise();
        m_thread.join();
    }

    Q_DISABLE_COPY_MOVE(Freezer)

private:
    /// True when it is over.
    bool waitFor(Milliseconds time) const
    {
        pollfd request{.fd = m_stop.descriptor(), .events = POLLIN, .revents = 0};
        return ::poll(&request, 1, static_cast<int>(time.count())) > 0;
    }

    StopFlag m_stop;
    std::thread m_thread; ///< the last member: it uses the others
};

} // namespace Teardown
