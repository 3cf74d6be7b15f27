// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/monitor.h"

#include "core/drain/drain.h"
#include "core/endpointtable.h"
#include "core/net/iothread.h"

#include <algorithm>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds defaultBatchInterval = 100ms;
constexpr Milliseconds statsInterval = 1s;
constexpr int updatesPerStatsEvent = 10; // CONTRACT §2: every 10 s

constexpr int exitOrderly = 0;
constexpr int exitForced = 4; // CONTRACT §1

Failure drainingFailure()
{
    return {QStringLiteral("The program is shutting down and lets nothing new begin.")};
}

/// In the connection's thread.
void endOne(Connection &connection, CloseCommand command)
{
    switch (command) {
    case CloseCommand::InGoodOrder:
        connection.closeWhenIdle(Reason::LocalClose);
        break;
    case CloseCommand::HalfClose:
        connection.halfCloseWhenIdle();
        break;
    case CloseCommand::Reset:
        connection.reset(Reason::LocalReset);
        break;
    }
}

} // namespace

Monitor::Monitor(const MonitorSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_start(RunStart::now())
    , m_shared(std::make_unique<SharedState>())
{
    m_shared->cap = Teardown::connectionCap(settings.maxConnections, raiseDescriptorLimit());
    const auto count = static_cast<std::size_t>(workerCount(settings.workers));
    m_threads.reserve(count);
    for (std::size_t index = 0; index < count; ++index)
        m_threads.push_back(std::make_unique<IoThread>(index, *m_shared, m_settings.epoll));
    m_endpoints = std::make_unique<EndpointTable>(m_threads, *m_shared);

    connect(&m_batchTimer, &QTimer::timeout, this, &Monitor::takeBatch);
    m_batchTimer.start(defaultBatchInterval);
    connect(&m_statsTimer, &QTimer::timeout, this, &Monitor::updateStats);
    m_statsTimer.start(statsInterval);
}

Monitor::~Monitor()
{
    shutDown();
}

void Monitor::setSettings(const MonitorSettings &settings)
{
    m_settings.connection = settings.connection;
    m_settings.drainDeadline = settings.drainDeadline;
}

int Monitor::connectionCap() const
{
    return m_shared->cap;
}

bool Monitor::endGateWorks() const
{
    return std::all_of(m_threads.begin(), m_threads.end(), [](const auto &io) {
        return io->worker().endGateWorks();
    });
}

Result<EndpointSnapshot> Monitor::listen(const ListenSpec &spec)
{
    if (m_shutDown || stage() >= DrainStage::Draining)
        return drainingFailure();
    return m_endpoints->listen(spec);
}

Result<EndpointId> Monitor::connectTo(const ConnectSpec &spec)
{
    if (m_shutDown || stage() >= DrainStage::Draining)
        return drainingFailure();
    return m_endpoints->connectTo(spec);
}

Result<EndpointSnapshot> Monitor::restart(EndpointId endpoint)
{
    if (m_shutDown || stage() >= DrainStage::Draining)
        return drainingFailure();
    return m_endpoints->restart(endpoint);
}

bool Monitor::listensOn(quint16 port) const
{
    const std::vector<EndpointId> listening = m_endpoints->listening();
    return std::any_of(listening.begin(), listening.end(), [&](EndpointId id) {
        return m_endpoints->find(id)->port == port;
    });
}

void Monitor::drainEndpoint(EndpointId endpoint)
{
    const EndpointSnapshot *snapshot = m_endpoints->find(endpoint);
    if (m_shutDown || !snapshot || snapshot->state == EndpointState::Draining)
        return;
    m_endpoints->stopListening(endpoint);
    m_endpoints->setState(endpoint, EndpointState::Draining);
    auto *drain = new Drain(m_threads, endpoint, this);
    connect(drain, &Drain::finished, this, [this, drain, endpoint] {
        m_endpoints->setState(endpoint, EndpointState::Stopped);
        drain->deleteLater();
    });
    drain->begin(m_settings.drainDeadline);
}

void Monitor::stopEndpoint(EndpointId endpoint)
{
    if (m_shutDown || !m_endpoints->find(endpoint))
        return;
    m_endpoints->stopListening(endpoint);
    m_endpoints->setState(endpoint, EndpointState::Stopped);
    for (const auto &io : m_threads) {
        io->post([&worker = io->worker(), endpoint] {
            worker.stopDialing(endpoint, Reason::LocalReset);
            for (const ConnectionId id : worker.connections(endpoint))
                worker.find(id)->reset(Reason::LocalReset);
        });
    }
}

void Monitor::end(std::span<const ConnectionId> connections, CloseCommand command)
{
    const std::vector<ConnectionId> ids(connections.begin(), connections.end());
    for (const auto &io : m_threads) {
        io->post([&worker = io->worker(), ids, command] {
            for (const ConnectionId id : ids) {
                if (Connection *connection = worker.find(id))
                    endOne(*connection, command);
            }
        });
    }
}

void Monitor::watch(const std::vector<ConnectionId> &connections)
{
    for (const auto &io : m_threads) {
        io->post([&worker = io->worker(), connections] { worker.watch(connections); });
    }
}

DrainStage Monitor::stage() const
{
    return m_progress.stage;
}

const DrainProgress &Monitor::drainProgress() const
{
    return m_progress;
}

void Monitor::requestDrain()
{
    if (m_shutDown)
        return;
    if (stage() >= DrainStage::Draining) {
        force();
        return;
    }
    m_closedByDrain = m_endpoints->listening();
    for (const EndpointId endpoint : m_closedByDrain) {
        m_endpoints->stopListening(endpoint);
        m_endpoints->setState(endpoint, EndpointState::Draining);
    }
    m_drain = std::make_unique<Drain>(m_threads, std::nullopt);
    connect(m_drain.get(), &Drain::progressed, this, &Monitor::onDrainProgress);
    connect(m_drain.get(), &Drain::finished, this, &Monitor::onDrained);
    const int open = m_shared->open.load(); // before the I/O threads begin to end them
    m_drain->begin(m_settings.drainDeadline);
    m_progress = m_drain->progress();
    m_progress.open = m_progress.total = open;
    onDrainProgress(m_progress, true);
}

void Monitor::force()
{
    if (m_drain && stage() == DrainStage::Draining)
        m_drain->force();
}

bool Monitor::canKeepRunning() const
{
    return m_drain && stage() == DrainStage::Draining && !m_closedByDrain.empty();
}

void Monitor::keepRunning()
{
    if (!canKeepRunning())
        return;
    // Those that were told are still brought to their end, by the deadline they were told.
    Drain *calledOff = m_drain.release();
    calledOff->setParent(this);
    calledOff->disconnect(this);
    connect(calledOff, &Drain::finished, calledOff, &QObject::deleteLater);
    m_progress = {};
    for (const EndpointId endpoint : std::exchange(m_closedByDrain, {})) {
        if (const auto reopened = m_endpoints->restart(endpoint); !reopened)
            m_endpoints->setState(endpoint, EndpointState::Failed);
    }
    emit drainChanged(m_progress);
}

void Monitor::serveAgain()
{
    if (m_shutDown || stage() != DrainStage::Drained)
        return;
    m_drain.reset();
    m_progress = {};
    emit drainChanged(m_progress);
}

void Monitor::onDrainProgress(const DrainProgress &progress, bool stageChanged)
{
    m_progress = progress;
    const TimePoint now = steadyNow();
    // Every I/O thread tells its numbers; together they are told no more often than one would.
    if (!stageChanged && now - m_progressTold < DrainJob::progressInterval)
        return;
    m_progressTold = now;
    m_shared->batch.add(DrainEvent{progress, stageChanged}, now);
    emit drainChanged(m_progress);
}

void Monitor::onDrained(const DrainProgress &progress)
{
    for (const EndpointId endpoint : std::exchange(m_closedByDrain, {}))
        m_endpoints->setState(endpoint, EndpointState::Stopped);
    m_progress = progress;
    m_shared->batch.add(DrainEvent{progress, true}, steadyNow());
    takeBatch();
    emit drainChanged(m_progress);
    emit drained(progress.forced > 0 ? exitForced : exitOrderly);
}

void Monitor::shutDown()
{
    if (std::exchange(m_shutDown, true))
        return;
    m_batchTimer.stop();
    m_statsTimer.stop();
    for (const EndpointId endpoint : m_endpoints->listening())
        m_endpoints->stopListening(endpoint);
    for (const auto &io : m_threads)
        io->call([&worker = io->worker()] { worker.resetAll(Reason::DrainForced); });
    takeBatch();
    m_drain.reset();
    const auto left = findChildren<Drain *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(left);
    m_threads.clear();
}

void Monitor::takeBatch()
{
    Batch batch = m_shared->batch.take();
    m_endpoints->count(batch.events);
    batch.endpoints = m_endpoints->takeChanged();
    if (!batch.events.empty() || !batch.connections.empty() || !batch.endpoints.empty())
        emit batchTaken(batch);
}

void Monitor::updateStats()
{
    StatsEvent stats{.open = m_shared->open.load(),
                     .ended = m_shared->ended.load(),
                     .dropped = m_shared->batch.dropped()};
    std::chrono::nanoseconds lag{0};
    for (const auto &io : m_threads) {
        stats.bytesIn += io->worker().bytesIn();
        stats.bytesOut += io->worker().bytesOut();
        lag = std::max(lag, io->worker().takeWorstLag());
    }
    stats.loopLagMs = std::chrono::duration<double, std::milli>(lag).count();
    m_stats = stats;
    m_worstLagMs = std::max(m_worstLagMs, stats.loopLagMs);
    if (++m_statsUpdates < updatesPerStatsEvent)
        return;
    m_statsUpdates = 0;
    stats.loopLagMs = std::exchange(m_worstLagMs, 0);
    m_shared->batch.add(stats, steadyNow());
}

void Monitor::setBatchInterval(Milliseconds interval)
{
    m_batchTimer.start(interval);
}

void Monitor::setSnapshotsWanted(bool wanted)
{
    m_shared->snapshotsWanted.store(wanted);
}

} // namespace Teardown
