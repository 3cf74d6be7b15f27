// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/battery.h"
#include "tests/support/endingsteps.h"

#include <QCryptographicHash>

namespace Teardown {

namespace {

using namespace EndingSteps;
using End = Observation::End;

constexpr int entry = 1024 * 1024; ///< bytes each way
constexpr int tinyBuffer = 4096;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Truth uploadsAndDownloads(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    greet(truth, line);
    expect(truth, line.upload(randomBytes(random, entry)), End::Complete, "upload");
    expect(truth, line.download(entry), End::Complete, "download");
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth echoes(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    const QByteArray bytes = randomBytes(random, entry);
    peer.send(bytes);
    peer.shutdownWrite();
    const Observation echo = peer.readToEnd();
    expect(truth, echo, End::EndOfStream, "echo");
    if (sha256(echo.bytes) != sha256(bytes))
        truth.problem = QStringLiteral("another hash of %1 bytes").arg(echo.bytes.size());
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth halfCloses(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    greet(truth, line);
    const QByteArray bytes = randomBytes(random, entry);
    line.send("UPLOAD " + QByteArray::number(entry));
    peer.send(bytes);
    line.send("DOWNLOAD " + QByteArray::number(entry));
    peer.shutdownWrite();
    expectLine(truth,
               line.answer(),
               "STORED " + QByteArray::number(entry) + " sha256=" + sha256(bytes).toHex());
    expect(truth, line.takeDownload(entry), End::Complete, "download after our FIN");
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth chatters(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {localClose}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("DOWNLOAD " + QByteArray::number(entry) + "\nQUIT");
    for (int sent = 0; sent < entry / 8;) {
        const int piece = between(random, 1, 30'000);
        if (!peer.send(QByteArray(piece, 'c')))
            break;
        sent += piece;
    }
    expect(truth, line.takeDownload(entry), End::Complete, "download");
    expectLine(truth, line.answer(), "BYE local-close");
    readEof(truth, peer);
    peer.close();
    everythingArrived(truth, peer);
    truth.bytesIn.reset(); // what comes after QUIT is read and thrown away
    return truth;
}

Truth readsSlowly(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerClosed}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("DOWNLOAD " + QByteArray::number(entry));
    expectLine(truth, line.answer(), "DATA " + QByteArray::number(entry));
    for (qint64 taken = 0; taken < entry && truth.problem.isEmpty();) {
        const auto piece = std::min<qint64>(entry - taken, between(random, 1, 64 * 1024));
        const Observation seen = peer.readExactly(static_cast<qsizetype>(piece));
        expect(truth, seen, End::Complete, "reading slowly");
        if (seen.bytes != downloadPattern(taken, static_cast<qsizetype>(piece)))
            truth.problem = QStringLiteral("wrong bytes at %1").arg(taken);
        taken += piece;
        peer.pause(Milliseconds(between(random, 0, 50)));
    }
    peer.close();
    everythingArrived(truth, peer);
    return truth;
}

Truth resetsAtARandomByteOfTheDownload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("DOWNLOAD " + QByteArray::number(8 * entry));
    expect(truth, peer.readExactly(between(random, 1, entry)), End::Complete, "its beginning");
    // With the window closed nothing is on its way: both sides know how much arrived.
    const qint64 unread = peer.waitUntilFull();
    peer.reset();
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived() + unread;
    truth.truncated = true;
    return truth;
}

Truth resetsAtARandomByteOfTheUpload(RawPeer &peer, Random &random)
{
    Truth truth{.verdicts = {peerReset}};
    PlainClient line(peer);
    greet(truth, line);
    line.send("UPLOAD " + QByteArray::number(entry));
    peer.send(randomBytes(random, between(random, 0, entry - 1)));
    peer.reset();
    truth.undelivered = 0;
    truth.truncated = true;
    return truth;
}

/// What the server cuts must not look complete: RST, never FIN.
Truth isCutByTheDeadline(RawPeer &peer, Random &)
{
    Truth truth{.verdicts = {QLatin1StringView("write-deadline local rst")}};
    PlainClient line(peer);
    line.send("DOWNLOAD " + QByteArray::number(8 * entry));
    expect(truth, peer.waitForReset(), End::Error, "not reading");
    peer.readToEnd(); // the error has been taken; what arrived before can still be read (tcp(7))
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived();
    truth.truncated = true;
    return truth;
}

constexpr std::array entries{
    Ending{"uploads and downloads", BatteryServer::Plain, 30, 0, uploadsAndDownloads},
    Ending{"echoes", BatteryServer::Echo, 20, 0, echoes},
    Ending{"half closes", BatteryServer::Plain, 15, 0, halfCloses},
    Ending{"chatters", BatteryServer::Plain, 10, 0, chatters},
    Ending{"reads slowly", BatteryServer::Plain, 10, tinyBuffer, readsSlowly},
    Ending{"resets at a random byte of the download",
           BatteryServer::Plain,
           5,
           tinyBuffer,
           resetsAtARandomByteOfTheDownload},
    Ending{"resets at a random byte of the upload",
           BatteryServer::Plain,
           5,
           0,
           resetsAtARandomByteOfTheUpload},
    Ending{"is cut by the deadline", BatteryServer::Deadlines, 5, tinyBuffer, isCutByTheDeadline},
};

} // namespace

SoakResult SoakRows::ledger(const SoakRun &run)
{
    std::minstd_rand random(run.seed);
    std::vector<Planned> planned
        = planAtRandom(random, entries, static_cast<std::size_t>(run.size(60, 1'000)));
    SoakResult result{.size = QStringLiteral("%1 x 1 MiB each way").arg(planned.size())};
    const Battery battery({.peersAtATime = 20});
    if (const QString failure = battery.startFailure(); !failure.isEmpty()) {
        result.failures << failure;
        return result;
    }
    battery.run(planned);
    result.failures << battery.judge(planned) << battery.accountingErrors() << battery.stop();
    result.figures = QStringLiteral("%1 inferred").arg(battery.inferredCount());
    return result;
}

} // namespace Teardown
