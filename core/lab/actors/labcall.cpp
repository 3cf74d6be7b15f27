// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/labcall.h"

#include "core/lab/network/proctable.h"

#include <unistd.h>

namespace Teardown {

LabCall::LabCall(std::function<CallResult()> function)
    : m_started(steadyNow())
    , m_thread([this, function = std::move(function)] {
        m_started = steadyNow();
        m_inCall = ::gettid();
        m_result = function();
        m_inCall = 0;
        m_ended = steadyNow();
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

std::optional<bool> LabCall::isBlocked()
{
    if (hasReturned())
        return false;
    const pid_t thread = m_inCall;
    const bool isSleeping = thread != 0 && threadState(::getpid(), thread) == ThreadState::Sleeping;
    // It may have left the call meanwhile, and sleep for another reason.
    return isSleeping && m_inCall == thread ? std::optional(true) : std::nullopt;
}

} // namespace Teardown
