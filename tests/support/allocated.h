// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>

#include <malloc.h>

namespace Teardown {

/// Bytes this process holds of the C library's allocator (mallinfo(3)); 0 under tools that replace
/// it.
inline std::size_t allocatedBytes()
{
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd; // in arenas, and in mappings of their own
}

} // namespace Teardown
