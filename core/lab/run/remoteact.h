// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actornursery.h"
#include "core/lab/run/actrun.h"
#include "core/lab/run/jsonchannel.h"

#include <atomic>

namespace Teardown {

/// An act that runs in a child process with a private network (runActHost()), step by step as this
/// object is told.
class RemoteAct final : public ActRun
{
public:
    /// \a cancelled makes every wait end. All must outlive the act.
    RemoteAct(const Scenario &scenario,
              std::size_t index,
              const LabOptions &options,
              const std::atomic<bool> &cancelled);

    /// Kills the child, and its network goes with it.
    ~RemoteAct() override;

    QString begin() override;
    StepRecord run(std::size_t index, TimePoint limit) override;
    QString notCaptured() const override { return m_notCaptured; }

private:
    std::optional<QJsonObject> ask(const QJsonObject &request, TimePoint until) const;
    std::optional<QJsonObject> receive(TimePoint until) const;

    const Scenario &m_scenario;
    std::size_t m_index;
    const LabOptions &m_options;
    const std::atomic<bool> &m_cancelled;
    pid_t m_process = -1;
    std::optional<JsonChannel> m_channel;
    QString m_notCaptured;
};

} // namespace Teardown
