// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/clientendings.h"

#include "tests/support/endingsteps.h"

#include <array>

namespace Teardown {

namespace {

using namespace EndingSteps;
using namespace std::chrono_literals;
using End = Observation::End;

constexpr QLatin1StringView hello("HELLO teardown/1 id=1 heartbeat=0\n");

void greetClient(PlainPeer &peer)
{
    peer.send(QByteArray(hello.data(), hello.size()));
}

Truth closes(PlainPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    greetClient(peer);
    peer.pause(Milliseconds(between(random, 0, 20)));
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth sendsAndCloses(PlainPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    peer.send(randomBytes(random, between(random, 1, 300'000)));
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth halfClosesAndReads(PlainPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    expect(truth, peer.readExactly(between(random, 1, 100'000)), End::Complete, "reading");
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth resets(PlainPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    greetClient(peer);
    peer.pause(Milliseconds(between(random, 0, 20)));
    peer.reset();
    return truth;
}

Truth closesWithUnread(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {peerReset}};
    expect(truth, peer.waitUntilReadable(), End::Complete, "waiting for something to leave unread");
    peer.close();
    return truth;
}

Truth closesThenResets(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {peerClosedThenReset}};
    const auto full = [&peer] {
        return waitUntilFull(peer, 100ms);
    };
    full();
    peer.shutdownWrite();
    const qint64 unread = full();
    peer.reset();
    truth.delivered = peer.bytesReceived() + unread;
    return truth;
}

Truth answersTheFin(PlainPeer &peer, QLatin1StringView verdict)
{
    Truth truth{.verdicts = {verdict}};
    greetClient(peer);
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth isLeft(PlainPeer &peer, Random &)
{
    return answersTheFin(peer, localClose);
}

Truth isDrained(PlainPeer &peer, Random &)
{
    return answersTheFin(peer, QLatin1StringView("drained local fin"));
}

Truth talksOnAfterTheHalfClose(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {localClose}};
    readEof(truth, peer);
    peer.send("something else\n");
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth neverCloses(PlainPeer &peer, QLatin1StringView verdict)
{
    Truth truth{.verdicts = {verdict}};
    readEof(truth, peer);
    expect(truth, peer.waitForReset(), End::Error, "not closing");
    return truth;
}

Truth outstaysTheLinger(PlainPeer &peer, Random &)
{
    return neverCloses(peer, QLatin1StringView("linger-timeout local rst"));
}

Truth outstaysTheDrain(PlainPeer &peer, Random &)
{
    return neverCloses(peer, QLatin1StringView("drain-forced local rst"));
}

Truth isReset(PlainPeer &peer, QLatin1StringView verdict)
{
    Truth truth{.verdicts = {verdict}};
    greetClient(peer);
    readReset(truth, peer);
    return truth;
}

Truth isResetOnRequest(PlainPeer &peer, Random &)
{
    return isReset(peer, QLatin1StringView("local-reset local rst"));
}

Truth missesHeartbeats(PlainPeer &peer, Random &)
{
    return isReset(peer, QLatin1StringView("heartbeat-timeout local rst"));
}

Truth idles(PlainPeer &peer, Random &)
{
    return isReset(peer, QLatin1StringView("idle-timeout local rst"));
}

Truth answersHeartbeats(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {peerClosed}};
    greetClient(peer);
    for (int pings = 0; pings < 5; ++pings) {
        const Observation ping = peer.readLine();
        if (!ping.bytes.startsWith("PING "))
            truth.problem = QStringLiteral("no PING: %1").arg(ping.toString());
        peer.send("PONG" + ping.bytes.mid(4) + '\n');
    }
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth neverReads(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {QLatin1StringView("write-deadline local rst")}};
    expect(truth, peer.waitForReset(), End::Error, "not reading");
    return truth;
}

Truth outstaysTheUserTimeout(PlainPeer &peer, Random &)
{
    Truth truth{.verdicts = {QLatin1StringView("kernel-timeout network none")}};
    waitUntilFull(peer, 100ms);
    peer.pause(3'500ms);
    peer.send("x");
    expect(truth, peer.waitForReset(), End::Error, "after the user timeout");
    return truth;
}

ConnectionSettings briefLinger()
{
    return {.lingerIdle = 400ms, .lingerTotal = 800ms};
}

ConnectionSettings briefHeartbeat()
{
    return {.heartbeat = 300ms, .heartbeatTimeout = 1'200ms};
}

ConnectionSettings briefIdle()
{
    return {.heartbeat = 0ms, .idleTimeout = 500ms};
}

ConnectionSettings briefWrite()
{
    return {.writeDeadline = 700ms};
}

ConnectionSettings briefUserTimeout()
{
    return {.writeDeadline = 0ms, .userTimeout = 1s};
}

ConnectionSettings briefConnect()
{
    return {.connectDeadline = 600ms};
}

ConnectionSettings patientConnect()
{
    return {.connectDeadline = 20s};
}

constexpr ServiceKind line = ServiceKind::Line;
constexpr ServiceKind chargen = ServiceKind::Chargen;
constexpr auto usual = [] {
    return ConnectionSettings{};
};

const std::array clientEndings{
    ClientEnding{"server closes", line, usual, closes},
    ClientEnding{"server sends and closes", ServiceKind::Discard, usual, sendsAndCloses},
    ClientEnding{"server half closes and reads", chargen, usual, halfClosesAndReads},
    ClientEnding{"server resets", line, usual, resets},
    ClientEnding{"server closes with unread bytes", chargen, usual, closesWithUnread},
    ClientEnding{"server closes, then resets", chargen, usual, closesThenResets},
    ClientEnding{"client leaves after its time", line, usual, isLeft, OwnAct::Nothing, 50ms},
    ClientEnding{"client closes", line, usual, isLeft, OwnAct::Close},
    ClientEnding{"client half closes", line, usual, talksOnAfterTheHalfClose, OwnAct::HalfClose},
    ClientEnding{"client resets", line, usual, isResetOnRequest, OwnAct::Reset},
    ClientEnding{"client is drained", line, usual, isDrained, OwnAct::Drain},
    ClientEnding{"server outstays the drain", line, usual, outstaysTheDrain, OwnAct::Drain},
    ClientEnding{"server never closes", line, briefLinger, outstaysTheLinger, OwnAct::Close},
    ClientEnding{"server misses heartbeats", line, briefHeartbeat, missesHeartbeats},
    ClientEnding{"server answers heartbeats", line, briefHeartbeat, answersHeartbeats},
    ClientEnding{"server idles", line, briefIdle, idles},
    ClientEnding{"server never reads", chargen, briefWrite, neverReads},
    ClientEnding{"server outstays the user timeout",
                 chargen,
                 briefUserTimeout,
                 outstaysTheUserTimeout},
    ClientEnding{.name = "nobody listens",
                 .obstacle = Obstacle::PortNobodyListensOn,
                 .verdict = QLatin1StringView("connect-refused peer rst")},
    ClientEnding{.name = "nobody accepts",
                 .settings = briefConnect,
                 .obstacle = Obstacle::FullAcceptQueue,
                 .verdict = QLatin1StringView("connect-timeout network none")},
    ClientEnding{.name = "no such route",
                 .obstacle = Obstacle::AddressWithoutScope,
                 .verdict = QLatin1StringView("connect-failed network none")},
    ClientEnding{.name = "no such name",
                 .settings = patientConnect,
                 .obstacle = Obstacle::NameThatDoesNotExist,
                 .verdict = QLatin1StringView("name-not-found network none")},
};

} // namespace

std::span<const ClientEnding> allClientEndings()
{
    return clientEndings;
}

} // namespace Teardown
