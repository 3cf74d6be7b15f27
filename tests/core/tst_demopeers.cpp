// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/plainclient.h"
#include "core/demo/plainpeer.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <thread>

namespace Teardown {

using End = Observation::End;

/// A connected pair of plain sockets.
struct Pair
{
    PlainListener listener{QHostAddress(QHostAddress::LocalHost)};
    PlainPeer client;
    std::optional<PlainPeer> server;

    explicit Pair(const StopFlag *stop = nullptr)
        : client(stop)
    {
        if (listener.listen(5) && client.connectTo(listener.address(), {}))
            server = listener.accept();
    }
};

class tst_DemoPeers : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void addresses_areUnique();
    void connect_bindsToItsSource();
    void connect_isRefusedByAHeldPort();
    void connect_timesOutAtAFullQueue();
    void fin_isAnEndOfStreamAfterTheBytes();
    void rst_isAnErrorAfterTheBytes();
    void rst_endsAWaitWithoutReading();
    void close_withUnreadBytesIsARst();
    void shutdown_letsReadingGoOn();
    void lines_areSplitAndKeptApart();
    void exactRead_endsShortAtAnEnd();
    void waits_endAtTheirLimit();
    void waits_endWhenStopped();
    void plainClient_answersPingsOnly();
    void plainClient_seesAWrongByte();
};

void tst_DemoPeers::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_DemoPeers::addresses_areUnique()
{
    QSet<QHostAddress> seen;
    for (int i = 0; i < 1000; ++i) {
        const QHostAddress address = uniquePeerAddress();
        QVERIFY(address.isLoopback());
        seen.insert(address);
    }
    QCOMPARE(seen.size(), 1000);
}

void tst_DemoPeers::connect_bindsToItsSource()
{
    PlainListener listener{QHostAddress(QHostAddress::LocalHost)};
    QVERIFY(listener.listen(1));
    PlainPeer client;
    const QHostAddress source = uniquePeerAddress();
    QVERIFY(client.connectTo(listener.address(), {.source = source}));
    QCOMPARE(client.localAddress().address, source);
}

void tst_DemoPeers::connect_isRefusedByAHeldPort()
{
    const PlainListener held{QHostAddress(QHostAddress::LocalHost)};
    PlainPeer client;
    const Observation seen = client.connectTo(held.address(), {});
    QCOMPARE(seen.end, End::Error);
    QCOMPARE(seen.error, ECONNREFUSED);
}

void tst_DemoPeers::connect_timesOutAtAFullQueue()
{
    PlainListener listener{QHostAddress(QHostAddress::LocalHost)};
    QVERIFY(listener.listen(0));
    PlainPeer waiting;
    QVERIFY(waiting.connectTo(listener.address(), {}));
    PlainPeer late;
    QCOMPARE(late.connectTo(listener.address(), {}, Milliseconds(100)).end, End::TimeLimit);
}

void tst_DemoPeers::fin_isAnEndOfStreamAfterTheBytes()
{
    Pair pair;
    QVERIFY(pair.server->send("12345"));
    pair.server->close();
    const Observation seen = pair.client.readToEnd();
    QCOMPARE(seen.end, End::EndOfStream);
    QCOMPARE(seen.bytes, "12345");
    QCOMPARE(seen.toString(), QStringLiteral("5 bytes, then EOF"));
}

void tst_DemoPeers::rst_isAnErrorAfterTheBytes()
{
    Pair pair;
    QVERIFY(pair.server->send("12345"));
    pair.server->reset();
    const Observation seen = pair.client.readToEnd();
    QCOMPARE(seen.end, End::Error);
    QCOMPARE(seen.error, ECONNRESET);
    QCOMPARE(seen.bytes, "12345");
    QCOMPARE(seen.toString(), QStringLiteral("5 bytes, then ECONNRESET"));
}

void tst_DemoPeers::rst_endsAWaitWithoutReading()
{
    Pair pair;
    QVERIFY(pair.server->send("12345"));
    QVERIFY(pair.client.waitUntilReadable());
    pair.server->reset();
    const Observation seen = pair.client.waitForReset();
    QCOMPARE(seen.end, End::Error);
    QCOMPARE(seen.error, ECONNRESET);
    QCOMPARE(pair.client.unreadBytes(), 5);
}

void tst_DemoPeers::close_withUnreadBytesIsARst()
{
    Pair pair;
    QVERIFY(pair.server->send("12345"));
    QVERIFY(pair.client.waitUntilReadable());
    pair.client.close();
    QCOMPARE(pair.server->readSome().error, ECONNRESET);
}

void tst_DemoPeers::shutdown_letsReadingGoOn()
{
    Pair pair;
    pair.client.shutdownWrite();
    QCOMPARE(pair.server->readSome().end, End::EndOfStream);
    QVERIFY(pair.server->send("late"));
    QCOMPARE(pair.client.readExactly(4).bytes, "late");
}

void tst_DemoPeers::lines_areSplitAndKeptApart()
{
    Pair pair;
    QVERIFY(pair.server->send("one\r\n\ntw"));
    QCOMPARE(pair.client.readLine().bytes, "one");
    QCOMPARE(pair.client.readLine().bytes, "");
    QCOMPARE(pair.client.readLine(Milliseconds(20)).end, End::TimeLimit);
    QVERIFY(pair.server->send("two\nrest"));
    pair.server->close();
    QCOMPARE(pair.client.readLine().bytes, "two");
    const Observation rest = pair.client.readLine();
    QCOMPARE(rest.end, End::EndOfStream);
    QCOMPARE(rest.bytes, "rest");
}

void tst_DemoPeers::exactRead_endsShortAtAnEnd()
{
    Pair pair;
    QVERIFY(pair.server->send("1234567"));
    pair.server->close();
    QCOMPARE(pair.client.readExactly(4).bytes, "1234");
    const Observation rest = pair.client.readExactly(4);
    QCOMPARE(rest.end, End::EndOfStream);
    QCOMPARE(rest.bytes, "567");
}

void tst_DemoPeers::waits_endAtTheirLimit()
{
    Pair pair;
    const Milliseconds limit(30);
    const TimePoint before = steadyNow();
    QCOMPARE(pair.client.readSome(limit).end, End::TimeLimit);
    QCOMPARE(pair.client.waitForReset(limit).end, End::TimeLimit);
    const Observation flood = pair.client.send(QByteArray(64 * 1024 * 1024, 'x'), limit);
    QCOMPARE(flood.end, End::TimeLimit);
    QVERIFY(flood.sent > 0);
    QVERIFY(!pair.listener.accept(limit));
    QVERIFY(steadyNow() - before >= 4 * limit);
}

void tst_DemoPeers::waits_endWhenStopped()
{
    StopFlag stop;
    Pair pair(&stop);
    std::thread stopper([&] { stop.raise(); });
    QCOMPARE(pair.client.readSome().end, End::Stopped);
    stopper.join();
    QVERIFY(!pair.client.pause(peerLimit));
    QCOMPARE(pair.client.waitForReset().end, End::Stopped);
}

void tst_DemoPeers::plainClient_answersPingsOnly()
{
    Pair pair;
    PlainClient line(pair.client);
    QVERIFY(pair.server->send("PING 7\nGOAWAY drain deadline-ms=5\nDONE 1\n"));
    QCOMPARE(line.answer().bytes, "DONE 1");
    QCOMPARE(pair.server->readLine().bytes, "PONG 7");
}

void tst_DemoPeers::plainClient_seesAWrongByte()
{
    Pair pair;
    PlainClient line(pair.client);
    QByteArray data = downloadPattern(0, 200);
    QCOMPARE(data.at(0), ' ');
    QCOMPARE(data.at(94), '~');
    QCOMPARE(data.at(95), ' ');
    QVERIFY(pair.server->send("DATA 200\n" + data));
    QVERIFY(line.download(200));
    QCOMPARE(pair.server->readLine().bytes, "DOWNLOAD 200");
    data[150] = '!';
    QVERIFY(pair.server->send("DATA 200\n" + data));
    QVERIFY(!line.download(200));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_DemoPeers)
#include "tst_demopeers.moc"
