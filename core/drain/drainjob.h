// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/worker.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace Teardown {

/// Drains the connections of one I/O thread, all or those of one endpoint. Lives in that thread.
///
/// The analogue of a wait group: it counts what is still open, is told of each end, and is finished
/// at zero. It works in slices, so that one drain cannot hold up the loop.
class DrainJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrainJob)

public:
    /// Connections told, or reset, in one pass of the loop.
    static constexpr std::size_t perPass = 100;

    /// How often progress is told.
    static constexpr Milliseconds progressInterval{250};

    /// Holdups and forced connections named in a progress; the counts are always whole.
    static constexpr std::size_t namedAtMost = 20;

    DrainJob(Worker &worker, std::optional<EndpointId> endpoint, std::optional<TimePoint> deadline);

    /// Tells everybody. progressed() follows from here on, finished() once.
    void begin();

    /// Resets what is left, now; also when the deadline passes.
    void force();

signals:
    /// The numbers of this thread; its stage is Draining or Forcing.
    void progressed(const Teardown::DrainProgress &progress);

    /// Once, when nothing is left. The slot may delete this object later.
    void finished(const Teardown::DrainProgress &progress);

private:
    void tellSlice();
    void forceSlice();
    void onEnded(const ConnectionInfo &info, const CloseReport &report);
    bool isOurs(const ConnectionInfo &info) const;
    std::optional<Milliseconds> remaining() const;
    void report();
    void finishIfDone();

    Worker &m_worker;
    std::optional<EndpointId> m_endpoint;
    std::optional<TimePoint> m_deadline;
    QTimer m_deadlineTimer;
    QTimer m_progressTimer;
    std::vector<ConnectionId> m_toTell; ///< the next one is the last
    ConnectionId m_newest = 0; ///< who came later is not drained
    int m_open = 0;
    DrainProgress m_progress;
    bool m_finished = false;
};

} // namespace Teardown
