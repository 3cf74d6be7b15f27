// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

namespace Teardown {

/// The step that toJson(StepRecord, TimePoint) wrote, without its segments; \a start is what its
/// times count from. What is missing has its default.
StepRecord stepRecordFrom(const QJsonObject &object, TimePoint start);

} // namespace Teardown
