// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/demo.h"

#include <algorithm>

namespace Teardown {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr int livelyPeers = 12;
constexpr Milliseconds drainDeadline = 1s;

constexpr Milliseconds timeBetweenRows(Demo::Mode mode)
{
    return mode == Demo::Mode::Once ? 50ms : 1'500ms;
}

/// For all rows together; a bound for what hangs.
constexpr Milliseconds timeForAll(Demo::Mode mode)
{
    return mode == Demo::Mode::Once ? 55s : 110s;
}

bool isOfStage(const DemoCase &demoCase, DemoStage stage)
{
    const auto *incoming = std::get_if<IncomingCase>(&demoCase.how);
    return incoming && incoming->stage == stage;
}

} // namespace

bool DemoRow::isAsExpected() const
{
    if (!leftOut.isEmpty())
        return true;
    return verdict && verdict->reason == expected.reason && verdict->endedBy == expected.endedBy
        && verdict->wire == expected.wire;
}

Demo::Demo(Monitor &monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
{
    for (const DemoCase &demoCase : demoCases()) {
        Progress progress;
        progress.row.name = QString::fromLatin1(demoCase.name);
        progress.row.peerDoes = QString::fromLatin1(demoCase.peerDoes);
        progress.row.expected = demoCase.expected;
        m_rows.push_back(progress);
        if (isOfStage(demoCase, DemoStage::Drain))
            ++m_awaitedByDrain;
    }
    m_giveUp.setSingleShot(true);
    connect(&m_starter, &QTimer::timeout, this, &Demo::startNextRow);
    connect(&m_giveUp, &QTimer::timeout, this, &Demo::giveUp);
    connect(&m_monitor, &Monitor::batchTaken, this, &Demo::onBatch);
}

Demo::~Demo()
{
    m_stop.raise();
    for (std::thread &thread : m_threads)
        thread.join();
}

MonitorSettings Demo::recommendedSettings()
{
    MonitorSettings settings;
    settings.maxConnections = 64;
    return settings;
}

void Demo::start(Mode mode)
{
    m_mode = mode;
    for (const DemoStage stage : allDemoStages) {
        if (stage != DemoStage::Lively || mode == Mode::Lively)
            openStage(stage);
    }
    if (mode == Mode::Lively)
        startLivelyPeers();
    m_giveUp.start(timeForAll(mode));
    m_starter.start(timeBetweenRows(mode));
}

void Demo::stop()
{
    m_starter.stop();
    m_giveUp.stop();
    m_stop.raise();
    disconnect(&m_monitor, nullptr, this, nullptr);
    for (const DemoStage stage : allDemoStages)
        drainBriefly(stage);
}

void Demo::openStage(DemoStage stage)
{
    const ListenSpec spec{.address = {QHostAddress(QHostAddress::LocalHost), 0},
                          .service = ServiceKind::Line,
                          .allowRemote = false,
                          .settings = settingsOf(stage)};
    m_stages.insert(stage, m_monitor.listen(spec));
}

void Demo::startLivelyPeers()
{
    const EndpointSnapshot *listener = listenerOf(DemoStage::Lively);
    if (!listener)
        return;
    const SocketAddress target{QHostAddress(listener->host), listener->port};
    for (unsigned seed = 1; seed <= livelyPeers; ++seed) {
        m_threads.emplace_back(liveForEver,
                               PeerTask{.target = target, .source = {}, .stop = &m_stop},
                               seed);
    }
}

void Demo::startNextRow()
{
    const auto next = std::find_if(m_rows.begin(), m_rows.end(), [](const Progress &progress) {
        return !progress.isStarted;
    });
    if (next == m_rows.end()) {
        m_starter.stop();
        return;
    }
    const auto row = static_cast<std::size_t>(next - m_rows.begin());
    const DemoCase &demoCase = demoCases()[row];
    // A full house would turn the peers of other rows away.
    if (isOfStage(demoCase, DemoStage::Limit) && m_finishedRows < row)
        return;
    next->isStarted = true;
    std::visit([&](const auto &how) { begin(row, how); }, demoCase.how);
}

void Demo::begin(std::size_t row, const IncomingCase &how)
{
    if (how.stage == DemoStage::Limit && m_monitor.connectionCap() > demoConnectionLimit)
        return leaveOut(row,
                        QStringLiteral("the limit here is %1 connections")
                            .arg(m_monitor.connectionCap()));
    const EndpointSnapshot *listener = listenerOf(how.stage);
    if (!listener) {
        m_rows[row].row.seen = m_stages.constFind(how.stage)->error();
        return finishRow(row);
    }
    const PeerTask task{.target = {QHostAddress(listener->host), listener->port},
                        .source = uniquePeerAddress(),
                        .stop = &m_stop};
    m_rowBySource.insert(task.source, row);
    m_threads.emplace_back([this, row, task, script = how.script] {
        const QString seen = script(task);
        QMetaObject::invokeMethod(
            this, [this, row, seen] { onPeerDone(row, seen); }, Qt::QueuedConnection);
    });
}

void Demo::begin(std::size_t row, const OutgoingCase &how)
{
    m_rows[row].isPeerDone = true;
    const std::optional<HostAndPort> target = m_obstacles.put(how.obstacle);
    if (!target) {
        m_rows[row].row.seen = QStringLiteral("the obstacle could not be put up");
        return finishRow(row);
    }
    ConnectSpec spec{.target = *target};
    spec.settings.connectDeadline = how.connectDeadline;
    const Result<EndpointId> endpoint = m_monitor.connectTo(spec);
    if (!endpoint) {
        m_rows[row].row.seen = endpoint.error();
        return finishRow(row);
    }
    m_rowByEndpoint.insert(*endpoint, row);
}

void Demo::begin(std::size_t row, const ImpossibleCase &how)
{
    leaveOut(row, QString::fromLatin1(how.why));
}

void Demo::onBatch(const Batch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
            onOpened(*opened);
        else if (const auto *ended = std::get_if<EndedEvent>(&event.body))
            onEnded(*ended);
        else if (const auto *rejected = std::get_if<RejectedEvent>(&event.body))
            onRejected(*rejected);
    }
}

void Demo::onOpened(const OpenedEvent &event)
{
    const std::optional<std::size_t> row = rowOf(event.info);
    if (!row)
        return;
    m_rows[*row].row.id = event.info.id;
    if (isOfStage(demoCases()[*row], DemoStage::Drain) && --m_awaitedByDrain == 0)
        drainBriefly(DemoStage::Drain);
}

void Demo::onEnded(const EndedEvent &event)
{
    const std::optional<std::size_t> row = rowOf(event.info);
    if (!row)
        return;
    DemoRow &shown = m_rows[*row].row;
    shown.id = event.info.id;
    shown.verdict = event.report->verdict;
    shown.lost = event.report->undelivered + event.report->unread;
    finishWhenKnown(*row);
}

void Demo::onRejected(const RejectedEvent &event)
{
    const EndpointSnapshot *limited = listenerOf(DemoStage::Limit);
    if (!limited || event.listener != limited->id)
        return;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (!isOfStage(demoCases()[row], DemoStage::Limit))
            continue;
        m_rows[row].row.verdict = Verdict{.endedBy = EndedBy::Local,
                                          .wire = Wire::Rst,
                                          .reason = event.reason,
                                          .grade = Grade::Observed};
        finishWhenKnown(row);
    }
}

void Demo::onPeerDone(std::size_t row, const QString &seen)
{
    m_rows[row].row.seen = seen;
    m_rows[row].isPeerDone = true;
    finishWhenKnown(row);
}

/// With a deadline that people can wait for; the program's own stays what it is.
void Demo::drainBriefly(DemoStage stage)
{
    const EndpointSnapshot *listener = listenerOf(stage);
    if (!listener)
        return;
    const MonitorSettings settings = m_monitor.settings();
    MonitorSettings brief = settings;
    brief.drainDeadline = drainDeadline;
    m_monitor.setSettings(brief);
    m_monitor.drainEndpoint(listener->id);
    m_monitor.setSettings(settings);
}

void Demo::leaveOut(std::size_t row, const QString &why)
{
    m_rows[row].row.leftOut = why;
    finishRow(row);
}

void Demo::finishWhenKnown(std::size_t row)
{
    if (m_rows[row].isPeerDone && m_rows[row].row.verdict)
        finishRow(row);
}

void Demo::finishRow(std::size_t row)
{
    if (m_rows[row].isFinished)
        return;
    m_rows[row].isFinished = true;
    ++m_finishedRows;
    emit rowFinished(m_rows[row].row);
    if (m_finishedRows < m_rows.size())
        return;
    m_giveUp.stop();
    if (m_mode == Mode::Lively) {
        for (const DemoStage stage : allDemoStages) {
            if (stage != DemoStage::Lively)
                drainBriefly(stage);
        }
    }
    const bool allAsExpected
        = std::all_of(m_rows.begin(), m_rows.end(), [](const Progress &progress) {
              return progress.row.isAsExpected();
          });
    emit finished(allAsExpected);
}

void Demo::giveUp()
{
    m_starter.stop();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].row.seen.isEmpty())
            m_rows[row].row.seen = QStringLiteral("no end was reported in time");
        finishRow(row);
    }
}

/// Null when the stage is not open.
const EndpointSnapshot *Demo::listenerOf(DemoStage stage) const
{
    const auto listener = m_stages.constFind(stage);
    return listener != m_stages.constEnd() && *listener ? &**listener : nullptr;
}

std::optional<std::size_t> Demo::rowOf(const ConnectionInfo &info) const
{
    if (info.role == Role::Client) {
        const auto row = m_rowByEndpoint.constFind(info.endpoint);
        return row == m_rowByEndpoint.constEnd() ? std::nullopt : std::optional(*row);
    }
    const auto row = m_rowBySource.constFind(info.peer.address);
    return row == m_rowBySource.constEnd() ? std::nullopt : std::optional(*row);
}

} // namespace Teardown
