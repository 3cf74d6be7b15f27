// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"
#include "core/lab/network/sockdiag.h"
#include "core/lab/run/segmentrecord.h"

#include <QJsonObject>

#include <array>
#include <optional>
#include <vector>

namespace Teardown {

enum class LabVerdict { Passed, Failed, Skipped };

inline constexpr std::array allLabVerdicts{LabVerdict::Passed,
                                           LabVerdict::Failed,
                                           LabVerdict::Skipped};

QLatin1StringView token(LabVerdict verdict);

/// One expectation, and what was seen.
struct CheckRecord
{
    QString fact;
    QJsonValue expected;
    QJsonValue seen;
    bool passed = false;
    int line = 0; ///< in the scenario's file
};

/// One step that was run.
struct StepRecord
{
    int act = 0; ///< counted from 0
    int index = 0; ///< of the step in its act
    QString id;
    QString actor;
    LabSide side = LabSide::Client;
    QString operation;
    int line = 0; ///< in the scenario's file
    CallResult result;
    bool blocked = false; ///< the call had not returned when this was written
    TimePoint started;
    TimePoint ended; ///< when the call returned; for one that blocks, when we stopped looking
    TimePoint settled; ///< when what follows was seen, after all that was waited for
    SocketEnds ends; ///< of the socket it is about; null where there is none
    KernelSight own; ///< the actor's end after the step; CLOSED where there is none
    KernelSight other; ///< the other end
    std::optional<SocketProbe> ownProbe; ///< nothing when there is no descriptor to ask
    std::optional<SocketProbe> otherProbe;
    QStringList events; ///< what happened to the actor on its own since its last step
    std::vector<CheckRecord> checks;
    std::vector<SegmentRecord> segments; ///< sent since the step before was settled
    quint64 lostSegments = 0; ///< how many are missing among them

    /// The call and what came of it: "recv(10) → ECONNRESET".
    QString toString() const;
};

/// One run of one scenario.
struct RunRecord
{
    QString scenario; ///< its id
    QString group;
    QString title; ///< English
    QString file;
    LabVerdict verdict = LabVerdict::Passed;
    QString reason; ///< why it failed or was skipped, in English; empty when it passed
    TimePoint started;
    TimePoint ended;
    QString notCaptured; ///< why there are no segments, in English; empty when they were captured
    std::vector<StepRecord> steps;

    std::size_t checkCount() const;
    std::size_t failedCheckCount() const;
};

/// What was captured of the run, in the order it was sent.
std::vector<CapturedPacket> packetsOf(const RunRecord &record);

/// How many segments of the run were lost.
quint64 lostSegments(const RunRecord &record);

/// Why it failed: one sentence for each check, with the step and the line of the file.
QStringList failures(const RunRecord &record);

/// A step as JSON, times in milliseconds since \a start.
QJsonObject toJson(const StepRecord &step, TimePoint start);

/// The record as JSON, times in milliseconds since the run began.
QJsonObject toJson(const RunRecord &record);

} // namespace Teardown
