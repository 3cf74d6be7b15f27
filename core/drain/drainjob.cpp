// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/drain/drainjob.h"

#include <algorithm>

namespace Teardown {

DrainJob::DrainJob(Worker &worker, std::optional<EndpointId> endpoint, TimePoint deadline)
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
    m_open.insert(m_toTell.begin(), m_toTell.end());
    m_progress.total = static_cast<int>(m_toTell.size());
    // The eldest first, from the end of the list.
    std::reverse(m_toTell.begin(), m_toTell.end());

    const auto left = m_deadline - std::chrono::steady_clock::now();
    m_deadlineTimer.start(std::max(Milliseconds{0}, std::chrono::ceil<Milliseconds>(left)));
    m_progressTimer.start(progressInterval);
    report();
    tellSlice();
}

void DrainJob::tellSlice()
{
    for (int told = 0; told < perPass && !m_toTell.empty(); ++told) {
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
    for (int forced = 0; forced < perPass && !m_open.empty(); ++forced) {
        Connection *connection = m_worker.find(*m_open.begin());
        if (connection)
            connection->reset(Reason::DrainForced); // comes back through onEnded()
        else
            m_open.erase(m_open.begin());
    }
    if (m_open.empty())
        finishIfDone();
    else
        QMetaObject::invokeMethod(this, &DrainJob::forceSlice, Qt::QueuedConnection);
}

void DrainJob::onEnded(const ConnectionInfo &info, const CloseReport &report)
{
    if (m_open.erase(info.id) == 0)
        return;
    m_progress.undelivered += report.undelivered;
    if (report.verdict.reason == Reason::DrainForced) {
        ++m_progress.forced;
        if (m_progress.forcedIds.size() < namedAtMost)
            m_progress.forcedIds.push_back(info.id);
    } else {
        ++m_progress.orderly;
    }
    finishIfDone();
}

void DrainJob::report()
{
    m_progress.open = static_cast<int>(m_open.size());
    m_progress.remaining = std::max(Milliseconds{0},
                                    std::chrono::duration_cast<Milliseconds>(
                                        m_deadline - std::chrono::steady_clock::now()));
    m_progress.holdups.clear();
    for (const ConnectionId id : m_open) {
        if (m_progress.holdups.size() == namedAtMost)
            break;
        if (const Connection *connection = m_worker.find(id))
            m_progress.holdups.push_back(connection->holdup());
    }
    emit progressed(m_progress);
}

void DrainJob::finishIfDone()
{
    if (m_finished || !m_open.empty() || !m_toTell.empty())
        return;
    m_finished = true;
    m_deadlineTimer.stop();
    m_progressTimer.stop();
    report();
    emit finished(m_progress);
}

} // namespace Teardown
