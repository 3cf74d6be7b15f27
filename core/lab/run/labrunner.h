// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actrun.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace Teardown {

/// Runs one scenario, once.
///
/// run() works in the thread that calls it, which needs no event loop and must not be the one of a
/// window. Everything else may be called from any thread.
class LabRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabRunner)

public:
    LabRunner(Scenario scenario, LabOptions options, QObject *parent = nullptr);
    ~LabRunner() override;

    const Scenario &scenario() const { return m_scenario; }

    /// Runs the scenario to its end, at most its limit, and leaves nothing behind.
    RunRecord run();

    /// From now on every step waits for next(). Call it before run() to have the first one wait.
    void holdEachStep();

    /// Lets the step that waits run, or the next one that will.
    void next();

    /// Holds no step any more.
    void runOn();

    /// Ends the run: run() returns soon, with a skipped record unless all steps were done.
    void cancel();

    /// Why the scenario cannot run here, in English; empty when it can.
    static QString unmetRequirement(const Scenario &scenario);

signals:
    // From the thread of run().

    /// The step waits for next().
    void stepHeld(int act, int step);

    /// The step was run; \a record is what the run's record has of it.
    void stepDone(const Teardown::StepRecord &record);

private:
    void runActs(RunRecord &record);
    bool runAct(std::size_t index, TimePoint &limit, RunRecord &record);
    bool runSteps(ActRun &act, std::size_t index, TimePoint &limit, RunRecord &record);
    bool waitForGate(std::size_t act, std::size_t step);
    void judge(RunRecord &record) const;

    Scenario m_scenario;
    LabOptions m_options;
    std::atomic<bool> m_cancelled{false};
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_gate;
    bool m_holding = false;
    int m_allowed = 0; ///< steps that may pass the gate
};

} // namespace Teardown
