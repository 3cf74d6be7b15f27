// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinemarks.h"

#include <vector>

namespace Teardown {

/// What stands in the lane of the program that made the step.
std::vector<TimelineLine> programLines(const StepRecord &record);

/// What a step was about, in words: for a cursor, a tooltip, a screen reader.
QString readingOf(const StepRecord &step, const RunRecord &record, bool isRelayed);

/// The name of a lane, in the reader's language.
QString displayText(TimelineLane lane);

} // namespace Teardown
