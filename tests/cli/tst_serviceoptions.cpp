// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/client.h"
#include "tests/support/served.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

namespace Teardown {

using End = Observation::End;

namespace {

/// Long enough for an answer that would come, short enough to wait for one that must not.
constexpr Milliseconds quiet{150};

constexpr qint64 tebibyte = Q_INT64_C(1) << 40;

} // namespace

/// What depends on the options of the server: limits, heartbeats, drain, address and service
/// (CONTRACT §1, §4; RFC 862, 863, 864).
class tst_ServiceOptions : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void largestNumbers_areAccepted_data();
    void largestNumbers_areAccepted();
    void longestLine_isAccepted();
    void longerLine_isRefusedAndClosed();
    void heartbeat_sendsNumberedPings();
    void heartbeat_doesNotInterruptData();
    void drain_saysGoodbye();
    void echo_returnsEverything();
    void discard_answersNothing();
    void chargen_followsRfc864();
    void ipv6_isListenedOn();
};

void tst_ServiceOptions::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_ServiceOptions::largestNumbers_areAccepted_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("UPLOAD of 1 TiB") << "UPLOAD " + QByteArray::number(tebibyte);
    QTest::newRow("WORK of 1 hour") << QByteArray("WORK 3600000");
    QTest::newRow("DOWNLOAD of 1 TiB") << "DOWNLOAD " + QByteArray::number(tebibyte);
}

void tst_ServiceOptions::largestNumbers_areAccepted()
{
    QFETCH(const QByteArray, request);
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client client(server.address());
    const Observation answer = client.line.request(request, quiet);
    if (request.startsWith("DOWNLOAD"))
        QCOMPARE(answer.bytes, "DATA " + QByteArray::number(tebibyte));
    else
        QCOMPARE(answer.end, End::TimeLimit);
    client.peer.reset();
}

void tst_ServiceOptions::longestLine_isAccepted()
{
    Served server({QStringLiteral("--max-line"), QStringLiteral("1KiB")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client client(server.address());
    const QByteArray longest = "ECHO " + QByteArray(1024 - 5, 'x');
    QCOMPARE(client.line.request(longest).bytes, longest);
    QCOMPARE(client.line.request(longest + '\r').bytes, longest);
}

void tst_ServiceOptions::longerLine_isRefusedAndClosed()
{
    Served server({QStringLiteral("--max-line"), QStringLiteral("1KiB")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    const QByteArray tooLong = "ECHO " + QByteArray(1025 - 5, 'x');
    for (const QByteArray &ending : {QByteArray("\n"), QByteArray()}) {
        Client client(server.address());
        QVERIFY(client.peer.send("PING before\n" + tooLong + ending));
        QCOMPARE(client.line.answer().bytes, "PONG before");
        QCOMPARE(client.line.answer().bytes, "ERR line-too-long");
        QCOMPARE(client.line.answer().bytes, "BYE protocol-error");
        QCOMPARE(client.line.answer().end, End::EndOfStream);
        client.peer.close();
        const auto ended = server.program().waitForEnded(client.peer.key());
        QVERIFY(ended);
        QCOMPARE((*ended)[QLatin1String("reason")].toString(), QStringLiteral("protocol-error"));
    }
}

void tst_ServiceOptions::heartbeat_sendsNumberedPings()
{
    Served server({QStringLiteral("--heartbeat"),
                   QStringLiteral("100ms"),
                   QStringLiteral("--heartbeat-timeout"),
                   QStringLiteral("5s")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    RawPeer peer;
    QVERIFY(peer.connectTo(server.address()));
    QVERIFY(peer.readLine().bytes.endsWith(" heartbeat=100"));
    qint64 last = -1;
    for (int count = 0; count < 3; ++count) {
        const QByteArray ping = peer.readLine().bytes;
        QVERIFY2(ping.startsWith("PING "), ping.constData());
        const qint64 number = ping.mid(5).toLongLong();
        QVERIFY(number > last);
        last = number;
        QVERIFY(peer.send("PONG " + QByteArray::number(number) + '\n'));
    }
}

void tst_ServiceOptions::heartbeat_doesNotInterruptData()
{
    Served server({QStringLiteral("--heartbeat"),
                   QStringLiteral("50ms"),
                   QStringLiteral("--heartbeat-timeout"),
                   QStringLiteral("300ms")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client client(server.address(), 64 * 1024);
    constexpr qint64 size = 8'000'000;
    QVERIFY(client.line.send("DOWNLOAD " + QByteArray::number(size)));
    // Longer than the heartbeat timeout without a byte from us, in the middle of the data.
    client.peer.pause(Milliseconds(600));
    QVERIFY(client.line.takeDownload(size));
    QCOMPARE(client.line.request("PING x").bytes, "PONG x");
}

void tst_ServiceOptions::drain_saysGoodbye()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    RawPeer idle;
    QVERIFY(idle.connectTo(server.address()));
    QVERIFY(idle.readLine());
    RawPeer busy;
    QVERIFY(busy.connectTo(server.address()));
    QVERIFY(busy.readLine());
    QVERIFY(busy.send("WORK 700\n"));
    busy.pause(quiet);

    server.program().sendSignal(SIGTERM);
    const QRegularExpression goaway(QStringLiteral("^GOAWAY drain deadline-ms=(9\\d{3}|10000)$"));
    for (RawPeer *peer : {&idle, &busy}) {
        const QByteArray line = peer->readLine().bytes;
        QVERIFY2(goaway.match(QString::fromLatin1(line)).hasMatch(), line.constData());
    }
    QVERIFY(busy.send("ECHO late\n"));
    QCOMPARE(idle.readLine().bytes, "BYE drained");
    QCOMPARE(idle.readLine().end, End::EndOfStream);
    idle.close();
    const QByteArray rest = busy.readToEnd().bytes;
    QCOMPARE(rest, "DONE 700\nERR draining\nBYE drained\n");
    busy.close();
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
}

void tst_ServiceOptions::echo_returnsEverything()
{
    Served server({QStringLiteral("--service"), QStringLiteral("echo")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    RawPeer peer;
    QVERIFY(peer.connectTo(server.address()));
    const QByteArray bytes = downloadPattern(7, 200'000);
    QVERIFY(peer.send(bytes));
    peer.shutdownWrite();
    const Observation seen = peer.readToEnd();
    QCOMPARE(seen.end, End::EndOfStream);
    QCOMPARE(seen.bytes, bytes);
}

void tst_ServiceOptions::discard_answersNothing()
{
    Served server({QStringLiteral("--service"), QStringLiteral("discard")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    RawPeer peer;
    QVERIFY(peer.connectTo(server.address()));
    QVERIFY(peer.send(QByteArray(1'000'000, 'x')));
    peer.shutdownWrite();
    const Observation seen = peer.readToEnd();
    QCOMPARE(seen.end, End::EndOfStream);
    QCOMPARE(seen.bytes, QByteArray());
    peer.close();
    const auto ended = server.program().waitForEnded(peer.key());
    QVERIFY(ended);
    QCOMPARE((*ended)[QLatin1String("bytesIn")].toInteger(), 1'000'000);
    QCOMPARE((*ended)[QLatin1String("reason")].toString(), QStringLiteral("peer-closed"));
}

void tst_ServiceOptions::chargen_followsRfc864()
{
    Served server({QStringLiteral("--service"), QStringLiteral("chargen")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    RawPeer peer;
    QVERIFY(peer.connectTo(server.address()));
    constexpr qsizetype lines = 200;
    constexpr qsizetype length = 72 + 2;
    const QByteArray bytes = peer.readExactly(lines * length).bytes;
    QCOMPARE(bytes.size(), lines * length);
    const int first = bytes.at(0) - ' ';
    for (qsizetype line = 0; line < lines; ++line) {
        QByteArray expected;
        for (qsizetype column = 0; column < 72; ++column)
            expected += static_cast<char>(' ' + (first + line + column) % 95);
        QCOMPARE(bytes.mid(line * length, length), expected + "\r\n");
    }
}

void tst_ServiceOptions::ipv6_isListenedOn()
{
    Served server({}, QStringLiteral("[::1]:0"));
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    QCOMPARE(server.address().address, QHostAddress(QHostAddress::LocalHostIPv6));
    Client client(server.address());
    QVERIFY(client.hello.startsWith("HELLO teardown/1 "));
    client.peer.close();
    const auto ended = server.program().waitForEnded(client.peer.key());
    QVERIFY(ended);
    QVERIFY((*ended)[QLatin1String("peer")].toString().startsWith(QStringLiteral("[::1]:")));
    QCOMPARE((*ended)[QLatin1String("reason")].toString(), QStringLiteral("peer-closed"));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ServiceOptions)
#include "tst_serviceoptions.moc"
