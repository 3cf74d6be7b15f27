// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/demopeers.h"

#include "core/demo/plainclient.h"

#include <vector>

namespace Teardown::Scripts {

namespace {

/// So small that a peer that does not read closes its window after a few kilobytes.
constexpr int tinyBuffer = 4096;

/// More than all buffers between two programs on the loopback hold.
constexpr char hugeDownload[] = "DOWNLOAD 67108864";

/// One peer of the catalogue: connected, and greeted unless it does not want to read.
struct Peer
{
    PlainPeer socket;
    PlainClient line{socket};
    Observation connected;

    explicit Peer(const PeerTask &task, int receiveBuffer = 0)
        : socket(task.stop)
        , connected(socket.connectTo(task.target,
                                     {.source = task.source,
                                      .receiveBuffer = receiveBuffer,
                                      .sendBuffer = 0}))
    {
    }

    Observation greet() { return connected ? line.answer() : connected; }
};

QString endOf(const Observation &seen)
{
    return seen.end == Observation::End::Error ? QStringLiteral("RST (%1)").arg(seen.toString())
                                               : seen.toString();
}

/// Sends \a request, takes its answer and everything after it, and closes.
QString requestAndRead(const PeerTask &task, const QByteArray &request)
{
    Peer peer(task);
    peer.greet();
    peer.line.send(request);
    const Observation seen = peer.socket.readToEnd();
    peer.socket.close();
    return seen.toString();
}

/// Waits for the FIN, answers it with nothing, and sees what comes.
QString readThenIgnoreFin(Peer &peer)
{
    const Observation end = peer.socket.readToEnd();
    if (end.end != Observation::End::EndOfStream)
        return end.toString();
    return QStringLiteral("EOF, then %1").arg(endOf(peer.socket.waitForReset()));
}

} // namespace

QString readsAndCloses(const PeerTask &task)
{
    Peer peer(task);
    peer.greet();
    const Observation seen = peer.line.download(10'000);
    peer.socket.close();
    return seen ? QStringLiteral("10000 bytes, all right") : seen.toString();
}

QString halfClosesAndReads(const PeerTask &task)
{
    constexpr qint64 owed = 1'000'000;
    Peer peer(task);
    peer.greet();
    peer.line.send("DOWNLOAD " + QByteArray::number(owed));
    peer.socket.shutdownWrite();
    if (const Observation data = peer.line.takeDownload(owed); !data)
        return data.toString();
    return QStringLiteral("1000000 bytes, all right, then %1")
        .arg(peer.socket.readToEnd().toString());
}

QString resets(const PeerTask &task)
{
    Peer peer(task);
    const Observation greeting = peer.greet();
    peer.socket.reset();
    return greeting.toString();
}

QString resetsInDownload(const PeerTask &task)
{
    Peer peer(task, tinyBuffer);
    peer.greet();
    peer.line.send(hugeDownload);
    const Observation seen = peer.socket.readExactly(10'000);
    peer.socket.reset();
    return seen.toString();
}

QString closesWithUnread(const PeerTask &task)
{
    Peer peer(task);
    peer.socket.waitUntilReadable();
    const qint64 unread = peer.socket.unreadBytes();
    peer.socket.close();
    return QStringLiteral("%1 bytes left unread").arg(unread);
}

QString closesThenResets(const PeerTask &task)
{
    Peer peer(task);
    peer.greet();
    peer.line.send("WORK 10000");
    peer.socket.shutdownWrite();
    peer.socket.pause(Milliseconds(200));
    peer.socket.reset();
    return QStringLiteral("no answer yet");
}

QString quits(const PeerTask &task)
{
    return requestAndRead(task, "QUIT");
}

QString asksForFin(const PeerTask &task)
{
    return requestAndRead(task, "CLOSE fin");
}

QString asksForHalfClose(const PeerTask &task)
{
    Peer peer(task);
    peer.greet();
    peer.line.send("CLOSE half");
    const Observation seen = peer.socket.readToEnd();
    peer.line.send("ECHO still heard");
    peer.socket.close();
    return seen.toString();
}

QString asksForReset(const PeerTask &task)
{
    return requestAndRead(task, "CLOSE rst");
}

QString sendsLongLine(const PeerTask &task)
{
    return requestAndRead(task, QByteArray(64 * 1024 + 1, 'x'));
}

QString sendsHalfALine(const PeerTask &task)
{
    Peer peer(task);
    peer.greet();
    peer.socket.send("ECHO and th");
    return peer.socket.readToEnd().toString();
}

QString neverReads(const PeerTask &task)
{
    Peer peer(task, tinyBuffer);
    peer.line.send(hugeDownload);
    return endOf(peer.socket.waitForReset());
}

QString neverReadsUntilLate(const PeerTask &task)
{
    Peer peer(task, tinyBuffer);
    peer.line.send(hugeDownload);
    // The kernel that gives up after TCP_USER_TIMEOUT sends no RST before we do something.
    peer.socket.pause(Milliseconds(4'000));
    return peer.socket.readToEnd().toString();
}

QString staysSilent(const PeerTask &task)
{
    Peer peer(task);
    return peer.socket.readToEnd().toString();
}

QString neverCloses(const PeerTask &task)
{
    Peer peer(task);
    peer.greet();
    peer.line.send("QUIT");
    return readThenIgnoreFin(peer);
}

QString followsTheDrain(const PeerTask &task)
{
    Peer peer(task);
    const Observation seen = peer.socket.readToEnd();
    peer.socket.close();
    return seen.toString();
}

QString ignoresTheDrain(const PeerTask &task)
{
    Peer peer(task);
    return readThenIgnoreFin(peer);
}

QString closesAtOnce(const PeerTask &task)
{
    Peer peer(task);
    const Observation greeting = peer.greet();
    peer.socket.close();
    return greeting.toString();
}

QString fillsTheHouse(const PeerTask &task)
{
    std::vector<PlainPeer> guests;
    for (;;) {
        PlainPeer guest(task.stop);
        Observation seen = guest.connectTo(task.target, {.source = uniquePeerAddress()});
        if (seen)
            seen = guest.readLine();
        if (!seen)
            return QStringLiteral("%1 let in, then %2").arg(guests.size()).arg(seen.toString());
        guests.push_back(std::move(guest));
    }
}

} // namespace Teardown::Scripts
