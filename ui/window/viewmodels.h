// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionmodel.h"
#include "ui/models/endpointmodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/reasonmodel.h"

namespace Teardown {

/// The models behind the panels, fed together.
struct ViewModels
{
    explicit ViewModels(const RunStart &start)
        : connections(start)
    {
    }

    void apply(const Batch &batch)
    {
        endpoints.apply(batch);
        reasons.apply(batch);
        connections.apply(batch);
        events.apply(batch);
    }

    void tick(TimePoint now)
    {
        connections.tick(now);
        reasons.tick(now);
    }

    void retranslate()
    {
        connections.retranslate();
        endpoints.retranslate();
        reasons.retranslate();
        events.retranslate();
    }

    ConnectionModel connections;
    EndpointModel endpoints;
    ReasonModel reasons;
    EventModel events;
};

} // namespace Teardown
