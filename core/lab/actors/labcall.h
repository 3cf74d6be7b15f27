// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include <sys/types.h>

namespace Teardown {

/// One call of an actor, in a thread of its own, because it may block.
class LabCall
{
    Q_DISABLE_COPY_MOVE(LabCall)

public:
    explicit LabCall(std::function<CallResult()> function);

    /// Waits for the call: release the actor first.
    ~LabCall();

    /// True when it has returned by \a deadline.
    bool waitUntil(TimePoint deadline);
    bool hasReturned();

    /// True when its thread sleeps in the kernel, false when it has returned; nothing while it is
    /// on its way to one or the other.
    std::optional<bool> isBlocked();

    // Once it has returned.

    const CallResult &result() const { return m_result; }
    TimePoint started() const { return m_started; }
    TimePoint ended() const { return m_ended; }

private:
    CallResult m_result;
    TimePoint m_started;
    TimePoint m_ended;
    std::mutex m_mutex; ///< guards m_returned, which hands over the above
    std::condition_variable m_changed;
    bool m_returned = false;
    std::atomic<pid_t> m_inCall{0}; ///< the thread, while it is in the call
    std::thread m_thread; ///< last: it uses the others
};

} // namespace Teardown
