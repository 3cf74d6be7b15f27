// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drain/drainjob.h"
#include "core/net/iothread.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Teardown {

/// Ends all connections, or those of one endpoint, in good order until a deadline, then by reset
/// (DESIGN §3).
///
/// Stages: Serving → Draining → Forcing → Drained, never back. Lives in the main thread; the work
/// is done by one DrainJob in each I/O thread, which keep the deadline even if the main thread is
/// busy. The listeners have to be stopped before begin().
class Drain final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Drain)

public:
    Drain(const std::vector<std::unique_ptr<IoThread>> &threads,
          std::optional<EndpointId> endpoint,
          QObject *parent = nullptr);
    ~Drain() override;

    /// \a deadline: from now; zero: there is none, only force() resets.
    void begin(Milliseconds deadline);

    /// Does not wait for the deadline.
    void force();

    const DrainProgress &progress() const { return m_progress; }
    DrainStage stage() const { return m_progress.stage; }

signals:
    /// The numbers changed, or also the stage. Not for Drained.
    void progressed(const Teardown::DrainProgress &progress, bool stageChanged);

    /// Once: the stage is Drained.
    void finished(const Teardown::DrainProgress &progress);

private:
    void startJob(std::size_t thread, std::optional<TimePoint> deadline);
    void onProgress(std::size_t thread, const DrainProgress &progress, bool last);
    void addUp();

    struct Part
    {
        DrainJob *job = nullptr; ///< lives in the thread
        DrainProgress progress;
        bool finished = false;
    };

    const std::vector<std::unique_ptr<IoThread>> &m_threads;
    std::optional<EndpointId> m_endpoint;
    std::vector<Part> m_parts;
    DrainProgress m_progress;
};

} // namespace Teardown
