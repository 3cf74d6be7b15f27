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
    return ::mallinfo2().uordblks;
}

} // namespace Teardown
