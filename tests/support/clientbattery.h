// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/clientendings.h"

#include <QEventLoop>

#include <map>
#include <memory>
#include <thread>

namespace Teardown {

/// Clients of a monitor in this thread against plain servers, judged by what the servers know.
class ClientBattery
{
public:
    /// \a host: the loopback address the servers listen on.
    ClientBattery(const MonitorSettings &settings, const QHostAddress &host);
    ~ClientBattery();
    Q_DISABLE_COPY_MOVE(ClientBattery)

    /// Takes every ending to its end once, all at the same time. Returns what is wrong.
    QStringList runEach(std::minstd_rand &random);

    int inferredCount() const { return m_inferred; }

private:
    struct Run
    {
        const ClientEnding *ending = nullptr;
        std::unique_ptr<PlainListener> listener; ///< null when there is an obstacle
        std::thread server;
        Truth truth;
        QJsonObject record; ///< empty until it has ended
        int ends = 0;
    };

    Result<EndpointId> start(Run &run);
    void onBatch(const Batch &batch);
    void act(const Run &run, const ConnectionInfo &info);
    QString verdictOn(const Run &run) const;

    QHostAddress m_host;
    Obstacles m_obstacles;
    std::map<Obstacle, HostAndPort> m_targets;
    Monitor m_monitor;
    std::map<EndpointId, Run> m_runs;
    QEventLoop m_loop;
    int m_open = 0;
    int m_inferred = 0;
};

} // namespace Teardown
