// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/drain/drain.h"

#include <algorithm>

namespace Teardown {

Drain::Drain(const std::vector<std::unique_ptr<IoThread>> &threads,
             std::optional<EndpointId> endpoint,
             QObject *parent)
    : QObject(parent)
    , m_threads(threads)
    , m_endpoint(endpoint)
{
}

Drain::~Drain()
{
    for (const Part &part : m_parts) {
        if (!part.finished && part.job)
            part.job->deleteLater();
    }
}

void Drain::begin(Milliseconds deadline)
{
    Q_ASSERT(stage() == DrainStage::Serving);
    m_progress.stage = DrainStage::Draining;
    m_parts.resize(m_threads.size());
    std::optional<TimePoint> at;
    if (deadline > Milliseconds{0}) {
        at = steadyNow() + deadline;
        m_progress.remaining = deadline;
    }
    for (std::size_t thread = 0; thread < m_threads.size(); ++thread)
        startJob(thread, at);
}

void Drain::startJob(std::size_t thread, std::optional<TimePoint> deadline)
{
    const IoThread &io = *m_threads[thread];
    DrainJob *job = io.call([&io, endpoint = m_endpoint, deadline] {
        return new DrainJob(io.worker(), endpoint, deadline);
    });
    m_parts[thread].job = job;
    connect(job, &DrainJob::progressed, this, [this, thread](const DrainProgress &progress) {
        onProgress(thread, progress, false);
    });
    connect(job, &DrainJob::finished, this, [this, thread](const DrainProgress &progress) {
        onProgress(thread, progress, true);
    });
    QMetaObject::invokeMethod(job, &DrainJob::begin, Qt::QueuedConnection);
}

void Drain::force()
{
    for (const Part &part : m_parts) {
        if (!part.finished)
            QMetaObject::invokeMethod(part.job, &DrainJob::force, Qt::QueuedConnection);
    }
}

void Drain::onProgress(std::size_t thread, const DrainProgress &progress, bool last)
{
    m_parts[thread].progress = progress;
    m_parts[thread].finished = last;
    if (last)
        m_parts[thread].job->deleteLater(); // from here, so that force() never meets a deleted one
    const DrainStage before = stage();
    addUp();
    if (stage() == DrainStage::Drained)
        emit finished(m_progress);
    else
        emit progressed(m_progress, stage() != before);
}

void Drain::addUp()
{
    DrainProgress sum{.stage = stage(), .remaining = m_progress.remaining};
    bool allFinished = true;
    for (const Part &part : m_parts) {
        const DrainProgress &of = part.progress;
        sum.stage = std::max(sum.stage, of.stage);
        sum.total += of.total;
        sum.open += of.open;
        sum.orderly += of.orderly;
        sum.forced += of.forced;
        sum.otherwise += of.otherwise;
        sum.undelivered += of.undelivered;
        sum.remaining = of.stage == DrainStage::Serving ? sum.remaining : of.remaining;
        sum.holdups.insert(sum.holdups.end(), of.holdups.begin(), of.holdups.end());
        sum.forcedIds.insert(sum.forcedIds.end(), of.forcedIds.begin(), of.forcedIds.end());
        allFinished = allFinished && part.finished;
    }
    sum.holdups.resize(std::min(sum.holdups.size(), DrainJob::namedAtMost));
    sum.forcedIds.resize(std::min(sum.forcedIds.size(), DrainJob::namedAtMost));
    if (allFinished)
        sum.stage = DrainStage::Drained;
    m_progress = std::move(sum);
}

} // namespace Teardown
