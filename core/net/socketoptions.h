// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/limits.h"

namespace Teardown {

/// Sets what every connection needs: TCP_NODELAY, SO_OOBINLINE, and the kernel's own timers if
/// they are on (tcp(7), socket(7)).
void setSocketOptions(int descriptor, const ConnectionSettings &settings);

} // namespace Teardown
