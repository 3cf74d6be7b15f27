// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/labrunner.h"

#include <QObject>

#include <memory>
#include <thread>

namespace Teardown {

/// Runs one scenario after the other in a thread of its own and tells of it in this one.
class LabSession final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends a run without telling of it.
    ~LabSession() override;

    bool isRunning() const { return m_runner != nullptr; }

    /// True while a step waits for next().
    bool isHeld() const { return m_isHeld; }

    /// Starts a run; it holds before each step if \a held. Must not be running.
    void start(const Scenario &scenario, const LabOptions &options, bool held);

    // Without effect when nothing runs.

    void next();
    void runOn();
    void cancel();

signals:
    /// isHeld() is another.
    void heldChanged();

    void stepDone(const Teardown::StepRecord &record);

    /// Once for each start(); the next run may be started in the slot.
    void finished(const Teardown::RunRecord &record);

private:
    void setHeld(bool held);
    void finish(const RunRecord &record);

    std::unique_ptr<LabRunner> m_runner;
    std::thread m_thread;
    bool m_isHeld = false;
};

} // namespace Teardown
