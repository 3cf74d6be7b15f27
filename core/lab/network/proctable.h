// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <sys/types.h>

namespace Teardown {

/// What the scheduler says about a thread (proc(5), stat).
enum class ThreadState {
    Running, ///< or ready to run
    Sleeping, ///< waits in the kernel
    Stopped, ///< by SIGSTOP
    Other, ///< also one that does not exist
};

ThreadState threadState(pid_t process, pid_t thread);

} // namespace Teardown
