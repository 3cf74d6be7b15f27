// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endingscripts.h"
#include "tests/support/endingsteps.h"

namespace Teardown::EndingScripts {

using namespace EndingSteps;

Truth cutsItsUpload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    const int announced = between(random, 2, 200'000);
    line.send("UPLOAD " + QByteArray::number(announced));
    peer.send(randomBytes(random, between(random, 0, announced - 1)));
    peer.close();
    everythingArrived(truth, peer);
    truth.truncated = true;
    return truth;
}

Truth cutsItsLine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    peer.send("ECHO half a li");
    peer.close();
    everythingArrived(truth, peer);
    truth.truncated = true;
    return truth;
}

Truth resets(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    chat(truth, line, random);
    peer.reset();
    truth.bytesIn = peer.bytesSent();
    return truth;
}

Truth resetsInDownload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("DOWNLOAD 50000000");
    expect(truth,
           peer.readExactly(between(random, 1, 100'000)),
           Observation::End::Complete,
           "start of the download");
    // With the window closed nothing is on its way, and both sides know how much arrived.
    const qint64 unread = peer.waitUntilFull();
    peer.reset();
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived() + unread;
    truth.truncated = true;
    return truth;
}

Truth resetsInUpload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("UPLOAD 1000000");
    peer.send(randomBytes(random, between(random, 0, 100'000)));
    peer.reset();
    truth.truncated = true;
    return truth;
}

Truth closesThenResets(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosedThenReset}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("WORK 30000");
    peer.shutdownWrite();
    peer.pause(Milliseconds(between(random, 0, 50)));
    peer.reset();
    truth.bytesIn = peer.bytesSent();
    return truth;
}

Truth closesThenResetsInDownload(RawPeer &peer, Random &)
{
    Truth truth{.verdicts = {peerClosedThenReset}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("DOWNLOAD 50000000");
    peer.shutdownWrite();
    const qint64 unread = peer.waitUntilFull();
    peer.reset();
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived() + unread;
    truth.truncated = true;
    return truth;
}

Truth closesWithUnread(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    if (between(random, 0, 1) == 1) {
        greet(truth, line);
        line.send("DOWNLOAD 100000");
    }
    if (!peer.closeWithUnread())
        truth.problem = QStringLiteral("nothing came to leave unread");
    truth.bytesIn = peer.bytesSent();
    return truth;
}

Truth closesBeforeTheGreeting(RawPeer &peer, Random &random)
{
    // Our FIN and the greeting cross: it is refused with RST after the FIN, or it lay unread when
    // we closed.
    Truth truth{.verdicts = {peerClosedThenReset, peerReset}};
    peer.pause(Milliseconds(between(random, 0, 1)));
    peer.close();
    truth.bytesIn = 0;
    return truth;
}

} // namespace Teardown::EndingScripts
