// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/deadlines.h"

#include <functional>

namespace Teardown {

/// The owner of one deadline, which counts how often it passed.
class CountingOwner final : public DeadlineOwner
{
    Q_DISABLE_COPY_MOVE(CountingOwner)

public:
    CountingOwner() { node.setOwner(this); }

    DeadlineNode node;
    int passed = 0;
    std::function<void()> react; ///< called each time; may delete the owner

private:
    void deadlinePassed(DeadlineNode &which) override
    {
        Q_ASSERT(&which == &node && !node.isRunning());
        ++passed;
        if (const auto reaction = react)
            reaction();
    }
};

} // namespace Teardown
