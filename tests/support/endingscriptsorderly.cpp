// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endingscripts.h"
#include "tests/support/endingsteps.h"

namespace Teardown::EndingScripts {

using namespace EndingSteps;

Truth closes(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth downloads(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    expect(truth,
           line.download(between(random, 0, 300'000)),
           Observation::End::Complete,
           "download");
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth uploads(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    expect(truth,
           line.upload(randomBytes(random, between(random, 0, 300'000))),
           Observation::End::Complete,
           "upload");
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth halfClosesWhileOwedBytes(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    chat(truth, line, random);
    const int owed = between(random, 1, 300'000);
    line.send("DOWNLOAD " + QByteArray::number(owed));
    peer.shutdownWrite();
    peer.pause(Milliseconds(between(random, 0, 50)));
    expect(truth, line.takeDownload(owed), Observation::End::Complete, "download after our FIN");
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth halfClosesWhileOwedAnswers(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    greet(truth, line);
    const QByteArray time = QByteArray::number(between(random, 0, 200));
    peer.send("WORK " + time + "\nECHO after\n");
    peer.shutdownWrite();
    expectLine(truth, line.answer(), "DONE " + time);
    expectLine(truth, line.answer(), "ECHO after");
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth asksForFin(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {localClose}};
    PlainClient line(peer);
    chat(truth, line, random);
    expectLine(truth, line.request("CLOSE fin"), "BYE local-close");
    readEof(truth, peer);
    peer.pause(Milliseconds(between(random, 0, 100)));
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth quitsChattily(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {localClose}};
    PlainClient line(peer);
    greet(truth, line);
    const int owed = between(random, 1, 300'000);
    peer.send("DOWNLOAD " + QByteArray::number(owed) + "\nQUIT\n");
    for (int pieces = between(random, 1, 10); pieces > 0; --pieces) {
        peer.send(randomBytes(random, 1000));
        peer.pause(Milliseconds(between(random, 0, 5)));
    }
    expect(truth, line.takeDownload(owed), Observation::End::Complete, "download");
    expectLine(truth, line.answer(), "BYE local-close");
    readEof(truth, peer);
    peer.send("and another thing");
    peer.close();
    everythingArrived(truth, peer);
    // What comes after QUIT is read and thrown away.
    truth.bytesIn.reset();
    return truth;
}

Truth asksForHalfClose(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {localClose}};
    PlainClient line(peer);
    chat(truth, line, random);
    line.send("CLOSE half");
    readEof(truth, peer);
    line.send("ECHO still heard");
    peer.pause(Milliseconds(between(random, 0, 50)));
    line.send("WORK 1");
    peer.close();
    everythingArrived(truth, peer);
    // The answers that could not be sent may count as cut.
    truth.truncated.reset();
    return truth;
}

Truth sendsTooLongALine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("protocol-error local fin")}};
    PlainClient line(peer);
    chat(truth, line, random);
    peer.send(QByteArray(64 * 1024 + 1 + between(random, 0, 100'000), 'x'));
    expectLine(truth, line.answer(), "ERR line-too-long");
    expectLine(truth, line.answer(), "BYE protocol-error");
    readEof(truth, peer);
    peer.close();
    truth.undelivered = 0;
    truth.delivered = peer.bytesReceived();
    truth.unread = 0;
    return truth;
}

Truth hasItEchoed(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    const QByteArray bytes = randomBytes(random, between(random, 1, 300'000));
    peer.send(bytes);
    peer.shutdownWrite();
    const Observation echo = peer.readToEnd();
    expect(truth, echo, Observation::End::EndOfStream, "waiting for the FIN");
    if (echo.bytes != bytes)
        truth.problem = QStringLiteral("another echo: %1").arg(echo.toString());
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth answersHeartbeats(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {localClose}};
    PlainClient line(peer);
    greet(truth, line);
    expect(truth,
           line.stayIdle(Milliseconds(between(random, 2'500, 3'000))),
           Observation::End::TimeLimit,
           "answering PINGs");
    expectLine(truth, line.request("QUIT"), "BYE local-close");
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth talksInsteadOfAnsweringHeartbeats(RawPeer &peer, Random &)
{
    Truth truth{.verdicts = {peerClosed}};
    for (int count = 0; count < 12; ++count) {
        peer.send("PONG 0\n");
        peer.pause(Milliseconds(250));
    }
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

} // namespace Teardown::EndingScripts
