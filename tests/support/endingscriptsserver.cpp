// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endingscripts.h"
#include "tests/support/endingsteps.h"

namespace Teardown::EndingScripts {

using namespace EndingSteps;

namespace {

Truth staysSilent(RawPeer &peer, QLatin1StringView verdict)
{
    Truth truth{.verdicts = {verdict}};
    readReset(truth, peer);
    truth.bytesIn = 0;
    // A PING may have been on its way when the RST overtook it.
    truth.delivered = peer.bytesReceived();
    return truth;
}

} // namespace

Truth asksForReset(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("local-reset local rst")}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("CLOSE rst");
    readReset(truth, peer);
    truth.bytesIn = peer.bytesSent();
    return truth;
}

Truth sendsHalfALine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("read-deadline local rst")}};
    PlainClient line(peer);
    chat(truth, line, random);
    peer.send("ECHO half a li");
    readReset(truth, peer);
    truth.bytesIn = peer.bytesSent();
    truth.truncated = true;
    return truth;
}

Truth tricklesItsUpload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("read-deadline local rst")}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("UPLOAD 100000");
    Observation seen;
    for (int count = 0; count < 200 && seen.end != Observation::End::Error; ++count) {
        // The error of a reset is told once, and send() may be the one to be told.
        seen = peer.send("x");
        if (seen)
            seen = peer.readSome(Milliseconds(50));
    }
    expect(truth, seen, Observation::End::Error, "trickling");
    truth.truncated = true;
    return truth;
}

Truth neverReads(RawPeer &peer, Random &)
{
    Truth truth{.verdicts = {QLatin1StringView("write-deadline local rst")}};
    PlainClient line(peer);
    line.send("DOWNLOAD 50000000");
    expect(truth, peer.waitForReset(), Observation::End::Error, "not reading");
    // The error has been taken; what arrived before can still be read (tcp(7)).
    peer.readToEnd();
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived();
    truth.truncated = true;
    return truth;
}

Truth neverCloses(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("linger-timeout local rst")}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("QUIT");
    readEof(truth, peer);
    expect(truth, peer.waitForReset(), Observation::End::Error, "not closing");
    truth.undelivered = 0;
    truth.delivered = peer.bytesReceived();
    return truth;
}

Truth chattersForEver(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("linger-timeout local rst")}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("QUIT");
    readEof(truth, peer);
    Observation sent;
    for (int count = 0; count < 200 && sent; ++count) {
        sent = peer.send("x");
        peer.pause(Milliseconds(50));
    }
    expect(truth, sent, Observation::End::Error, "chattering");
    truth.undelivered = 0;
    truth.delivered = peer.bytesReceived();
    return truth;
}

Truth idles(RawPeer &peer, Random &)
{
    return staysSilent(peer, QLatin1StringView("idle-timeout local rst"));
}

Truth missesHeartbeats(RawPeer &peer, Random &)
{
    return staysSilent(peer, QLatin1StringView("heartbeat-timeout local rst"));
}

Truth outstaysTheUserTimeout(RawPeer &peer, Random &)
{
    Truth truth{.verdicts = {QLatin1StringView("kernel-timeout network none")}};
    PlainClient line(peer);
    line.send("DOWNLOAD 50000000");
    peer.waitUntilFull();
    peer.pause(Milliseconds(3'500));
    // The kernel gave the connection up without a packet: only an answer to ours tells.
    peer.send("x");
    expect(truth, peer.waitForReset(), Observation::End::Error, "after the user timeout");
    truth.truncated = true;
    return truth;
}

} // namespace Teardown::EndingScripts
