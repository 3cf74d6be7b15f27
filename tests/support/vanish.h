// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Teardown {

/// From here on the kernel drops every packet to \a descriptor: to its peer it has vanished.
void vanish(int descriptor);

} // namespace Teardown
