// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"

#include <cstdint>

#include <sys/eventfd.h>

namespace Teardown {

/// Asks threads that wait in poll(2) to stop. Safe to use from any thread; never taken back.
class StopFlag
{
public:
    /// Becomes readable, and stays so, once raise() was called; -1 if the system had none left.
    int descriptor() const { return m_event.value(); }

    void raise()
    {
        const std::uint64_t one = 1;
        // Fails only when the counter is full, and then it is readable already (eventfd(2)).
        [[maybe_unused]] const auto written = ::write(m_event.value(), &one, sizeof one);
    }

private:
    Descriptor m_event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
};

} // namespace Teardown
