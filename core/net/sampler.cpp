// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/sampler.h"

#include "core/net/connection.h"

#include <algorithm>

namespace Teardown {

void Sampler::slice(const std::vector<std::unique_ptr<Connection>> &connections)
{
    constexpr std::size_t slicesPerSecond = 1000 / Deadlines::tickLength.count();
    const std::size_t count
        = std::min(perSlice, (connections.size() + slicesPerSecond - 1) / slicesPerSecond);
    for (std::size_t i = 0; i < count; ++i) {
        if (m_cursor >= connections.size())
            m_cursor = 0;
        connections[m_cursor++]->sample();
    }
}

} // namespace Teardown
