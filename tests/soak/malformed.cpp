// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/battery.h"
#include "tests/support/endingsteps.h"

namespace Teardown {

namespace {

using namespace EndingSteps;

constexpr int longestLine = 64 * 1024;

/// A line and what the contract says to it.
struct Line
{
    QByteArray text;
    QByteArray answer;
};

QByteArray garbage(Random &random)
{
    QByteArray bytes = randomBytes(random, between(random, 0, 300));
    bytes.replace('\n', ' ');
    // A first word that is no command, whatever follows it.
    return '\xff' + bytes;
}

Line badArgument(Random &random)
{
    static const std::array<QByteArray, 14> lines{"DOWNLOAD -1",
                                                  "DOWNLOAD 1099511627777",
                                                  "DOWNLOAD 99999999999999999999",
                                                  "UPLOAD",
                                                  "UPLOAD 1e3",
                                                  "UPLOAD 2147483648x",
                                                  "WORK 3600001",
                                                  "WORK 0x10",
                                                  "WORK +1",
                                                  "CLOSE maybe",
                                                  "CLOSE",
                                                  "QUIT now",
                                                  "STATS x",
                                                  QByteArray("WORK 1\0", 7)};
    const auto index = static_cast<std::size_t>(between(random, 0, int{lines.size()} - 1));
    return {lines[index], "ERR bad-argument"};
}

Line anyLine(Random &random)
{
    switch (between(random, 0, 3)) {
    case 0:
        return {garbage(random), "ERR unknown-command"};
    case 1:
        return {QByteArray(between(random, 0, longestLine), '#'), "ERR unknown-command"};
    case 2:
        return badArgument(random);
    default: {
        const QByteArray token = QByteArray::number(random());
        return {"pInG " + token, "PONG " + token};
    }
    }
}

/// Sends \a bytes in pieces of any size.
void sendInPieces(RawPeer &peer, const QByteArray &bytes, Random &random)
{
    for (qsizetype begin = 0; begin < bytes.size();) {
        const int piece
            = between(random, 0, 3) > 0 ? between(random, 1, 20) : between(random, 1, 40'000);
        if (!peer.send(bytes.mid(begin, piece)))
            return;
        begin += piece;
    }
}

/// The answers to some lines; the lines are sent on the way.
void talkNonsense(Truth &truth, RawPeer &peer, PlainClient &line, Random &random)
{
    greet(truth, line);
    for (int count = between(random, 0, 6); count > 0; --count) {
        const Line next = anyLine(random);
        sendInPieces(peer, next.text + (between(random, 0, 1) == 1 ? "\r\n" : "\n"), random);
        expectLine(truth, line.answer(), next.answer);
    }
}

Truth endsWithinALine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    talkNonsense(truth, peer, line, random);
    sendInPieces(peer, garbage(random), random);
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    truth.truncated = true;
    return truth;
}

Truth endsAfterALine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    talkNonsense(truth, peer, line, random);
    peer.shutdownWrite();
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth goesOnForEver(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {QLatin1StringView("protocol-error local fin")}};
    PlainClient line(peer);
    talkNonsense(truth, peer, line, random);
    // One byte over the limit is enough; a CR at the end might still belong to the line end.
    peer.send(QByteArray(longestLine + 1 + between(random, 0, 3'000), '#'));
    expectLine(truth, line.answer(), "ERR line-too-long");
    expectLine(truth, line.answer(), "BYE protocol-error");
    readEof(truth, peer);
    peer.close();
    truth.undelivered = 0;
    return truth;
}

Truth resetsWithinALine(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    talkNonsense(truth, peer, line, random);
    sendInPieces(peer, garbage(random), random);
    peer.reset();
    return truth;
}

constexpr std::array streams{
    Ending{"ends within a line", BatteryServer::Plain, 3, 0, endsWithinALine},
    Ending{"ends after a line", BatteryServer::Plain, 3, 0, endsAfterALine},
    Ending{"goes on for ever", BatteryServer::Plain, 2, 0, goesOnForEver},
    Ending{"resets within a line", BatteryServer::Plain, 2, 0, resetsWithinALine},
};

} // namespace

SoakResult SoakRows::malformed(const SoakRun &run)
{
    std::minstd_rand random(run.seed);
    std::vector<Planned> planned
        = planAtRandom(random, streams, static_cast<std::size_t>(run.size(300, 10'000)));
    SoakResult result{.size = QStringLiteral("%1 streams").arg(planned.size())};
    const Battery battery({});
    if (const QString failure = battery.startFailure(); !failure.isEmpty()) {
        result.failures << failure;
        return result;
    }
    battery.run(planned);
    result.failures << battery.judge(planned) << battery.accountingErrors() << battery.stop();
    return result;
}

} // namespace Teardown
