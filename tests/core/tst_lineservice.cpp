// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "core/service/servicefactory.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

namespace Teardown {

using namespace std::chrono_literals;

/// What the line protocol's two sides do with their connection; what they say is in tst_service.
class tst_LineService : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void manyLines_leaveTheOthersTheirTurn_data();
    void manyLines_leaveTheOthersTheirTurn();
    void pingsOfANonReader_stopTheClient();
    void uploadInADrain_isRefusedWithItsBytes();
    void lineBegunBeforeADrain_isServed();
    void lineBegunInADrain_isRefused();
};

void tst_LineService::manyLines_leaveTheOthersTheirTurn_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("server") << Role::Server;
    QTest::newRow("client") << Role::Client;
}

void tst_LineService::manyLines_leaveTheOthersTheirTurn()
{
    QFETCH(const Role, role);
    constexpr int lines = Connection::linesPerPass * 4 + 1;
    ConnectionFixture connection({}, role);
    connection.open(serviceFactory(ServiceKind::Line, role));
    QVERIFY(connection.peer.send(QByteArray(lines, '\n')));
    while (connection->snapshot().bytesIn == 0)
        QCoreApplication::processEvents(); // one pass
    QCOMPARE(connection->snapshot().bytesIn, Connection::linesPerPass);
    QTRY_COMPARE(connection->snapshot().bytesIn, lines);
    connection.peer.shutdownWrite();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"peer fin peer-closed observed");
}

void tst_LineService::pingsOfANonReader_stopTheClient()
{
    ConnectionSettings settings;
    settings.writeLimit = 4 * 1024;
    ConnectionFixture connection(settings, Role::Client);
    connection.open(serviceFactory(ServiceKind::Line, Role::Client), 16 * 1024);
    const QByteArray pings = QByteArray("PING 1\n").repeated(10'000);
    const bool wasStopped = meanwhile([&] {
        connection.peer.send("HELLO teardown/1 id=1 heartbeat=0\n");
        for (int i = 0; i < 2'000; ++i) {
            if (!connection.peer.send(pings, 2s))
                return true;
        }
        return false;
    });
    QVERIFY(wasStopped);
    QTRY_VERIFY(!connection->hasRoom());

    const qint64 before = connection->snapshot().bytesIn;
    meanwhile([&] {
        while (connection.peer.readSome(500ms)) {}
        return true;
    });
    QVERIFY(connection->snapshot().bytesIn > before);
    QCOMPARE(connection->snapshot().unsent, 0);
}

void tst_LineService::uploadInADrain_isRefusedWithItsBytes()
{
    ConnectionFixture connection;
    connection.open(serviceFactory(ServiceKind::Line, Role::Server));
    QVERIFY(connection.peer.send("WORK 200\n"));
    QTRY_COMPARE(connection->snapshot().bytesIn, 9);
    connection->drain(connection->now() + 10s);
    const Observation seen = meanwhile([&] {
        connection.peer.send("UPLOAD 100000\n" + QByteArray(100'000, 'x'));
        const Observation all = connection.peer.readToEnd();
        connection.peer.close();
        return all;
    });
    QCOMPARE(seen.end, Observation::End::EndOfStream);
    QVERIFY2(seen.bytes.endsWith("DONE 200\nERR draining\nBYE drained\n"), seen.bytes.constData());
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin drained observed");
}

void tst_LineService::lineBegunBeforeADrain_isServed()
{
    ConnectionFixture connection;
    connection.open(serviceFactory(ServiceKind::Line, Role::Server));
    QVERIFY(connection.peer.send("ECHO he"));
    QTRY_COMPARE(connection->snapshot().bytesIn, 7);
    connection->drain(connection->now() + 10s);
    const Observation seen = meanwhile([&] {
        connection.peer.send("llo\n");
        const Observation all = connection.peer.readToEnd();
        connection.peer.close();
        return all;
    });
    QVERIFY2(seen.bytes.endsWith("ECHO hello\nBYE drained\n"), seen.bytes.constData());
    QVERIFY(connection.waitForEnd());
    QCOMPARE(tokens(connection.report().verdict), u"local fin drained observed");
    QVERIFY(!connection.report().truncated);
}

void tst_LineService::lineBegunInADrain_isRefused()
{
    ConnectionFixture connection;
    connection.open(serviceFactory(ServiceKind::Line, Role::Server));
    QVERIFY(connection.peer.send("WORK 200\n"));
    QTRY_COMPARE(connection->snapshot().bytesIn, 9);
    connection->drain(connection->now() + 10s);
    const Observation seen = meanwhile([&] {
        connection.peer.send("ECHO hello\n");
        const Observation all = connection.peer.readToEnd();
        connection.peer.close();
        return all;
    });
    QVERIFY2(seen.bytes.endsWith("DONE 200\nERR draining\nBYE drained\n"), seen.bytes.constData());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LineService)
#include "tst_lineservice.moc"
