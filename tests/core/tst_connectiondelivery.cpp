// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "core/service/servicefactory.h"
#include "tests/support/allocated.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

namespace Teardown {

using namespace std::chrono_literals;
using End = Observation::End;

namespace {

constexpr int smallBuffer = 16 * 1024;

/// Our kernel takes it at once, and a peer with a small buffer does not.
constexpr int inTheKernel = 60'000;

const ServiceFactory lineService = serviceFactory(ServiceKind::Line, Role::Server);

enum class Message { Line, Upload, Download, Many };

/// A message of about 60 KiB and its answer, or many short ones.
Observation exchange(PlainClient &client, Message message)
{
    constexpr qsizetype size = 60 * 1024;
    switch (message) {
    case Message::Line:
        return client.request("ECHO " + QByteArray(size, 'x'));
    case Message::Upload:
        return client.upload(QByteArray(size, 'x'));
    case Message::Download:
        return client.download(size);
    case Message::Many:
        for (int i = 0; i < 9; ++i)
            client.request("PING");
        return client.request("PING");
    }
    Q_UNREACHABLE();
}

/// What the connection and its socket hold; destroys them.
std::size_t heldBytes(ConnectionFixture &connection)
{
    const std::size_t before = allocatedBytes();
    connection.destroy();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return before - allocatedBytes();
}

} // namespace

/// What arrives, and what the report says of the rest.
class tst_ConnectionDelivery : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void peersHalfClose_losesNothing_data();
    void peersHalfClose_losesNothing();
    void ourHalfClose_losesNothing();
    void ourHalfClose_readsOnBehindAFullBuffer();
    void close_deliversToAChattyPeer();
    void close_doesNotResetOverUnreadInput();
    void ourReset_countsWhatIsLost();
    void ourFin_isNoByte();
    void unacknowledgedAnswer_holdsTheEnd();
    void peersReset_countsWhatIsLost();
    void unreadInput_isCounted_data();
    void unreadInput_isCounted();
    void cutMessage_isTruncated();
    void rst_isNoticedBehindAFullBuffer();
    void download_isFinishedFirst_data();
    void download_isFinishedFirst();
    void downloadReset_isAnRst();
    void quietConnection_holdsNoBuffers_data();
    void quietConnection_holdsNoBuffers();
};

void tst_ConnectionDelivery::peersHalfClose_losesNothing_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("receiveBuffer");
    QTest::newRow("50 kB") << 50'000 << 0;
    QTest::newRow("5 MB") << 5'000'000 << 0;
    QTest::newRow("500 kB to a small buffer") << 500'000 << smallBuffer;
}

void tst_ConnectionDelivery::peersHalfClose_losesNothing()
{
    QFETCH(const int, size);
    QFETCH(const int, receiveBuffer);
    ConnectionFixture connection;
    QByteArray request;
    connection.script.readable = [&](Connection &inside) {
        request += inside.read(100);
        if (!inside.inputEnded())
            return;
        inside.send(QByteArray(size, 'x'));
        inside.close(Reason::PeerClosed);
    };
    connection.open(receiveBuffer);
    connection.peer.send("request");
    connection.peer.shutdownWrite();
    const Observation answer = meanwhile([&] { return connection.peer.readToEnd(); });
    QCOMPARE(answer.end, End::EndOfStream);
    QCOMPARE(answer.bytes.size(), size);
    QCOMPARE(request, "request");
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer fin peer-closed observed");
    QCOMPARE(connection.report().undelivered, 0);
    QCOMPARE(connection.report().bytesOut, size);
    QCOMPARE(count(connection.report(), What::AllAcknowledged), 1);
}

void tst_ConnectionDelivery::ourHalfClose_losesNothing()
{
    ConnectionFixture connection;
    connection.open();
    connection->send(QByteArray(1'000'000, 'x'));
    connection->halfClose();
    QVERIFY(!connection->send("after the FIN"));
    const Observation sent = meanwhile([&] {
        const Observation read = connection.peer.readToEnd();
        connection.peer.send(QByteArray(1'000'000, 'y'));
        connection.peer.close();
        return read;
    });
    QCOMPARE(sent.end, End::EndOfStream);
    QCOMPARE(sent.bytes.size(), 1'000'000);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
    QCOMPARE(connection.report().bytesIn, 1'000'000);
    QCOMPARE(connection.report().bytesOut, 1'000'000);
    QCOMPARE(connection.report().undelivered, 0);
    QCOMPARE(connection.report().unread, 0);
}

void tst_ConnectionDelivery::ourHalfClose_readsOnBehindAFullBuffer()
{
    ConnectionSettings settings;
    settings.readBuffer = 100;
    settings.writeLimit = 1'000;
    ConnectionFixture connection(settings);
    connection.script.readable = [](Connection &) {
    };
    connection.open(smallBuffer);
    connection->send(QByteArray(5'000'000, 'x'));
    connection.peer.send(QByteArray(1'000, 'y'));
    QTRY_COMPARE(connection->bytesAvailable(), 100);
    connection.script.readable = throwInputAway;
    connection->halfClose();
    meanwhile([&] { return connection.peer.readToEnd(); });
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
    QCOMPARE(connection.report().bytesIn, 1'000);
    QCOMPARE(connection.report().unread, 0);
}

void tst_ConnectionDelivery::close_deliversToAChattyPeer()
{
    ConnectionFixture connection;
    connection.script.farewell = "BYE";
    connection.open(smallBuffer);
    connection->send(QByteArray(1'000'000, 'x'));
    connection->close(Reason::LocalClose);
    const QByteArray answer = meanwhile([&] {
        QByteArray read;
        for (;;) {
            connection.peer.send("and another thing");
            const Observation some = connection.peer.readSome();
            read += some.bytes;
            if (!some)
                break;
        }
        connection.peer.close();
        return read;
    });
    QCOMPARE(answer.size(), 1'000'003);
    QVERIFY(answer.endsWith("BYE"));
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
    QCOMPARE(connection.report().undelivered, 0);
    QCOMPARE(connection.report().bytesIn, connection.peer.bytesSent());
    QCOMPARE(detail(connection.report(), What::Discarded),
             QByteArray::number(connection.peer.bytesSent()));
}

void tst_ConnectionDelivery::close_doesNotResetOverUnreadInput()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send(QByteArray(200'000, 'x')); // more than the read buffer
    QTRY_VERIFY(connection->bytesAvailable() > 0);
    connection->close(Reason::LocalClose);
    QCOMPARE(meanwhile([&] { return connection.peer.readToEnd(); }).end, End::EndOfStream);
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin local-close observed");
    QCOMPARE(connection.report().unread, 0);
    QCOMPARE(detail(connection.report(), What::Discarded), "200000");
}

void tst_ConnectionDelivery::ourReset_countsWhatIsLost()
{
    ConnectionFixture connection;
    connection.open(smallBuffer);
    connection->send(QByteArray(1'000'000, 'x'));
    const qint64 arrived = meanwhile([&] { return connection.peer.waitUntilFull(); });
    connection->reset(Reason::LocalReset);
    QVERIFY(arrived > 0);
    QCOMPARE(connection.report().undelivered, 1'000'000 - arrived);
    QVERIFY(connection.report().truncated);
    QCOMPARE(detail(connection.report(), What::RstSent), QByteArray::number(1'000'000 - arrived));
    QCOMPARE(connection.peer.waitForReset().error, ECONNRESET);
}

void tst_ConnectionDelivery::ourFin_isNoByte()
{
    ConnectionFixture connection;
    connection.open(smallBuffer);
    connection->send(QByteArray(inTheKernel, 'x'));
    connection->close(Reason::LocalClose);
    const qint64 arrived = meanwhile([&] { return connection.peer.waitUntilFull(); });
    QCOMPARE(connection->state(), ConnectionState::FinSent);
    connection->reset(Reason::LingerTimeout);
    QVERIFY(arrived < inTheKernel);
    QCOMPARE(connection.report().undelivered, inTheKernel - arrived);
}

void tst_ConnectionDelivery::unacknowledgedAnswer_holdsTheEnd()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &inside) {
        if (inside.inputEnded())
            inside.close(Reason::PeerClosed);
    };
    connection.open(smallBuffer);
    connection->send(QByteArray(inTheKernel, 'x'));
    connection.peer.shutdownWrite();
    const qint64 arrived = meanwhile([&] { return connection.peer.waitUntilFull(); });
    QVERIFY(arrived < inTheKernel);
    QCOMPARE(connection->state(), ConnectionState::FinSent);
    const Observation answer = meanwhile([&] { return connection.peer.readToEnd(); });
    QCOMPARE(answer.bytes.size(), inTheKernel);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(count(connection.report(), What::AllAcknowledged), 1);
}

void tst_ConnectionDelivery::peersReset_countsWhatIsLost()
{
    ConnectionFixture connection;
    connection.open(smallBuffer);
    connection->send(QByteArray(5'000'000, 'x'));
    const qint64 arrived = meanwhile([&] { return connection.peer.waitUntilFull(); });
    connection.peer.reset();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer rst peer-reset observed");
    QCOMPARE(connection.report().phase, Phase::Active);
    QVERIFY(connection.report().truncated);
    QVERIFY(arrived > 0);
    QCOMPARE(connection.report().undelivered, 5'000'000 - arrived);
}

void tst_ConnectionDelivery::unreadInput_isCounted_data()
{
    QTest::addColumn<bool>("peerResets");
    QTest::newRow("our reset") << false;
    QTest::newRow("the peer's reset") << true;
}

void tst_ConnectionDelivery::unreadInput_isCounted()
{
    QFETCH(const bool, peerResets);
    ConnectionSettings settings;
    settings.readBuffer = 100;
    ConnectionFixture connection(settings);
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send(QByteArray(1000, 'x'));
    QTRY_COMPARE(connection->bytesAvailable(), 100);
    QCOMPARE(connection->read(40).size(), 40);
    if (peerResets)
        connection.peer.reset();
    else
        connection->reset(Reason::LocalReset);
    QVERIFY(connection.waitForEnd());
    QCOMPARE(connection.report().bytesIn, 40);
    QCOMPARE(connection.report().unread, 960);
    QVERIFY(!connection.report().truncated);
}

void tst_ConnectionDelivery::cutMessage_isTruncated()
{
    ConnectionFixture connection;
    connection.script.isMessageCut = true;
    connection.open();
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QVERIFY(connection.report().truncated);
    QCOMPARE(connection.report().undelivered, 0);
}

void tst_ConnectionDelivery::rst_isNoticedBehindAFullBuffer()
{
    ConnectionSettings settings;
    settings.readBuffer = 100;
    ConnectionFixture connection(settings);
    QByteArray taken;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.send(QByteArray(1000, 'x'));
    QTRY_COMPARE(connection->bytesAvailable(), 100);
    connection.script.readable = [&](Connection &inside) {
        taken += inside.read(1000);
    };
    connection.peer.reset();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer rst peer-reset observed");
    QCOMPARE(taken.size(), 1000);
    QCOMPARE(connection.report().unread, 0);
}

void tst_ConnectionDelivery::download_isFinishedFirst_data()
{
    using Act = void (*)(ConnectionFixture &);
    QTest::addColumn<Act>("act");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("reason");
    QTest::newRow("QUIT sent with the DOWNLOAD")
        << Act([](ConnectionFixture &f) { f.peer.send("QUIT\n"); })
        << QByteArray("BYE local-close\n") << QStringLiteral("local-close");
    QTest::newRow("close in good order from the menu")
        << Act([](ConnectionFixture &f) { f->closeWhenIdle(Reason::LocalClose); })
        << QByteArray("BYE local-close\n") << QStringLiteral("local-close");
    QTest::newRow("drain") << Act([](ConnectionFixture &f) { f->drain(f->now() + 9'000ms); })
                           << QByteArray("GOAWAY drain deadline-ms=9000\nBYE drained\n")
                           << QStringLiteral("drained");
    QTest::newRow("two drains: one GOAWAY") << Act([](ConnectionFixture &f) {
        f->drain(f->now() + 9'000ms);
        f->drain(f->now() + 1'000ms);
    }) << QByteArray("GOAWAY drain deadline-ms=9000\nBYE drained\n")
                                            << QStringLiteral("drained");
    QTest::newRow("the end of the hold time")
        << Act([](ConnectionFixture &f) { f->holdFor(1ms); }) << QByteArray("BYE local-close\n")
        << QStringLiteral("local-close");
    QTest::newRow("half close from the menu")
        << Act([](ConnectionFixture &f) { f->halfCloseWhenIdle(); }) << QByteArray()
        << QStringLiteral("local-close");
    QTest::newRow("the peer's half close")
        << Act([](ConnectionFixture &f) { f.peer.shutdownWrite(); }) << QByteArray()
        << QStringLiteral("peer-closed");
}

void tst_ConnectionDelivery::download_isFinishedFirst()
{
    using Act = void (*)(ConnectionFixture &);
    QFETCH(const Act, act);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, reason);
    ConnectionSettings settings;
    settings.writeLimit = 64 * 1024;
    ConnectionFixture connection(settings);
    connection.open(lineService, smallBuffer);
    PlainClient client(connection.peer);
    QVERIFY(meanwhile([&] { return client.answer(); }).bytes.startsWith("HELLO"));
    QVERIFY(client.send("DOWNLOAD 5000000"));
    meanwhile([&] { return connection.peer.waitUntilFull(); });
    act(connection);
    QVERIFY(meanwhile([&] { return client.takeDownload(5'000'000); }));
    const Observation last = meanwhile([&] { return connection.peer.readToEnd(); });
    QCOMPARE(last.bytes, after);
    QCOMPARE(last.end, End::EndOfStream);
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(QString(token(connection.report().verdict.reason)), reason);
    QCOMPARE(connection.report().verdict.wire, Wire::Fin);
    QVERIFY(!connection.report().truncated);
}

void tst_ConnectionDelivery::downloadReset_isAnRst()
{
    ConnectionFixture connection;
    connection.open(lineService, smallBuffer);
    QVERIFY(connection.peer.send("DOWNLOAD 5000000\n"));
    const qint64 arrived = meanwhile([&] { return connection.peer.waitUntilFull(); });
    connection->close(Reason::ProtocolError); // cuts it: the service is not asked
    connection->reset(Reason::LocalReset);
    const Observation end = meanwhile([&] { return connection.peer.readToEnd(); });
    QCOMPARE(end.end, End::Error);
    QCOMPARE(end.error, ECONNRESET);
    QVERIFY(connection.report().truncated);
    QVERIFY(detail(connection.report(), What::AnswerCut).toLongLong() > 0);
    QCOMPARE(connection.report().undelivered, connection.report().bytesOut - arrived);
}

void tst_ConnectionDelivery::quietConnection_holdsNoBuffers_data()
{
    QTest::addColumn<Message>("message");
    QTest::newRow("a long line") << Message::Line;
    QTest::newRow("an upload") << Message::Upload;
    QTest::newRow("a download") << Message::Download;
    QTest::newRow("a busy time") << Message::Many;
}

void tst_ConnectionDelivery::quietConnection_holdsNoBuffers()
{
    QFETCH(const Message, message);
    if (allocatedBytes() == 0)
        QSKIP("this memory allocator does not count");
    ConnectionFixture connection;
    connection.open(lineService);
    PlainClient client(connection.peer);
    QVERIFY(meanwhile([&] { return client.answer(); }));
    QVERIFY(meanwhile([&] { return exchange(client, message); }));
    connection->sample();
    QVERIFY(heldBytes(connection) < 6 * 1024);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionDelivery)
#include "tst_connectiondelivery.moc"
