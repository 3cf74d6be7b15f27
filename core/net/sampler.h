// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace Teardown {

class Connection;

/// Asks the kernel about the connections of a thread in turn, each about once a second (DESIGN
/// decision 7).
class Sampler
{
public:
    /// Connections a slice takes at most; with more than 10 000 each waits longer than a second.
    static constexpr std::size_t perSlice = 200;

    /// One slice; called on each tick of Deadlines.
    void slice(const std::vector<std::unique_ptr<Connection>> &connections);

private:
    std::size_t m_cursor = 0;
};

} // namespace Teardown
