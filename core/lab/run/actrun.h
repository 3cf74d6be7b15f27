// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

#include <memory>

namespace Teardown {

class ActorNursery;
class PacketCapture;

/// How scenarios are run.
struct LabOptions
{
    /// Where child processes come from; without one, scenarios that need them fail.
    std::shared_ptr<ActorNursery> nursery;

    /// Sees the packets of the runs on this process's loopback interface; null where that is not
    /// possible or not wanted. Acts in private networks have captures of their own.
    std::shared_ptr<PacketCapture> capture;

    /// Why packets are not captured, in English; empty when they are to be.
    QString notCaptured = QStringLiteral("The packets were not asked for.");

    /// How long an expectation is waited for before it has failed.
    Milliseconds patience{10'000};

    /// How long a call may block before the run has failed.
    Milliseconds callLimit{10'000};

    /// Runs scenarios of level L0, too, in a private network namespace, where the loopback
    /// interface is theirs alone. networkNamespaceFault() tells whether that can be.
    bool isPrivate = false;
};

/// One act while it runs. Belongs to the thread of the run.
class ActRun
{
public:
    virtual ~ActRun() = default;

    /// Makes the actors that appear in the act. Returns why one could not be made; empty for all
    /// is well.
    virtual QString begin() = 0;

    /// Runs the step at \a index and checks what it expects. Nothing is waited for beyond
    /// \a limit.
    virtual StepRecord run(std::size_t index, TimePoint limit) = 0;

    /// Why the wire is not captured, in English; empty when it is. Known after begin().
    virtual QString notCaptured() const = 0;

protected:
    ActRun() = default;
    Q_DISABLE_COPY_MOVE(ActRun)
};

/// The record of a step that begins now.
StepRecord beginRecord(const Scenario &scenario, std::size_t act, std::size_t step);

} // namespace Teardown
