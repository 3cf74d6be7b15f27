// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/drain/drainjob.h"

#include <algorithm>

namespace Teardown {

DrainJob::DrainJob(Worker &worker,
                   std::optional<EndpointId> endpoint,
                   std::optional<TimePoint> deadline)
    : QObject(&worker)
    , m_worker(worker)
    , m_endpoint(endpoint)
    , m_deadline(deadline)
{
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &DrainJob::force);
    connect(&m_progressTimer, &QTimer::timeout, this, &DrainJob::report);
    connect(&m_worker, &Worker::ended, this, &DrainJob::onEnded);
}

void DrainJob::begin()
{
    m_progress.stage = DrainStage::Draining;
    m_worker.stopDialing(m_endpoint, Reason::Drained);
    m_toTell = m_worker.connections(m_endpoint);
    m_newest = m_toTell.empty() ? 0 : m_toTell.back();
    m_open = static_cast<int>(m_toTell.size());
    m_progress.total = m_open;
    // The eldest first, from the end of the list.
    std::reverse(m_toTell.begin(), m_toTell.end());

    if (const auto left = remaining())
        m_deadlineTimer.start(*left);
    m_progressTimer.start(progressInterval);
    report();
    QMetaObject::invokeMethod(this, &DrainJob::tellSlice, Qt::QueuedConnection);
}

void DrainJob::tellSlice()
{
    for (std::size_t told = 0; told < perPass && !m_toTell.empty(); ++told) {
        Connection *connection = m_worker.find(m_toTell.back());
        m_toTell.pop_back();
        if (connection)
            connection->drain(m_deadline);
    }
    if (m_toTell.empty())
        finishIfDone();
    else
        QMetaObject::invokeMethod(this, &DrainJob::tellSlice, Qt::QueuedConnection);
}

void DrainJob::force()
{
    if (m_finished || m_progress.stage >= DrainStage::Forcing)
        return;
    m_progress.stage = DrainStage::Forcing;
    m_toTell.clear();
    report();
    forceSlice();
}

void DrainJob::forceSlice()
{
    for (const ConnectionId id : m_worker.connections(m_endpoint, m_newest, perPass)) {
        if (Connection *connection = m_worker.find(id))
            connection->reset(Reason::DrainForced); // comes back through onEnded()
    }
    if (m_open == 0)
        finishIfDone();
    else
        QMetaObject::invokeMethod(this, &DrainJob::forceSlice, Qt::QueuedConnection);
}

bool DrainJob::isOurs(const ConnectionInfo &info) const
{
    return info.id <= m_newest && (!m_endpoint || info.endpoint == *m_endpoint);
}

void DrainJob::onEnded(const ConnectionInfo &info, const CloseReport &report)
{
    if (!isOurs(info))
        return;
    --m_open;
    m_progress.undelivered += report.undelivered;
    if (report.verdict.endedBy == EndedBy::Local && report.verdict.wire == Wire::Rst) {
        ++m_progress.forced;
        if (m_progress.forcedIds.size() < namedAtMost)
            m_progress.forcedIds.push_back(info.id);
    } else if (report.isOrderly() || report.verdict.reason == Reason::Drained) {
        ++m_progress.orderly;
    } else {
        ++m_progress.otherwise;
    }
    finishIfDone();
}

/// Rounded up: the timer that is started with it must not run out early.
std::optional<Milliseconds> DrainJob::remaining() const
{
    if (!m_deadline)
        return std::nullopt;
    const auto left = *m_deadline - steadyNow();
    return std::max(Milliseconds{0}, std::chrono::ceil<Milliseconds>(left));
}

void DrainJob::report()
{
    m_progress.open = m_open;
    m_progress.remaining = remaining();
    m_progress.holdups.clear();
    for (const ConnectionId id : m_worker.connections(m_endpoint, m_newest, namedAtMost)) {
        if (const Connection *connection = m_worker.find(id))
            m_progress.holdups.push_back(connection->holdup());
    }
    emit progressed(m_progress);
}

void DrainJob::finishIfDone()
{
    if (m_finished || m_open > 0 || !m_toTell.empty())
        return;
    m_finished = true;
    m_deadlineTimer.stop();
    m_progressTimer.stop();
    report();
    emit finished(m_progress);
}

} // namespace Teardown
