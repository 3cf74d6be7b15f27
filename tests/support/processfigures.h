// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <sys/types.h>

/// What the kernel tells of another process (proc(5)).
namespace Teardown::ProcessFigures {

/// Resident memory, in bytes; 0 when the process is gone.
qint64 residentBytes(pid_t process);

/// CPU time used so far, by user and system.
Milliseconds cpuTime(pid_t process);

/// Open descriptors.
int descriptors(pid_t process);

} // namespace Teardown::ProcessFigures
