// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

#include <vector>

namespace Teardown {

/// A text with what it means, before it has a place.
struct TimelineLine
{
    QString text;
    TimelineInk ink = TimelineInk::Text;
    bool bold = false;
    bool isMarked = false; ///< has the sign of its ink before it
};

/// What stands in the lane of the program that made the step.
std::vector<TimelineLine> programLines(const StepRecord &record);

/// What a step was about, in words: for a cursor, a tooltip, a screen reader.
QString readingOf(const StepRecord &step, const RunRecord &record, bool isRelayed);

/// The name of a lane, in the reader's language.
QString displayText(TimelineLane lane);

} // namespace Teardown
