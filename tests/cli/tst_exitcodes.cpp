// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/obstacles.h"
#include "tests/support/client.h"
#include "tests/support/served.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/socket.h>
#include <sys/stat.h>

using namespace Teardown;

/// How serve and connect begin and end: the port file, where events go, exit codes (CONTRACT §1).
class tst_ExitCodes : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void serve_endsInGoodOrderOnASignal_data();
    void serve_endsInGoodOrderOnASignal();
    void serve_listensOnEveryAddress();
    void serve_listensWhereTheEnvironmentSays();
    void serve_writesThePortFile();
    void serve_tellsItsPortsOnStdout();
    void serve_leavesAFifoWhatItIs();
    void serve_failsWithoutItsPortFile();
    void serve_failsOnAPortInUse();
    void serve_warnsOfRemoteAddresses();
    void serve_resetsWhatIsLeftAtTheDeadline();

    void events_goToAPrivateFile();
    void events_thatCannotBeWrittenAreAFailure_data();
    void events_thatCannotBeWrittenAreAFailure();
    void events_mayHaveNoReader();
    void closedStdout_isAFailure();

    void connect_succeedsWhenAllEndInGoodOrder();
    void connect_failsWhenNobodyListens();
    void connect_failsOverTheCap();
    void connect_tellsAnEndByReset();
    void connect_drainsOnASignal();
    void connect_givenUpByASignalWasNeverOpened();

private:
    QTemporaryDir m_directory;

    QString file(const char *name) const { return m_directory.filePath(QString::fromLatin1(name)); }
};

namespace {

const QString program = commandLineProgram();

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<QJsonObject> endedRecords(const ProgramRunner &runner)
{
    std::vector<QJsonObject> ended;
    for (const QJsonObject &record : runner.records()) {
        if (record[u"event"] == QLatin1StringView("ended"))
            ended.push_back(record);
    }
    return ended;
}

} // namespace

void tst_ExitCodes::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QVERIFY(m_directory.isValid());
}

void tst_ExitCodes::serve_endsInGoodOrderOnASignal_data()
{
    QTest::addColumn<int>("signo");

    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_ExitCodes::serve_endsInGoodOrderOnASignal()
{
    QFETCH(const int, signo);
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    server.program().sendSignal(signo);
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
    QCOMPARE(server.program().otherOutput(), QByteArray());
    const QByteArray said = server.program().errorOutput();
    QVERIFY2(said.contains(QByteArray("listening on " + server.address().toString().toLatin1())),
             said.constData());
    QVERIFY2(said.contains("drained: 0 in time, 0 reset, 0 B lost"), said.constData());
}

void tst_ExitCodes::serve_listensOnEveryAddress()
{
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--listen=[::1]:0"),
                          QStringLiteral("--listen=127.0.0.2:0")});
    const std::vector<SocketAddress> listeners = runner.waitForListeners(3);
    QCOMPARE(listeners.size(), 3u);
    for (const SocketAddress &address : listeners)
        QVERIFY(!Client(address).hello.isEmpty());
}

void tst_ExitCodes::serve_listensWhereTheEnvironmentSays()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("TEARDOWN_LISTEN"),
                       QStringLiteral("127.0.0.1:0 127.0.0.2:0"));
    environment.insert(QStringLiteral("TEARDOWN_PORT_FILE"), file("environment.ports"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, {QStringLiteral("serve")});
    QTRY_COMPARE(contents(file("environment.ports")).count('\n'), 2);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void tst_ExitCodes::serve_writesThePortFile()
{
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--listen=[::1]:0"),
                          QStringLiteral("--port-file"),
                          file("ports")});
    const std::vector<SocketAddress> listeners = runner.waitForListeners(2);
    QCOMPARE(listeners.size(), 2u);
    const QByteArray expected
        = (listeners[0].toString() + u'\n' + listeners[1].toString() + u'\n').toLatin1();
    QTRY_COMPARE(contents(file("ports")), expected);
}

void tst_ExitCodes::serve_tellsItsPortsOnStdout()
{
    const QString events = file("ports.jsonl");
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--port-file=-"),
                          QStringLiteral("--jsonl"),
                          events});
    QTRY_VERIFY(runner.otherOutput().startsWith("127.0.0.1:"));
    QVERIFY(!QFileInfo::exists(QStringLiteral("-")));
    runner.sendSignal(SIGTERM);
    QCOMPARE(runner.waitForExit().value_or(-1), 0);
}

void tst_ExitCodes::serve_leavesAFifoWhatItIs()
{
    const QString fifo = file("ports.fifo");
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QFile reader(fifo);
    QVERIFY(reader.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered));
    Served server({QStringLiteral("--port-file"), fifo});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    QCOMPARE(reader.readLine(), server.address().toString().toLatin1() + '\n');
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(fifo).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void tst_ExitCodes::serve_failsWithoutItsPortFile()
{
    Served server({QStringLiteral("--port-file"), QStringLiteral("/nowhere/ports")});
    QCOMPARE(server.program().waitForExit().value_or(-1), 3);
    const QByteArray said = server.program().errorOutput();
    QVERIFY2(said.contains("--port-file: cannot write \"/nowhere/ports\""), said.constData());
}

void tst_ExitCodes::serve_failsOnAPortInUse()
{
    Served first;
    QVERIFY2(first.isListening(), first.program().errorOutput().constData());
    const QString address = first.address().toString();
    Served second({}, address);
    QCOMPARE(second.program().waitForExit().value_or(-1), 3);
    const QByteArray said = second.program().errorOutput();
    QVERIFY2(said.contains(address.toLatin1()), said.constData());
    QVERIFY2(!said.contains("listening on"), said.constData());
}

void tst_ExitCodes::serve_warnsOfRemoteAddresses()
{
    Served server({QStringLiteral("--allow-remote")}, QStringLiteral("0.0.0.0:0"));
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    server.program().sendSignal(SIGTERM);
    QCOMPARE(server.program().waitForExit().value_or(-1), 0);
    const QByteArray said = server.program().errorOutput();
    QVERIFY2(said.contains("warning: other machines can reach 0.0.0.0:0"), said.constData());
}

void tst_ExitCodes::serve_resetsWhatIsLeftAtTheDeadline()
{
    Served server({QStringLiteral("--drain-deadline"), QStringLiteral("300ms")});
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    Client busy(server.address());
    QCOMPARE(busy.line.request("PING begun\nWORK 60000").bytes, "PONG begun");
    server.program().sendSignal(SIGTERM);
    QCOMPARE(server.program().waitForExit().value_or(-1), 4);
    const QByteArray said = server.program().errorOutput();
    QVERIFY2(said.contains("drained: 0 in time, 1 reset, "), said.constData());
}

void tst_ExitCodes::events_goToAPrivateFile()
{
    const QString path = file("events.jsonl");
    const QString ports = file("events.ports");
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--jsonl"),
                          path,
                          QStringLiteral("--port-file"),
                          ports});
    QTRY_VERIFY(!contents(ports).isEmpty());
    runner.sendSignal(SIGTERM);
    QCOMPARE(runner.waitForExit().value_or(-1), 0);
    QCOMPARE(runner.records().size(), 0u);
    QCOMPARE(runner.otherOutput(), QByteArray());
    const QByteArray lines = contents(path);
    QVERIFY2(lines.contains("\"event\":\"listening\""), lines.constData());
    QVERIFY2(lines.contains("\"stage\":\"drained\""), lines.constData());
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0600u);
}

void tst_ExitCodes::events_thatCannotBeWrittenAreAFailure_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("complaint");

    QTest::newRow("the disk is full")
        << QStringLiteral("/dev/full")
        << QByteArray("cannot write events to \"/dev/full\": No space left on device; ");
    QTest::newRow("there is no such directory")
        << QStringLiteral("/nowhere/events")
        << QByteArray("cannot write events to \"/nowhere/events\": No such file or directory");
}

void tst_ExitCodes::events_thatCannotBeWrittenAreAFailure()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, complaint);
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--jsonl"),
                          path});
    QCOMPARE(runner.waitForExit().value_or(-1), 3);
    QVERIFY2(runner.errorOutput().contains(complaint), runner.errorOutput().constData());
}

void tst_ExitCodes::events_mayHaveNoReader()
{
    // A FIFO that is open for reading but never read, and a server that must not mind.
    const QString fifo = file("fifo");
    const QString ports = file("fifo.ports");
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QFile reader(fifo);
    QVERIFY(reader.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered));
    ProgramRunner runner(program,
                         {QStringLiteral("serve"),
                          QStringLiteral("--listen=127.0.0.1:0"),
                          QStringLiteral("--jsonl"),
                          fifo,
                          QStringLiteral("--port-file"),
                          ports});
    QTRY_VERIFY(!contents(ports).isEmpty());
    const Result<SocketAddress> address
        = parseSocketAddress(QString::fromLatin1(contents(ports).trimmed()));
    QVERIFY(address);
    // Some 100 KiB of events: more than the pipe holds.
    for (int i = 0; i < 200; ++i)
        QVERIFY(!Client(*address).hello.isEmpty());
    runner.sendSignal(SIGTERM);
    QCOMPARE(runner.waitForExit().value_or(-1), 3);
    const QByteArray said = runner.errorOutput();
    QVERIFY2(said.contains("its reader took too long; "), said.constData());
}

void tst_ExitCodes::closedStdout_isAFailure()
{
    ProgramRunner runner(QStringLiteral("/bin/sh"),
                         {QStringLiteral("-c"),
                          QStringLiteral("exec \"$0\" serve --listen 127.0.0.1:0 >&-"),
                          program});
    QCOMPARE(runner.waitForExit().value_or(-1), 3);
    const QByteArray said = runner.errorOutput();
    QVERIFY2(said.contains("cannot write events to standard output: Bad file descriptor"),
             said.constData());
}

void tst_ExitCodes::connect_succeedsWhenAllEndInGoodOrder()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    ProgramRunner clients(program,
                          {QStringLiteral("connect"),
                           server.address().toString(),
                           QStringLiteral("--count=3"),
                           QStringLiteral("--hold=50ms")});
    QCOMPARE(clients.waitForExit().value_or(-1), 0);
    const std::vector<QJsonObject> ended = endedRecords(clients);
    QCOMPARE(ended.size(), 3u);
    for (const QJsonObject &record : ended) {
        QCOMPARE(record[u"role"].toString(), QStringLiteral("client"));
        QCOMPARE(record[u"reason"].toString(), QStringLiteral("local-close"));
    }
    const QByteArray said = clients.errorOutput();
    QVERIFY2(said.contains("3 ended in good order, 0 otherwise, 0 never opened"), said.constData());
}

void tst_ExitCodes::connect_failsWhenNobodyListens()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString target = QStringLiteral("127.0.0.1:%1").arg(closed.serverPort());
    closed.close();
    ProgramRunner clients(program, {QStringLiteral("connect"), target});
    QCOMPARE(clients.waitForExit().value_or(-1), 3);
    const std::vector<QJsonObject> ended = endedRecords(clients);
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0][u"reason"].toString(), QStringLiteral("connect-refused"));
}

void tst_ExitCodes::connect_failsOverTheCap()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    ProgramRunner clients(program,
                          {QStringLiteral("connect"),
                           server.address().toString(),
                           QStringLiteral("--count=3"),
                           QStringLiteral("--hold=50ms"),
                           QStringLiteral("--max-connections=2")});
    QCOMPARE(clients.waitForExit().value_or(-1), 3);
    QCOMPARE(endedRecords(clients).size(), 2u);
    const QByteArray said = clients.errorOutput();
    QVERIFY2(said.contains("2 ended in good order, 0 otherwise, 1 never opened"), said.constData());
}

void tst_ExitCodes::connect_tellsAnEndByReset()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ProgramRunner clients(program,
                          {QStringLiteral("connect"),
                           QStringLiteral("127.0.0.1:%1").arg(server.serverPort())});
    QVERIFY(server.waitForNewConnection(10'000));
    QTcpSocket *socket = server.nextPendingConnection();
    const linger reset{.l_onoff = 1, .l_linger = 0};
    QCOMPARE(::setsockopt(static_cast<int>(socket->socketDescriptor()),
                          SOL_SOCKET,
                          SO_LINGER,
                          &reset,
                          sizeof reset),
             0);
    QVERIFY(clients.waitForEvent(QStringLiteral("opened")));
    socket->abort();
    QCOMPARE(clients.waitForExit().value_or(-1), 1);
    const std::vector<QJsonObject> ended = endedRecords(clients);
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0][u"reason"].toString(), QStringLiteral("peer-reset"));
}

void tst_ExitCodes::connect_drainsOnASignal()
{
    Served server;
    QVERIFY2(server.isListening(), server.program().errorOutput().constData());
    ProgramRunner clients(program, {QStringLiteral("connect"), server.address().toString()});
    QVERIFY(clients.waitForEvent(QStringLiteral("opened")));
    clients.sendSignal(SIGTERM);
    QCOMPARE(clients.waitForExit().value_or(-1), 0);
    const std::vector<QJsonObject> ended = endedRecords(clients);
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0][u"reason"].toString(), QStringLiteral("drained"));
}

void tst_ExitCodes::connect_givenUpByASignalWasNeverOpened()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::FullAcceptQueue);
    QVERIFY(target);
    ProgramRunner clients(program,
                          {QStringLiteral("connect"),
                           QStringLiteral("%1:%2").arg(target->host).arg(target->port),
                           QStringLiteral("--connect-deadline=60s")});
    QVERIFY(!clients.waitForExit(Milliseconds(500)));
    clients.sendSignal(SIGTERM);
    QVERIFY(clients.waitForExit());
    const std::vector<QJsonObject> ended = endedRecords(clients);
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0][u"phase"].toString(), QStringLiteral("connecting"));
    const QByteArray said = clients.errorOutput();
    QVERIFY2(said.contains("1 never opened"), said.constData());
}

QTEST_GUILESS_MAIN(tst_ExitCodes)
#include "tst_exitcodes.moc"
