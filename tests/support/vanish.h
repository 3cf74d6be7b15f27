// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Teardown {

/// From here on the kernel drops every packet to \a descriptor: to its peer it has vanished. False
/// when it will not.
[[nodiscard]] bool vanish(int descriptor);

/// Why nothing can vanish here, as some kernels want a capability for it; empty when it can.
QString vanishFault();

} // namespace Teardown
