// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"

#include <QHostAddress>

#include <utility>

namespace Teardown {

// Short ways to say what happened, for the tests of the models.

inline constexpr TimePoint runStart{std::chrono::hours(1)};

/// The moment \a milliseconds after the start of the run.
inline TimePoint after(qint64 milliseconds)
{
    return runStart + Milliseconds(milliseconds);
}

inline RunStart start()
{
    return {runStart, QDateTime(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC)};
}

/// Connection \a id from 127.0.1.ID:40000+ID to 127.0.0.1:7400, opened at \a opened.
inline ConnectionInfo connectionInfo(ConnectionId id, TimePoint opened = runStart)
{
    ConnectionInfo info;
    info.id = id;
    info.endpoint = 1;
    info.local = {QHostAddress(QStringLiteral("127.0.0.1")), 7400};
    info.peer = {QHostAddress(0x7f000100U + static_cast<quint32>(id % 250)),
                 static_cast<quint16>(40'000 + id % 20'000)};
    info.opened = opened;
    return info;
}

inline Event eventAt(TimePoint mono, EventBody body)
{
    return {mono, start().wall.addMSecs(millisecondsBetween(runStart, mono)), std::move(body)};
}

inline Event opened(ConnectionId id, TimePoint at = runStart)
{
    return eventAt(at, OpenedEvent{connectionInfo(id, at)});
}

inline CloseReport
closeReport(Reason reason, EndedBy endedBy = EndedBy::Peer, Wire wire = Wire::Fin)
{
    CloseReport report;
    report.verdict = {endedBy, wire, reason, Grade::Observed};
    return report;
}

inline Event ended(ConnectionInfo info, CloseReport report, TimePoint at)
{
    report.duration = Milliseconds(millisecondsBetween(info.opened, at));
    return eventAt(at,
                   EndedEvent{std::move(info), std::make_shared<CloseReport>(std::move(report))});
}

inline Event ended(ConnectionId id, Reason reason = Reason::PeerClosed, TimePoint at = after(1'000))
{
    return ended(connectionInfo(id), closeReport(reason), at);
}

inline ConnectionSnapshot snapshot(ConnectionId id)
{
    ConnectionSnapshot snapshot;
    snapshot.info = connectionInfo(id);
    snapshot.lastActivity = snapshot.info.opened;
    return snapshot;
}

inline Batch events(const std::vector<Event> &events)
{
    return {{events.begin(), events.end()}, {}, {}};
}

inline Batch snapshots(std::vector<ConnectionSnapshot> snapshots)
{
    return {{}, std::move(snapshots), {}};
}

} // namespace Teardown
