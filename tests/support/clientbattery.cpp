// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/clientbattery.h"

#include "core/record/jsonl.h"

#include <QJsonDocument>
#include <QTimer>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// Longer than any ending takes, a name server that is not there included.
constexpr Milliseconds longestRun = 40s;

constexpr CloseCommand commandOf(OwnAct act)
{
    switch (act) {
    case OwnAct::HalfClose:
        return CloseCommand::HalfClose;
    case OwnAct::Reset:
        return CloseCommand::Reset;
    case OwnAct::Nothing:
    case OwnAct::Close:
    case OwnAct::Drain:
        break;
    }
    return CloseCommand::InGoodOrder;
}

} // namespace

ClientBattery::ClientBattery(const MonitorSettings &settings, const QHostAddress &host)
    : m_host(host)
    , m_monitor(settings)
{
    QObject::connect(&m_monitor, &Monitor::batchTaken, &m_loop, [this](const Batch &batch) {
        onBatch(batch);
    });
}

ClientBattery::~ClientBattery()
{
    for (auto &[id, run] : m_runs) {
        if (run.server.joinable())
            run.server.join();
    }
}

QStringList ClientBattery::runEach(std::minstd_rand &random)
{
    QStringList failures;
    std::vector<EndpointId> ids;
    for (const ClientEnding &ending : allClientEndings()) {
        Run run{.ending = &ending};
        const Result<EndpointId> id = start(run);
        if (id) {
            ids.push_back(*id);
            m_runs.emplace(*id, std::move(run));
        } else {
            failures << QStringLiteral("%1: %2").arg(QLatin1StringView(ending.name), id.error());
        }
    }
    // The servers begin when their runs have found their place, which does not move again.
    for (const EndpointId id : ids) {
        Run &run = m_runs.at(id);
        if (!run.listener)
            continue;
        run.server = std::thread([&run, seed = static_cast<unsigned>(random())] {
            std::minstd_rand own(seed);
            if (std::optional<PlainPeer> peer = run.listener->accept())
                run.truth = run.ending->serve(*peer, own);
            else
                run.truth.problem = QStringLiteral("nobody came");
        });
    }
    m_open = static_cast<int>(ids.size());
    // Of this run only: one left running would end a later one.
    QTimer limit;
    limit.callOnTimeout(&m_loop, &QEventLoop::quit);
    limit.start(longestRun);
    if (m_open > 0)
        m_loop.exec();
    for (const EndpointId id : ids) {
        Run &run = m_runs.at(id);
        if (run.server.joinable())
            run.server.join();
        if (const QString wrong = verdictOn(run); !wrong.isEmpty())
            failures << wrong;
    }
    return failures;
}

/// Connects; the obstacle stands, or the listener has its queue.
Result<EndpointId> ClientBattery::start(Run &run)
{
    HostAndPort target;
    if (run.ending->obstacle) {
        const Obstacle obstacle = *run.ending->obstacle;
        if (!m_targets.contains(obstacle)) {
            const std::optional<HostAndPort> put = m_obstacles.put(obstacle);
            if (!put)
                return Failure{QStringLiteral("the obstacle could not be put up")};
            m_targets[obstacle] = *put;
        }
        target = m_targets[obstacle];
        run.truth.verdicts = {run.ending->verdict};
    } else {
        run.listener = std::make_unique<PlainListener>(m_host);
        if (!run.listener->listen(1))
            return Failure{QStringLiteral("cannot listen")};
        const SocketAddress address = run.listener->address();
        target = {address.address.toString(), address.port};
    }
    return m_monitor.connectTo({.target = target,
                                .hold = run.ending->hold,
                                .service = run.ending->service,
                                .settings = run.ending->settings()});
}

void ClientBattery::onBatch(const Batch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body)) {
            act(m_runs.at(opened->info.endpoint), opened->info);
        } else if (const auto *ended = std::get_if<EndedEvent>(&event.body)) {
            Run &run = m_runs.at(ended->info.endpoint);
            run.record = QJsonDocument::fromJson(toJsonLine(event, m_monitor.start())).object();
            ++run.ends;
            m_inferred += ended->report->verdict.grade == Grade::Inferred ? 1 : 0;
            if (--m_open == 0)
                m_loop.quit();
        }
    }
}

void ClientBattery::act(const Run &run, const ConnectionInfo &info)
{
    if (run.ending->act == OwnAct::Nothing)
        return;
    if (run.ending->act == OwnAct::Drain) {
        m_monitor.drainEndpoint(info.endpoint);
        return;
    }
    const std::array ids{info.id};
    m_monitor.end(ids, commandOf(run.ending->act));
}

QString ClientBattery::verdictOn(const Run &run) const
{
    const QLatin1StringView name(run.ending->name);
    if (run.ends != 1)
        return QStringLiteral("%1: %2 ended records").arg(name).arg(run.ends);
    const QString wrong = judge(run.truth, run.record);
    if (wrong.isEmpty())
        return {};
    return QStringLiteral("%1:%2 %3")
        .arg(name,
             wrong,
             QString::fromUtf8(QJsonDocument(run.record).toJson(QJsonDocument::Compact)));
}

} // namespace Teardown
