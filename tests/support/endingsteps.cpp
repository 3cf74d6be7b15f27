// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endingsteps.h"

namespace Teardown::EndingSteps {

int between(Random &random, int low, int high)
{
    return std::uniform_int_distribution(low, high)(random);
}

QByteArray randomBytes(Random &random, int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

/// Adds to \a truth what \a seen should have been.
void expect(Truth &truth, const Observation &seen, Observation::End end, const char *when)
{
    if (seen.end != end && truth.problem.isEmpty())
        truth.problem = QStringLiteral("%1: %2").arg(QString::fromLatin1(when), seen.toString());
}

void expectLine(Truth &truth, const Observation &seen, const QByteArray &line)
{
    if ((!seen || seen.bytes != line) && truth.problem.isEmpty())
        truth.problem
            = QStringLiteral("'%1' instead of '%2', %3")
                  .arg(QString::fromLatin1(seen.bytes), QString::fromLatin1(line), seen.toString());
}

void greet(Truth &truth, PlainClient &line)
{
    expect(truth, line.answer(), Observation::End::Complete, "greeting");
}

void readEof(Truth &truth, PlainPeer &peer)
{
    expect(truth, peer.readToEnd(), Observation::End::EndOfStream, "waiting for the FIN");
}

void readReset(Truth &truth, PlainPeer &peer)
{
    const Observation seen = peer.readToEnd();
    expect(truth, seen, Observation::End::Error, "waiting for the RST");
}

/// Nothing was lost: every byte of both sides arrived.
void everythingArrived(Truth &truth, const PlainPeer &peer)
{
    truth.bytesIn = peer.bytesSent();
    truth.delivered = peer.bytesReceived();
    truth.undelivered = 0;
    truth.unread = 0;
    truth.truncated = false;
}

/// Some small requests and their answers.
void chat(Truth &truth, PlainClient &line, Random &random)
{
    greet(truth, line);
    for (int count = between(random, 0, 3); count > 0; --count) {
        const QByteArray echo = "ECHO " + QByteArray::number(random());
        expectLine(truth, line.request(echo), echo);
    }
}

} // namespace Teardown::EndingSteps
