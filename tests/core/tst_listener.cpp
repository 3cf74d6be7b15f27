// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closer.h"
#include "core/net/limits.h"
#include "core/net/listener.h"
#include "tests/support/rawpeer.h"
#include "tests/support/watcher.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <deque>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace Teardown {

using namespace std::chrono_literals;
using End = Observation::End;

namespace {

/// Leaves the process without a free descriptor, until it is destroyed.
class Exhaustion
{
    Q_DISABLE_COPY_MOVE(Exhaustion)

public:
    Exhaustion()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        Descriptor probe(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        lower(static_cast<rlim_t>(probe.value()) + 8);
        probe.close();
        for (;;) {
            Descriptor taken(::open("/dev/null", O_RDONLY | O_CLOEXEC));
            if (!taken.isOpen())
                break;
            m_taken.push_back(std::move(taken));
        }
    }
    ~Exhaustion() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

    /// Not even a descriptor that is given up can be had again.
    void makeTotal() { lower(3); }

private:
    void lower(rlim_t limit)
    {
        const rlimit lowered{.rlim_cur = limit, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &lowered);
    }

    rlimit m_before{};
    std::vector<Descriptor> m_taken;
};

/// A listener on the loopback, and what it handed over.
struct Subject
{
    struct Accepted
    {
        PlainPeer socket;
        SocketAddress peer;
    };

    std::deque<Accepted> accepted;
    QList<SocketAddress> refused;
    Listener listener{[this](int descriptor, const SocketAddress &peer) {
                          accepted.push_back({PlainPeer(Descriptor(descriptor)), peer});
                      },
                      [this](const SocketAddress &peer) {
                          refused.append(peer);
                      }};
    SocketAddress address;

    explicit Subject(const QHostAddress &host = QHostAddress(QHostAddress::LocalHost))
    {
        const auto started = listener.start({host, 0});
        if (!started)
            qFatal("%s", qPrintable(started.error()));
        address = *started;
    }
};

std::deque<RawPeer> connectMany(int count, const SocketAddress &address)
{
    std::deque<RawPeer> peers(static_cast<std::size_t>(count));
    for (RawPeer &peer : peers) {
        if (!peer.connectTo(address))
            qFatal("cannot connect");
    }
    return peers;
}

} // namespace

static bool isUnderValgrind()
{
    return qgetenv("LD_PRELOAD").contains("vgpreload");
}

class tst_Listener : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void initTestCase() { raiseDescriptorLimit(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void start_tellsTheRealPort_data();
    void start_tellsTheRealPort();
    void start_failsWithWhatToDo_data();
    void start_failsWithWhatToDo();
    void port_isFreeAtOnceAfterStop();
    void accept_goesInBatches();
    void backlog_isLongerThanQts();
    void resetBeforeAccept_keepsItsAddress();
    void exhaustion_refusesAndRecovers();
    void totalExhaustion_doesNotSpin();
    void stop_letsInWhoIsWaiting();
    void stop_refusesNewcomers();
    void stop_isIdempotent();
};

void tst_Listener::start_tellsTheRealPort_data()
{
    QTest::addColumn<QHostAddress>("host");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void tst_Listener::start_tellsTheRealPort()
{
    QFETCH(const QHostAddress, host);
    Subject subject(host);
    QCOMPARE(subject.address.address, host);
    QVERIFY(subject.address.port != 0);
    RawPeer peer;
    QVERIFY(peer.connectTo(subject.address));
    QTRY_COMPARE(subject.accepted.size(), 1U);
    QCOMPARE(subject.accepted.front().peer.toString(), peer.localAddress().toString());
    QVERIFY(subject.accepted.front().socket.send("hello"));
    QCOMPARE(peer.readExactly(5).bytes, "hello");
}

void tst_Listener::start_failsWithWhatToDo_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<QString>("error");
    QTest::newRow("a port in use")
        << QStringLiteral("127.0.0.1") << true
        << QStringLiteral("Cannot listen on 127.0.0.1:%1: the port is in use. Choose "
                          "another port, or 0 for any free one.");
    QTest::newRow("not our address")
        << QStringLiteral("192.0.2.1") << false
        << QStringLiteral("Cannot listen on 192.0.2.1:%1: this machine has no such address. Use "
                          "127.0.0.1 or [::1].");
}

void tst_Listener::start_failsWithWhatToDo()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isTaken);
    QFETCH(const QString, error);
    Subject other;
    const quint16 port = isTaken ? other.address.port : 0;
    Listener listener([](int, const SocketAddress &) {}, [](const SocketAddress &) {});
    const auto started = listener.start({QHostAddress(host), port});
    QVERIFY(!started);
    QCOMPARE(started.error(), error.arg(port));
    QVERIFY(!listener.isListening());
}

void tst_Listener::port_isFreeAtOnceAfterStop()
{
    Subject subject;
    RawPeer peer;
    QVERIFY(peer.connectTo(subject.address));
    QTRY_COMPARE(subject.accepted.size(), 1U);
    subject.accepted.clear(); // our FIN first: TIME_WAIT is ours
    QCOMPARE(peer.readSome().end, End::EndOfStream);
    peer.close();
    subject.listener.stop();
    QVERIFY(subject.listener.start(subject.address));
}

void tst_Listener::accept_goesInBatches()
{
    Subject subject;
    const auto peers = connectMany(Listener::acceptsPerPass + 1, subject.address);
    QVERIFY(pass());
    QCOMPARE(subject.accepted.size(), std::size_t(Listener::acceptsPerPass));
    QVERIFY(pass());
    QCOMPARE(subject.accepted.size(), peers.size());
}

void tst_Listener::backlog_isLongerThanQts()
{
    Subject subject;
    const auto peers = connectMany(51 + 1, subject.address); // Qt's 50 holds 51
    QCOMPARE(subject.accepted.size(), 0U);
    QTRY_COMPARE(subject.accepted.size(), peers.size());
    int backlog = 0;
    QFile limit(QStringLiteral("/proc/sys/net/core/somaxconn"));
    QVERIFY(limit.open(QFile::ReadOnly));
    backlog = limit.readAll().trimmed().toInt();
    QCOMPARE(subject.listener.listenBacklogSize(), Listener::backlog);
    QVERIFY(backlog > 51);
}

void tst_Listener::resetBeforeAccept_keepsItsAddress()
{
    Subject subject;
    RawPeer peer;
    QVERIFY(peer.connectTo(subject.address));
    const SocketAddress from = peer.localAddress();
    peer.send("x");
    peer.reset();
    QTRY_COMPARE(subject.accepted.size(), 1U);
    QCOMPARE(subject.accepted.front().peer.toString(), from.toString());
    QCOMPARE(subject.accepted.front().socket.readToEnd().toString(),
             QStringLiteral("1 bytes, then ECONNRESET"));
}

void tst_Listener::exhaustion_refusesAndRecovers()
{
    if (isUnderValgrind())
        QSKIP("valgrind has a limit of descriptors of its own");
    Subject subject;
    auto peers = connectMany(3, subject.address);
    {
        const Exhaustion none;
        QVERIFY(pass());
        QVERIFY(!pass());
        QCOMPARE(subject.accepted.size(), 0U);
        QCOMPARE(subject.refused.size(), 3);
        for (RawPeer &peer : peers) {
            QCOMPARE(peer.readSome().error, ECONNRESET);
            QVERIFY(
                std::any_of(subject.refused.begin(), subject.refused.end(), [&](const auto &by) {
                    return by.toString() == SocketAddress{peer.source(), by.port}.toString();
                }));
        }
    }
    RawPeer later;
    QVERIFY(later.connectTo(subject.address));
    QTRY_COMPARE(subject.accepted.size(), 1U);
    QCOMPARE(subject.refused.size(), 3);
}

void tst_Listener::totalExhaustion_doesNotSpin()
{
    if (isUnderValgrind())
        QSKIP("valgrind has a limit of descriptors of its own");
    Subject subject;
    RawPeer peer;
    QVERIFY(peer.connectTo(subject.address));
    {
        Exhaustion none;
        none.makeTotal();
        pass();
        int busyPasses = 0;
        for (int i = 0; i < 50; ++i)
            busyPasses += pass() ? 1 : 0;
        QVERIFY2(busyPasses < 5, qPrintable(QString::number(busyPasses)));
        QCOMPARE(subject.accepted.size(), 0U);
    }
    // Everybody is let in again, and the next shortage is met as the first one.
    QTRY_COMPARE(subject.accepted.size(), 1U);
    RawPeer next;
    QVERIFY(next.connectTo(subject.address));
    const Exhaustion again;
    QTRY_COMPARE(subject.refused.size(), 1);
}

void tst_Listener::stop_letsInWhoIsWaiting()
{
    Subject subject;
    auto peers = connectMany(100, subject.address); // more than it looks
    for (RawPeer &peer : peers)
        QVERIFY(peer.send("request"));
    QCOMPARE(subject.accepted.size(), 0U);
    subject.listener.stop();
    QVERIFY(!subject.listener.isListening());
    QCOMPARE(subject.accepted.size(), peers.size());
    for (auto &[socket, peer] : subject.accepted) {
        QCOMPARE(socket.readExactly(7).bytes, "request");
        QVERIFY(socket.send("answer"));
    }
    subject.accepted.clear();
    for (RawPeer &peer : peers) {
        const Observation answer = peer.readToEnd();
        QCOMPARE(answer.bytes, "answer");
        QCOMPARE(answer.end, End::EndOfStream);
    }
}

void tst_Listener::stop_refusesNewcomers()
{
    Subject subject;
    subject.listener.stop();
    RawPeer peer;
    QCOMPARE(peer.connectTo(subject.address).error, ECONNREFUSED);
}

void tst_Listener::stop_isIdempotent()
{
    Subject subject;
    subject.listener.stop();
    subject.listener.stop();
    QVERIFY(!subject.listener.isListening());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Listener)
#include "tst_listener.moc"
