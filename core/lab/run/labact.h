// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/labcall.h"
#include "core/lab/network/labplace.h"
#include "core/lab/run/actrun.h"
#include "core/lab/run/actwire.h"

#include <atomic>
#include <map>
#include <memory>

namespace Teardown {

/// An act that runs in this process: its actors, and the calls that are still blocked.
class LabAct final : public ActRun
{
public:
    /// \a cancelled makes every wait end. All must outlive the act.
    LabAct(const Scenario &scenario,
           std::size_t index,
           LabPlace &place,
           const LabOptions &options,
           const std::atomic<bool> &cancelled);

    /// Ends every call and every actor; nothing is left behind.
    ~LabAct() override;

    QString begin() override;
    StepRecord run(std::size_t index, TimePoint limit) override;
    QString notCaptured() const override { return m_notCaptured; }

private:
    void perform(const Step &step, StepRecord &record);
    void callActor(const Step &step, StepRecord &record);
    void joinCall(const QString &id, StepRecord &record);
    void takeResult(LabCall &call, StepRecord &record);
    void share(const Step &step, StepRecord &record);
    bool waitFor(LabCall &call) const;
    void sleepUntil(TimePoint time) const;
    Result<Step> resolved(const Step &step) const;
    QString addVictim(const QString &id, Step &step) const;
    LabSide sideOf(const Step &step) const;

    void watchWire(StepRecord &record);

    LabCall *backgroundCall(const Step &step) const;
    void settle(const Step &step, StepRecord &record);
    void look(const Step &step, StepRecord &record) const;
    KernelSight sight(const SocketEnds &ends) const;
    std::optional<SocketProbe> probe(const SocketEnds &ends) const;
    QJsonObject factsOf(const Step &step, const StepRecord &record) const;
    TimePoint within(Milliseconds time) const;

    const Scenario &m_scenario;
    std::size_t m_index;
    LabPlace &m_place;
    const LabOptions &m_options;
    TimePoint m_limit;
    const std::atomic<bool> &m_cancelled;
    std::vector<SockDiag> m_kernels; ///< of each network of the place
    std::map<QString, std::unique_ptr<Actor>> m_actors;
    std::optional<ActWire> m_wire; ///< nothing without a capture
    QString m_notCaptured;
    std::map<QString, std::unique_ptr<LabCall>> m_calls; ///< of background steps, by their id
    std::vector<std::unique_ptr<LabCall>> m_stuck; ///< foreground calls that never returned
    std::map<QString, qsizetype> m_reportedEvents; ///< how many events of an actor are in records
    std::map<QString, qsizetype> m_checkedEvents; ///< how many were compared with expectations
};

} // namespace Teardown
