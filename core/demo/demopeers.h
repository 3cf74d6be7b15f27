// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/plainpeer.h"

#include <QString>

namespace Teardown {

/// What a peer of the demo needs to know.
struct PeerTask
{
    SocketAddress target; ///< the listener to connect to
    QHostAddress source; ///< the peer's own address, by which its connection is known
    const StopFlag *stop = nullptr;
};

/// The life of one peer, from connect to its end. Blocks; runs in a thread of its own.
///
/// Returns what the plain socket saw, in English. Every script ends by itself within 15 seconds,
/// and at once when the stop flag is raised.
using PeerScript = QString (*)(const PeerTask &);

namespace Scripts {

QString readsAndCloses(const PeerTask &task);
QString halfClosesAndReads(const PeerTask &task);
QString resets(const PeerTask &task);
QString resetsInDownload(const PeerTask &task);
QString closesWithUnread(const PeerTask &task);
QString closesThenResets(const PeerTask &task);
QString quits(const PeerTask &task);
QString asksForFin(const PeerTask &task);
QString asksForHalfClose(const PeerTask &task);
QString asksForReset(const PeerTask &task);
QString sendsLongLine(const PeerTask &task);
QString sendsHalfALine(const PeerTask &task);
QString neverReads(const PeerTask &task);
QString neverReadsUntilLate(const PeerTask &task);
QString staysSilent(const PeerTask &task);
QString neverCloses(const PeerTask &task);
QString followsTheDrain(const PeerTask &task);
QString ignoresTheDrain(const PeerTask &task);
QString closesAtOnce(const PeerTask &task);

/// Opens connections until one is turned away, then closes them all. \a task.source is not used.
QString fillsTheHouse(const PeerTask &task);

} // namespace Scripts

/// An honest client that comes back: some seconds of requests, then one of many endings, then the
/// next connection, until \a task.stop is raised. \a seed decides what it does.
void liveForEver(const PeerTask &task, unsigned seed);

} // namespace Teardown
