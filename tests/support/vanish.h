// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Teardown {

/// From here on the kernel drops every packet to \a descriptor: to its peer it has vanished. False
/// when it will not.
[[nodiscard]] bool vanish(int descriptor);

} // namespace Teardown
