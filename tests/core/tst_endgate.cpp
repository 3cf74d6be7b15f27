// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closer.h"
#include "core/close/closereport.h"
#include "core/close/endgate.h"
#include "core/net/epolldispatcher.h"
#include "core/net/writequeue.h"
#include "tests/support/rawpeer.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <cerrno>
#include <functional>
#include <future>
#include <memory>

namespace Teardown {

using End = Observation::End;

namespace {

enum class Loop { Ours, Glib, Unix };

constexpr int longestWait = 10'000; // milliseconds

/// Runs \a function in a thread with that event dispatcher.
void runIn(Loop loop, const std::function<void()> &function)
{
    if (loop == Loop::Unix)
        qputenv("QT_NO_GLIB", "1");
    const std::unique_ptr<QThread> thread(QThread::create(function));
    if (loop == Loop::Ours)
        thread->setEventDispatcher(new EpollDispatcher);
    thread->start();
    thread->wait();
    qunsetenv("QT_NO_GLIB");
}

/// A QTcpSocket behind a gate, and all that is heard of its end, in order.
class Guarded final : public EndGateObserver
{
public:
    explicit Guarded(qint64 readBuffer = 0)
    {
        server.setProxy(QNetworkProxy::NoProxy);
        if (!server.listen(QHostAddress::LocalHost)
            || !peer.connectTo({server.serverAddress(), server.serverPort()})
            || !server.waitForNewConnection(longestWait))
            qFatal("no loopback");
        socket.reset(server.nextPendingConnection());
        descriptor = static_cast<int>(socket->socketDescriptor());
        socket->setReadBufferSize(readBuffer);
        QObject::connect(socket.get(), &QAbstractSocket::errorOccurred, socket.get(), [this] {
            heard.append(QStringLiteral("qt"));
        });
        gate = std::make_unique<EndGate>(*socket, descriptor, *this);
        if (!gate->attach())
            qFatal("no read notifier");
    }

    /// \a count bytes \c x, as much of them as the kernel takes.
    void send(qsizetype count)
    {
        queue.append(QByteArray(count, 'x'));
        write();
    }

    void write()
    {
        if (const int error = queue.writeTo(descriptor).error; error != 0)
            gate->writeFailed(error);
    }

    bool waitFor(qsizetype endings) const
    {
        return QTest::qWaitFor([&] { return heard.size() >= endings; }, longestWait);
    }

    /// Everything is in the kernel.
    bool waitUntilSent()
    {
        const auto isSent = [this] {
            write();
            return queue.isEmpty();
        };
        return QTest::qWaitFor(isSent, longestWait);
    }

    void finSeen() override { heard.append(QStringLiteral("fin")); }
    void errorSeen(int error) override { heard.append(errnoName(error)); }

    QTcpServer server; // owns the socket
    RawPeer peer;
    std::unique_ptr<QTcpSocket> socket;
    std::unique_ptr<EndGate> gate;
    WriteQueue queue;
    QStringList heard;
    int descriptor = -1;
};

/// What a script heard, and how much of what was sent arrived.
struct Outcome
{
    QStringList heard;
    qint64 arrived = 0;
    bool isConnected = false; ///< for Qt, at the end
};

using Script = Outcome (*)();

Outcome outcome(const Guarded &guarded, qint64 arrived = 0)
{
    return {guarded.heard, arrived, guarded.socket->state() == QAbstractSocket::ConnectedState};
}

template <typename Predicate> void waitUntil(Predicate predicate)
{
    // One that never comes true shows in the outcome.
    Q_UNUSED(QTest::qWaitFor(predicate, longestWait))
}

/// A few passes more, so that what comes too often is heard.
void settle()
{
    for (int pass = 0; pass < 20; ++pass)
        QCoreApplication::processEvents();
}

Outcome fin()
{
    Guarded guarded;
    guarded.peer.close();
    guarded.waitFor(1);
    settle();
    return outcome(guarded);
}

Outcome dataThenFin()
{
    Guarded guarded;
    guarded.peer.send(QByteArray(1000, 'x'));
    guarded.peer.close();
    guarded.waitFor(1);
    return outcome(guarded, guarded.socket->readAll().size());
}

/// Each read() enables Qt's notifier again, and the FIN stays readable.
Outcome readsAfterFin()
{
    Guarded guarded;
    guarded.peer.send(QByteArray(1000, 'x'));
    guarded.peer.close();
    guarded.waitFor(1);
    qint64 arrived = 0;
    while (guarded.socket->bytesAvailable() > 0) {
        arrived += guarded.socket->read(100).size();
        settle();
    }
    return outcome(guarded, arrived);
}

Outcome rst()
{
    Guarded guarded;
    guarded.peer.reset();
    guarded.waitFor(1);
    settle();
    return outcome(guarded);
}

Outcome dataThenRst()
{
    Guarded guarded;
    guarded.peer.send(QByteArray(1000, 'x'));
    guarded.peer.reset();
    guarded.waitFor(1);
    return outcome(guarded, guarded.socket->readAll().size());
}

Outcome finThenRst()
{
    Guarded guarded;
    guarded.peer.shutdownWrite();
    guarded.waitFor(1);
    guarded.peer.reset();
    waitUntil([&] {
        guarded.gate->look();
        return guarded.heard.size() == 2;
    });
    settle();
    return outcome(guarded);
}

Outcome finAndRstTogether()
{
    Guarded guarded;
    guarded.peer.shutdownWrite();
    guarded.peer.reset();
    guarded.waitFor(2);
    return outcome(guarded);
}

Outcome rstUnderAFullBuffer()
{
    Guarded guarded(100);
    guarded.peer.send(QByteArray(1000, 'x'));
    waitUntil([&] { return guarded.socket->bytesAvailable() == 100; });
    guarded.peer.reset();
    settle();
    guarded.gate->look();
    guarded.waitFor(1);
    return outcome(guarded, guarded.socket->readAll().size());
}

Outcome writeMeetsRst()
{
    Guarded guarded(100);
    guarded.peer.send(QByteArray(1000, 'x'));
    waitUntil([&] { return guarded.socket->bytesAvailable() == 100; });
    guarded.peer.reset();
    guarded.send(10);
    guarded.waitFor(1);
    return outcome(guarded, guarded.socket->readAll().size());
}

Outcome writesAfterFinMeetRst()
{
    Guarded guarded;
    guarded.peer.send(QByteArray(1000, 'x'));
    guarded.peer.close();
    guarded.waitFor(1);
    waitUntil([&] {
        guarded.send(1); // the first one draws the RST
        guarded.gate->look();
        return guarded.heard.size() == 2;
    });
    return outcome(guarded, guarded.socket->readAll().size());
}

Outcome writesFailTwice()
{
    Guarded guarded;
    guarded.peer.shutdownWrite();
    guarded.waitFor(1);
    guarded.gate->writeFailed(EPIPE);
    guarded.gate->writeFailed(EPIPE);
    return outcome(guarded);
}

/// A request and its FIN, then an answer: Qt alone would deliver nothing of it.
Outcome answersAfterFin(qsizetype size)
{
    Guarded guarded;
    guarded.peer.send("request");
    guarded.peer.shutdownWrite();
    guarded.waitFor(1);
    guarded.send(size);
    auto answer = std::async(std::launch::async, [&] { return guarded.peer.readToEnd(); });
    if (guarded.waitUntilSent())
        Closer::shutWrite(guarded.descriptor);
    return outcome(guarded, answer.get().bytes.size());
}

Outcome finWhileAnswering()
{
    Guarded guarded;
    guarded.send(5'000'000);
    waitUntil([&] { return guarded.peer.unreadBytes() > 0; });
    guarded.peer.shutdownWrite();
    guarded.waitFor(1);
    auto answer = std::async(std::launch::async, [&] { return guarded.peer.readToEnd(); });
    if (guarded.waitUntilSent())
        Closer::shutWrite(guarded.descriptor);
    return outcome(guarded, answer.get().bytes.size());
}

Outcome detached()
{
    Guarded guarded;
    guarded.gate->detach();
    guarded.peer.close();
    guarded.waitFor(1);
    return outcome(guarded);
}

Outcome halfCloseOfOurs()
{
    Guarded guarded;
    Closer::shutWrite(guarded.descriptor);
    guarded.peer.readToEnd();
    guarded.peer.send(QByteArray(1000, 'x'));
    guarded.peer.close();
    guarded.waitFor(1);
    return outcome(guarded, guarded.socket->readAll().size());
}

} // namespace

/// What the gate sees of an end, and what it saves, with each event dispatcher.
class tst_EndGate : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void end_isSeenAndNothingLost_data();
    void end_isSeenAndNothingLost();
    void gate_provesItself_data();
    void gate_provesItself();
    void strangerWithoutNotifiers_isNotWatched();
};

void tst_EndGate::end_isSeenAndNothingLost_data()
{
    QTest::addColumn<Loop>("loop");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("heard");
    QTest::addColumn<qint64>("arrived");
    QTest::addColumn<bool>("isConnected");

    const auto row = [](const char *name, Script script, const char *heard, qint64 arrived = 0) {
        const bool isConnected = qstrcmp(heard, "qt") != 0;
        for (const auto &[loop, of] : {std::pair(Loop::Ours, "ours"),
                                       std::pair(Loop::Glib, "glib"),
                                       std::pair(Loop::Unix, "unix")})
            QTest::addRow("%s (%s)", name, of)
                << loop << script << QString::fromLatin1(heard) << arrived << isConnected;
    };
    row("FIN", fin, "fin");
    row("data, then FIN", dataThenFin, "fin", 1000);
    row("data, then FIN, then reading", readsAfterFin, "fin", 1000);
    row("RST", rst, "ECONNRESET");
    row("data, then RST", dataThenRst, "ECONNRESET", 1000);
    row("FIN, then RST", finThenRst, "fin EPIPE");
    row("FIN and RST at once", finAndRstTogether, "fin EPIPE");
    row("RST behind a full read buffer", rstUnderAFullBuffer, "ECONNRESET", 1000);
    row("a write meets an RST, unread data before it", writeMeetsRst, "ECONNRESET", 1000);
    row("writes after the peer's close", writesAfterFinMeetRst, "fin EPIPE", 1000);
    row("writes that fail twice", writesFailTwice, "fin EPIPE");
    row(
        "half close, 50 kB to answer", [] { return answersAfterFin(50'000); }, "fin", 50'000);
    row(
        "half close, 5 MB to answer", [] { return answersAfterFin(5'000'000); }, "fin", 5'000'000);
    row("half close in the middle of the answer", finWhileAnswering, "fin", 5'000'000);
    row("the peer's FIN after ours", halfCloseOfOurs, "fin", 1000);
    row("a gate that has stepped aside", detached, "qt");
}

void tst_EndGate::end_isSeenAndNothingLost()
{
    QFETCH(const Loop, loop);
    QFETCH(const Script, script);
    QFETCH(const QString, heard);
    QFETCH(const qint64, arrived);
    QFETCH(const bool, isConnected);
    Outcome outcome;
    runIn(loop, [&] { outcome = script(); });
    QCOMPARE(outcome.heard.join(u' '), heard);
    QCOMPARE(outcome.arrived, arrived);
    QCOMPARE(outcome.isConnected, isConnected);
}

void tst_EndGate::gate_provesItself_data()
{
    QTest::addColumn<Loop>("loop");
    QTest::newRow("ours") << Loop::Ours;
    QTest::newRow("glib") << Loop::Glib;
    QTest::newRow("unix") << Loop::Unix;
}

void tst_EndGate::gate_provesItself()
{
    QFETCH(const Loop, loop);
    bool works = false;
    runIn(loop, [&] { works = endGateWorks(); });
    QVERIFY(works);
}

void tst_EndGate::strangerWithoutNotifiers_isNotWatched()
{
    Guarded other;
    QTcpSocket unconnected;
    EndGate gate(unconnected, -1, other);
    QVERIFY(!gate.attach());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_EndGate)
#include "tst_endgate.moc"
