// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/rawpeer.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <random>
#include <span>
#include <vector>

namespace Teardown {

/// The servers of the battery: one process for each set of deadlines.
enum class BatteryServer { Plain, Deadlines, Heartbeat, Idle, UserTimeout, Echo };

inline constexpr std::array allBatteryServers{BatteryServer::Plain,
                                              BatteryServer::Deadlines,
                                              BatteryServer::Heartbeat,
                                              BatteryServer::Idle,
                                              BatteryServer::UserTimeout,
                                              BatteryServer::Echo};

/// The options of `teardown-cli serve` for \a server.
QStringList optionsOf(BatteryServer server);

/// What a peer knows about the end of its own connection.
struct Truth
{
    std::vector<QLatin1StringView>
        verdicts; ///< "reason endedBy wire"; more than one where the kernels race
    std::optional<qint64> bytesIn; ///< what the server must have received
    std::optional<qint64> delivered; ///< bytesOut - undelivered
    std::optional<qint64> undelivered;
    std::optional<qint64> unread;
    std::optional<bool> truncated;
    QString problem; ///< what went wrong on the peer's side; empty when all came as it should
};

/// One way to end a connection.
struct Ending
{
    const char *name;
    BatteryServer server;
    int weight; ///< how often, against the others
    int receiveBuffer; ///< SO_RCVBUF of the peer; 0 is the kernel's own
    Truth (*run)(RawPeer &peer, std::minstd_rand &random); ///< from the connected peer to its end
};

std::span<const Ending> allEndings();

/// What is wrong in \a record, an ended record, judged by \a truth; empty when nothing is.
QString judge(const Truth &truth, const QJsonObject &record);

} // namespace Teardown
