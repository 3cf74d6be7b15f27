// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/socketoptions.h"
#include "tests/support/rawpeer.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace Teardown;

/// What the kernel is told about sockets, seen from their peers.
class tst_SocketOptions : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void dropHandshakes_keepsNewcomersOut();
    void dropHandshakes_letsThoseUnderWayIn();
};

void tst_SocketOptions::dropHandshakes_keepsNewcomersOut()
{
    PlainListener listener{QHostAddress(QHostAddress::LocalHost)};
    QVERIFY(listener.listen(5));
    dropHandshakes(listener.descriptor());
    RawPeer late;
    QVERIFY(!late.connectTo(listener.address(), 0, Milliseconds(100)));
}

void tst_SocketOptions::dropHandshakes_letsThoseUnderWayIn()
{
    PlainListener listener{QHostAddress(QHostAddress::LocalHost)};
    QVERIFY(listener.listen(5));
    // The server's half of the handshake waits for the first byte, as that of a distant peer would.
    const int seconds = 5;
    QCOMPARE(::setsockopt(listener.descriptor(),
                          IPPROTO_TCP,
                          TCP_DEFER_ACCEPT,
                          &seconds,
                          sizeof(seconds)),
             0);
    RawPeer peer;
    QVERIFY(peer.connectTo(listener.address()));
    QVERIFY(!listener.accept(Milliseconds(50)));
    dropHandshakes(listener.descriptor());

    QVERIFY(peer.send("a"));
    auto server = listener.accept();
    QVERIFY(server);
    QVERIFY(peer.send("b"));
    QCOMPARE(server->readExactly(2).bytes, "ab");
    peer.close();
    QCOMPARE(server->readToEnd().end, Observation::End::EndOfStream);
}

QTEST_GUILESS_MAIN(tst_SocketOptions)
#include "tst_socketoptions.moc"
