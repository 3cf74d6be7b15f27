// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectionstates.h"

#include "core/close/tcpinfo.h"

#include <QCoreApplication>

#include <algorithm>

namespace Teardown {

namespace {

struct ConnectionStates
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::ConnectionStates)
};

/// TCP_INFO says CLOSE for TIME-WAIT as well (Linux); no way leads there from CLOSE-WAIT and
/// LAST-ACK.
bool mayBeTimeWait(const StateSight &closed, const StatePath &before)
{
    if (closed.state != TcpState::Closed || closed.isReset || before.sights.empty())
        return false;
    const TcpState last = before.sights.back().state;
    return last != TcpState::CloseWait && last != TcpState::LastAck;
}

StatePath pathOf(PathEnd end, const QString &name, const ConnectionRecord &record)
{
    StatePath path{.end = end, .name = name, .sights = {}};
    const StateHistory *states = record.states();
    if (!states)
        return path;
    for (const StateObservation &seen : states->all()) {
        const auto state = tcpStateFromName(tcpStateName(seen.state));
        if (!state)
            continue; // not one of RFC 9293
        StateSight sight{.state = *state, .time = seen.mono, .isReset = seen.isReset};
        sight.mayBeTimeWait = mayBeTimeWait(sight, path);
        path.add(sight);
    }
    return path;
}

} // namespace

std::vector<StatePath> statePathsOf(const ConnectionRecord &record, const ConnectionRecord *peer)
{
    std::vector<StatePath> paths{pathOf(PathEnd::First, ConnectionStates::tr("our end"), record)};
    if (peer)
        paths.push_back(pathOf(PathEnd::Second,
                               ConnectionStates::tr("the peer's end, #%1").arg(peer->info().id),
                               *peer));
    return paths;
}

QString stateNote(const std::vector<StatePath> &paths)
{
    QStringList sentences{ConnectionStates::tr("Dotted: not observed.")};
    if (paths.size() < 2)
        sentences += ConnectionStates::tr(
            "The peer's end is not observed: it belongs to another program.");
    const bool isUncertain = std::any_of(paths.begin(), paths.end(), [](const StatePath &path) {
        return !path.sights.empty() && path.sights.back().mayBeTimeWait;
    });
    if (isUncertain)
        sentences
            += ConnectionStates::tr("TCP_INFO says CLOSE for TIME-WAIT too, so either may be.");
    return sentences.join(u' ');
}

} // namespace Teardown
