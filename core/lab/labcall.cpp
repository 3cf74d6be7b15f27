// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/labcall.h"

#include "core/lab/proctable.h"

#include <unistd.h>

namespace Teardown {

LabCall::LabCall(std::function<CallResult()> function)
    : m_started(std::chrono::steady_clock::now())
    , m_thread([this, function = std::move(function)] {
        {
            const std::lock_guard lock(m_mutex);
            m_threadId = ::gettid();
        }
        m_started = std::chrono::steady_clock::now();
        m_result = function();
        m_ended = std::chrono::steady_clock::now();
        const std::lock_guard lock(m_mutex);
        m_returned = true;
        m_changed.notify_all();
    })
{
}

LabCall::~LabCall()
{
    m_thread.join();
}

bool LabCall::waitUntil(TimePoint deadline)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_until(lock, deadline, [this] { return m_returned; });
}

bool LabCall::hasReturned()
{
    const std::lock_guard lock(m_mutex);
    return m_returned;
}

bool LabCall::isBlocked()
{
    const std::lock_guard lock(m_mutex);
    if (m_returned || m_threadId == 0)
        return false;
    return threadState(::getpid(), m_threadId) == ThreadState::Sleeping;
}

} // namespace Teardown
