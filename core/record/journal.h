// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ring.h"
#include "core/record/event.h"

namespace Teardown {

/// How many events the journal keeps.
inline constexpr std::size_t journalCapacity = 20'000;

/// The last events of a run, bounded; it counts what it dropped.
using Journal = Ring<Event>;

} // namespace Teardown
