// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closer.h"
#include "tests/support/rawpeer.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

using End = Observation::End;

namespace {

/// A QTcpSocket on our end of a loopback connection.
struct Connected
{
    QTcpServer server;
    RawPeer peer;
    std::unique_ptr<QTcpSocket> socket;

    Connected()
    {
        server.setProxy(QNetworkProxy::NoProxy);
        if (server.listen(QHostAddress::LocalHost)
            && peer.connectTo({server.serverAddress(), server.serverPort()})
            && server.waitForNewConnection(5'000))
            socket.reset(server.nextPendingConnection());
    }

    int descriptor() const { return static_cast<int>(socket->socketDescriptor()); }

    /// Hands the descriptor over to a socketless life.
    int takeDescriptor()
    {
        const int copy = ::fcntl(descriptor(), F_DUPFD_CLOEXEC, 0);
        socket->abort();
        return copy;
    }
};

bool isOpen(int descriptor)
{
    return ::fcntl(descriptor, F_GETFD) >= 0;
}

} // namespace

class tst_Closer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void shutWrite_isAFinAndReadingGoesOn();
    void shutWrite_tellsWhyItFailed();
    void close_afterBothFinsLeavesNoRst();
    void reset_isAnRst_data();
    void reset_isAnRst();
    void reset_ofABareDescriptorIsAnRst();
    void abandon_closes();
};

void tst_Closer::shutWrite_isAFinAndReadingGoesOn()
{
    Connected pair;
    QCOMPARE(Closer::shutWrite(pair.descriptor()), 0);
    QCOMPARE(pair.peer.readSome().end, End::EndOfStream);
    QVERIFY(pair.peer.send("still heard"));
    QTRY_COMPARE(pair.socket->bytesAvailable(), 11);
    QCOMPARE(pair.socket->readAll(), "still heard");
}

void tst_Closer::shutWrite_tellsWhyItFailed()
{
    const Descriptor unconnected(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(Closer::shutWrite(unconnected.value()), ENOTCONN);
    QCOMPARE(Closer::shutWrite(-1), EBADF);
    Connected pair;
    pair.peer.reset();
    QCOMPARE(Closer::shutWrite(pair.descriptor()), ENOTCONN);
}

void tst_Closer::close_afterBothFinsLeavesNoRst()
{
    Connected pair;
    QCOMPARE(Closer::shutWrite(pair.descriptor()), 0);
    QCOMPARE(pair.peer.readSome().end, End::EndOfStream);
    pair.peer.shutdownWrite();
    const int descriptor = pair.descriptor();
    Closer::close(*pair.socket);
    QVERIFY(!isOpen(descriptor));
    QCOMPARE(pair.socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(pair.peer.waitForReset().end, End::EndOfStream);
}

void tst_Closer::reset_isAnRst_data()
{
    QTest::addColumn<QByteArray>("unsent");
    QTest::addColumn<bool>("finFirst");
    QTest::newRow("nothing queued") << QByteArray() << false;
    QTest::newRow("an answer queued in Qt, which Qt alone would end by FIN")
        << QByteArray(1'000'000, 'x') << false;
    QTest::newRow("our FIN is out") << QByteArray() << true;
}

void tst_Closer::reset_isAnRst()
{
    QFETCH(const QByteArray, unsent);
    QFETCH(const bool, finFirst);
    Connected pair;
    pair.socket->write(unsent);
    if (finFirst)
        QCOMPARE(Closer::shutWrite(pair.descriptor()), 0);
    const int descriptor = pair.descriptor();
    Closer::reset(*pair.socket, descriptor);
    QVERIFY(!isOpen(descriptor));
    const Observation end = pair.peer.waitForReset();
    QCOMPARE(end.end, End::Error);
    QCOMPARE(end.error, finFirst ? EPIPE : ECONNRESET);
}

void tst_Closer::reset_ofABareDescriptorIsAnRst()
{
    Connected pair;
    const int descriptor = pair.takeDescriptor();
    Closer::reset(descriptor);
    QVERIFY(!isOpen(descriptor));
    QCOMPARE(pair.peer.waitForReset().error, ECONNRESET);
}

void tst_Closer::abandon_closes()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QVERIFY(isOpen(descriptor));
    Closer::abandon(descriptor);
    QVERIFY(!isOpen(descriptor));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Closer)
#include "tst_closer.moc"
