// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/limits.h"

namespace Teardown {

/// Sets what every connection needs: TCP_NODELAY, SO_OOBINLINE, and the kernel's own timers if
/// they are on (tcp(7), socket(7)).
void setSocketOptions(int descriptor, const ConnectionSettings &settings);

/// From here on the kernel drops every packet to \a descriptor (socket(7), SO_ATTACH_FILTER; no
/// privilege is needed for one's own socket): a listener gets no more handshakes, and a connected
/// socket looks to its peer as if it had vanished.
void dropIncoming(int descriptor);

} // namespace Teardown
