// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/limits.h"

namespace Teardown {

/// Sets what every connection needs: TCP_NODELAY, SO_OOBINLINE, and the kernel's own timers if
/// they are on (tcp(7), socket(7)).
void setSocketOptions(int descriptor, const ConnectionSettings &settings);

/// From here on the kernel drops every SYN to the listener \a descriptor (socket(7),
/// SO_ATTACH_FILTER; no privilege is needed for one's own socket). Handshakes under way go on: what
/// they become inherits the filter, so that nothing else may be dropped.
void dropHandshakes(int descriptor);

} // namespace Teardown
