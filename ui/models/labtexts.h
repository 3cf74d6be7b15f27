// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

#include <QString>

namespace Teardown {

// The lab in words of the reader's language.

/// Where a scenario stands for this learner.
enum class LabStatus { NotRun, Passed, Failed, Skipped };

QString displayText(LabStatus status);

/// "client", "middle", "server"
QString displayText(LabSide side);

/// A reason the lab gives in English, in the reader's language where it is one of the known ones.
QString labReasonText(const QString &reason);

/// "state: expected CLOSED, seen ESTABLISHED".
QString checkText(const CheckRecord &check);

/// What came of a run, in one sentence.
QString verdictText(const RunRecord &record);

/// A time since the run began, or a wait: "0.412 ms", "203 ms", "12.3 s".
QString labTime(std::chrono::nanoseconds time);

/// What came of a call.
enum class StepOutcome {
    Done,
    Failed, ///< with an errno, or it could not be tried
    Blocked, ///< it had not returned
};

StepOutcome outcomeOf(const StepRecord &step);
QString displayText(StepOutcome outcome);

/// Whether all that was expected of the step was seen; true when nothing was.
bool isAsExpected(const StepRecord &step);

/// The kernel's states after a step; empty where there is no socket, or nothing is known.
struct StepStates
{
    QString client;
    QString middle;
    QString server;
};

/// \a isRelayed: hasRelay(), so that the other end is the relay's.
StepStates statesAfter(const StepRecord &step, bool isRelayed);

} // namespace Teardown
