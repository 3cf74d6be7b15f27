// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Teardown {

/// Between the parts of a panel or a form, in pixels.
inline constexpr int gap = 8;

/// Between a table and what belongs to it, in pixels.
inline constexpr int smallGap = 4;

} // namespace Teardown
