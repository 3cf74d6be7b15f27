// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/statehistory.h"

namespace Teardown {

void StateHistory::note(const StateObservation &seen)
{
    if (!m_all.empty() && m_all.back().state == seen.state)
        m_all.back().isReset = m_all.back().isReset || seen.isReset;
    else if (m_all.size() < limit)
        m_all.push_back(seen);
}

} // namespace Teardown
