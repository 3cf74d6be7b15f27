// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/client.h"
#include "tests/support/served.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace Teardown {

using End = Observation::End;

namespace {

/// Long enough for an answer that would come, short enough to wait for one that must not.
constexpr Milliseconds quiet{150};

} // namespace

/// The commands of the line protocol, to the letter of CONTRACT §4.
class tst_Service : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void greeting_namesConnectionAndHeartbeat();
    void request_getsItsAnswer_data();
    void request_getsItsAnswer();
    void crlf_isAcceptedAsLf();
    void pong_hasNoAnswer();
    void bytes_mayComeOneByOne();
    void pipelinedRequests_areAnsweredInOrder();
    void work_takesItsTime();
    void download_isThePattern();
    void upload_isDigested();
    void upload_mayContainLines();
    void stats_areAJsonObject();
    void help_namesEveryCommand();
    void closeFin_saysByeAndWaits();
    void closeHalf_goesOnObeying();
    void closeRst_resets();

private:
    std::unique_ptr<Served> m_server;
};

void tst_Service::initTestCase()
{
    m_server = std::make_unique<Served>();
    QVERIFY2(m_server->isListening(), m_server->program().errorOutput().constData());
}

void tst_Service::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_Service::greeting_namesConnectionAndHeartbeat()
{
    Client client(m_server->address());
    const QRegularExpression form(QStringLiteral("^HELLO teardown/1 id=(\\d+) heartbeat=10000$"));
    const auto match = form.match(QString::fromLatin1(client.hello));
    QVERIFY2(match.hasMatch(), client.hello.constData());
    const auto opened = m_server->program().waitFor([&](const QJsonObject &record) {
        return record[QLatin1String("event")] == QLatin1String("opened")
            && connectionKey(record[QLatin1String("peer")].toString()) == client.peer.key();
    });
    QVERIFY(opened);
    QCOMPARE((*opened)[QLatin1String("id")].toInteger(), match.captured(1).toLongLong());
}

void tst_Service::request_getsItsAnswer_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *request, const char *answer) {
        QTest::newRow(*request ? request : "(empty)") << QByteArray(request) << QByteArray(answer);
    };
    row("PING", "PONG");
    row("PING token", "PONG token");
    row("ping Token", "PONG Token");
    row("PiNg x", "PONG x");
    row("ECHO text", "ECHO text");
    row("echo Several  words ", "ECHO Several  words ");
    row("WORK 0", "DONE 0");
    row("work 20", "DONE 20");
    row("DOWNLOAD 0", "DATA 0");
    row("UPLOAD 0",
        "STORED 0 sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    row("WORK", "ERR bad-argument");
    row("WORK x", "ERR bad-argument");
    row("WORK -1", "ERR bad-argument");
    row("WORK 1.5", "ERR bad-argument");
    row("WORK 1 2", "ERR bad-argument");
    row("WORK 3600001", "ERR bad-argument");
    row("WORK 99999999999999999999999", "ERR bad-argument");
    row("DOWNLOAD", "ERR bad-argument");
    row("DOWNLOAD x", "ERR bad-argument");
    row("DOWNLOAD -1", "ERR bad-argument");
    row("DOWNLOAD 1099511627777", "ERR bad-argument");
    row("UPLOAD", "ERR bad-argument");
    row("UPLOAD x", "ERR bad-argument");
    row("UPLOAD 1099511627777", "ERR bad-argument");
    row("CLOSE", "ERR bad-argument");
    row("CLOSE softly", "ERR bad-argument");
    row("GET / HTTP/1.1", "ERR unknown-command");
    row("PINGX", "ERR unknown-command");
    row("", "ERR unknown-command");
}

void tst_Service::request_getsItsAnswer()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, answer);
    Client client(m_server->address());
    QCOMPARE(client.line.request(request).bytes, answer);
    QCOMPARE(client.line.request("ECHO still there").bytes, "ECHO still there");
}

void tst_Service::crlf_isAcceptedAsLf()
{
    Client client(m_server->address());
    QCOMPARE(client.line.request("ECHO x\r").bytes, "ECHO x");
    QCOMPARE(client.line.request("PING\r").bytes, "PONG");
}

void tst_Service::pong_hasNoAnswer()
{
    Client client(m_server->address());
    QVERIFY(client.line.send("PONG 1"));
    QCOMPARE(client.line.answer(quiet).end, End::TimeLimit);
    QCOMPARE(client.line.request("PING").bytes, "PONG");
}

void tst_Service::bytes_mayComeOneByOne()
{
    Client client(m_server->address());
    for (const char byte : QByteArray("ECHO ab\r\nUPLOAD 3\nxyzPING z\n")) {
        QVERIFY(client.peer.send(QByteArray(1, byte)));
        client.peer.pause(Milliseconds(2));
    }
    QCOMPARE(client.line.answer().bytes, "ECHO ab");
    QVERIFY(
        client.line.answer().bytes.startsWith("STORED 3 sha256=3608bca1e44ea6c4d268eb6db02260"));
    QCOMPARE(client.line.answer().bytes, "PONG z");
}

void tst_Service::pipelinedRequests_areAnsweredInOrder()
{
    Client client(m_server->address());
    QVERIFY(
        client.peer.send("WORK 200\nECHO a\nDOWNLOAD 5\nPING p\nUPLOAD 2\nhiNONSENSE\nECHO b\n"));
    QCOMPARE(client.line.answer().bytes, "DONE 200");
    QCOMPARE(client.line.answer().bytes, "ECHO a");
    QVERIFY(client.line.takeDownload(5));
    QCOMPARE(client.line.answer().bytes, "PONG p");
    QVERIFY(client.line.answer().bytes.startsWith("STORED 2 sha256="));
    QCOMPARE(client.line.answer().bytes, "ERR unknown-command");
    QCOMPARE(client.line.answer().bytes, "ECHO b");
}

void tst_Service::work_takesItsTime()
{
    Client client(m_server->address());
    const TimePoint before = steadyNow();
    QCOMPARE(client.line.request("WORK 300").bytes, "DONE 300");
    const qint64 taken = millisecondsBetween(before, steadyNow());
    QVERIFY2(taken >= 300 && taken < 2'000, qPrintable(QString::number(taken)));
}

void tst_Service::download_isThePattern()
{
    Client client(m_server->address());
    QVERIFY(client.line.download(1));
    QVERIFY(client.line.download(96));
    QVERIFY(client.line.download(3'000'000));
    QCOMPARE(client.line.request("PING").bytes, "PONG");
}

void tst_Service::upload_isDigested()
{
    Client client(m_server->address());
    QVERIFY(client.line.upload("x"));
    QVERIFY(client.line.upload(QByteArray(3'000'000, '\0')));
    QCOMPARE(client.line.request("PING").bytes, "PONG");
}

void tst_Service::upload_mayContainLines()
{
    Client client(m_server->address());
    QVERIFY(client.line.upload("QUIT\nCLOSE rst\n"));
    QCOMPARE(client.line.request("PING").bytes, "PONG");
}

void tst_Service::stats_areAJsonObject()
{
    Client client(m_server->address());
    const QByteArray answer = client.line.request("STATS").bytes;
    QVERIFY2(answer.startsWith("STATS {"), answer.constData());
    const QJsonObject stats = QJsonDocument::fromJson(answer.mid(6)).object();
    QVERIFY2(!stats.isEmpty(), answer.constData());
    const QByteArray id = "id=" + QByteArray::number(stats[QLatin1String("id")].toInteger()) + ' ';
    QVERIFY2(client.hello.contains(id), answer.constData());
}

void tst_Service::help_namesEveryCommand()
{
    Client client(m_server->address());
    QVERIFY(client.line.send("HELP"));
    QByteArrayList lines;
    while (lines.isEmpty() || (lines.last() != "OK" && !lines.last().isEmpty()))
        lines << client.line.answer().bytes;
    QCOMPARE(lines.last(), "OK");
    for (const char *command :
         {"PING", "PONG", "ECHO", "WORK", "DOWNLOAD", "UPLOAD", "STATS", "CLOSE", "QUIT", "HELP"}) {
        const bool isNamed = std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) {
            return line.contains(command);
        });
        QVERIFY2(isNamed, command);
    }
}

void tst_Service::closeFin_saysByeAndWaits()
{
    for (const char *command : {"CLOSE fin", "close FIN", "QUIT", "quit"}) {
        Client client(m_server->address());
        QCOMPARE(client.line.request(command).bytes, "BYE local-close");
        QCOMPARE(client.line.answer().end, End::EndOfStream);
        QVERIFY(!m_server->program().waitForEnded(client.peer.key(), quiet));
        client.peer.close();
        QVERIFY(m_server->program().waitForEnded(client.peer.key()));
    }
}

void tst_Service::closeHalf_goesOnObeying()
{
    Client client(m_server->address());
    QVERIFY(client.line.send("CLOSE half"));
    QCOMPARE(client.line.answer().end, End::EndOfStream);
    QVERIFY(client.line.send("CLOSE rst"));
    QCOMPARE(client.peer.waitForReset().end, End::Error);
    const auto ended = m_server->program().waitForEnded(client.peer.key());
    QVERIFY(ended);
    QCOMPARE((*ended)[QLatin1String("reason")].toString(), QStringLiteral("local-reset"));
}

void tst_Service::closeRst_resets()
{
    Client client(m_server->address());
    QVERIFY(client.line.send("CLOSE rst"));
    const Observation end = client.peer.readToEnd();
    QCOMPARE(end.end, End::Error);
    QCOMPARE(end.error, ECONNRESET);
    QCOMPARE(end.bytes, QByteArray());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Service)
#include "tst_service.moc"
