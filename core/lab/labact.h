// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actornursery.h"
#include "core/lab/actwire.h"
#include "core/lab/labcall.h"
#include "core/lab/runrecord.h"

#include <atomic>
#include <map>
#include <memory>

namespace Teardown {

/// How scenarios are run.
struct LabOptions
{
    /// Where process actors come from; without one, scenarios that have them fail.
    std::shared_ptr<ActorNursery> nursery;

    /// Sees the packets of the runs; null where that is not possible or not wanted.
    std::shared_ptr<PacketCapture> capture;

    /// Why there is no capture, in English.
    QString notCaptured = QStringLiteral("The packets were not asked for.");

    /// How long an expectation is waited for before it has failed.
    Milliseconds patience{10'000};

    /// How long a call may block before the run has failed.
    Milliseconds callLimit{10'000};
};

/// Lets the runs with \a options be captured, or tells in them why that is not possible here.
void openCapture(LabOptions &options);

/// One act while it runs: its actors, and the calls that are still blocked. Belongs to the thread
/// of the run.
class LabAct
{
    Q_DISABLE_COPY_MOVE(LabAct)

public:
    /// \a cancelled makes every wait end. All must outlive the act.
    LabAct(const Scenario &scenario,
           std::size_t index,
           const LabOptions &options,
           const std::atomic<bool> &cancelled);

    /// Ends every call and every actor; nothing is left behind.
    ~LabAct();

    /// Makes the actors that appear in the act. Returns why one could not be made; empty for all
    /// is well.
    QString begin();

    /// Runs the step at \a index and checks what it expects. Nothing is waited for beyond
    /// \a limit.
    StepRecord run(std::size_t index, TimePoint limit);

private:
    StepRecord blankRecord(const Step &step, std::size_t index) const;
    void perform(const Step &step, StepRecord &record);
    void callActor(const Step &step, StepRecord &record);
    void joinCall(const QString &id, StepRecord &record);
    void takeResult(LabCall &call, StepRecord &record);
    void share(const Step &step, StepRecord &record);
    bool waitFor(LabCall &call) const;
    void sleepUntil(TimePoint time) const;
    Result<Step> resolved(const Step &step) const;

    void watchWire(StepRecord &record);

    LabCall *backgroundCall(const Step &step) const;
    void settle(const Step &step, StepRecord &record);
    void look(const Step &step, StepRecord &record) const;
    std::optional<SocketProbe> probe(const SocketEnds &ends) const;
    QJsonObject factsOf(const Step &step, const StepRecord &record) const;
    TimePoint within(Milliseconds time) const;

    const Scenario &m_scenario;
    std::size_t m_index;
    const LabOptions &m_options;
    TimePoint m_limit;
    const std::atomic<bool> &m_cancelled;
    QHostAddress m_home; ///< where actors of this act listen
    SockDiag m_kernel;
    std::map<QString, std::unique_ptr<Actor>> m_actors;
    std::optional<ActWire> m_wire; ///< nothing without a capture
    std::map<QString, std::unique_ptr<LabCall>> m_calls; ///< of background steps, by their id
    std::vector<std::unique_ptr<LabCall>> m_stuck; ///< foreground calls that never returned
    std::map<QString, qsizetype> m_reportedEvents; ///< how many events of an actor are in records
    std::map<QString, qsizetype> m_checkedEvents; ///< how many were compared with expectations
};

} // namespace Teardown
