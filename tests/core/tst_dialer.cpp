// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/obstacles.h"
#include "core/monitor.h"
#include "core/net/dialer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHostInfo>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <memory>

namespace Teardown {

using namespace std::chrono_literals;

namespace {

/// A dialer, and all it says, in order.
struct Subject
{
    std::unique_ptr<Dialer> dialer;
    QStringList heard;
    PlainPeer connected;

    explicit Subject(const HostAndPort &target, Milliseconds deadline = 0ms)
        : dialer(std::make_unique<Dialer>(target, deadline))
    {
        QObject::connect(dialer.get(), &Dialer::lookedUp, dialer.get(), [this](int addresses) {
            heard.append(QStringLiteral("%1 addresses").arg(addresses));
        });
        QObject::connect(dialer.get(), &Dialer::trying, dialer.get(), [this](const auto &address) {
            heard.append(u"try " % address.toString());
        });
        QObject::connect(dialer.get(),
                         &Dialer::attemptFailed,
                         dialer.get(),
                         [this](const SocketAddress &address, int error) {
                             heard.append(address.toString() % u' ' % errnoName(error));
                         });
        QObject::connect(dialer.get(),
                         &Dialer::attemptGivenUp,
                         dialer.get(),
                         [this](const SocketAddress &address) {
                             heard.append(u"give up " % address.toString());
                         });
        QObject::connect(dialer.get(), &Dialer::failed, dialer.get(), [this](int error) {
            heard.append(u"failed " % errnoName(error));
        });
        QObject::connect(dialer.get(),
                         &Dialer::connected,
                         dialer.get(),
                         [this](int descriptor, const SocketAddress &address) {
                             connected = PlainPeer(Descriptor(descriptor));
                             heard.append(u"connected " % address.toString());
                         });
    }

    /// Dials and returns what was heard until the end. \a addresses: instead of a lookup.
    QString dial(const QList<QHostAddress> &addresses = {})
    {
        if (addresses.isEmpty())
            dialer->start();
        else
            dialer->start(addresses);
        const auto isOver = [this] {
            return !heard.isEmpty()
                && (heard.last().startsWith(u"failed") || heard.last().startsWith(u"connected"));
        };
        if (!QTest::qWaitFor(isOver, 30'000))
            heard.append(QStringLiteral("never"));
        QCoreApplication::processEvents();
        return heard.join(QStringLiteral(", "));
    }
};

HostAndPort hostAndPort(const SocketAddress &address)
{
    return {address.address.toString(), address.port};
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::System)
        .size();
}

} // namespace

class tst_Dialer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void connect_isOneConnection_data();
    void connect_isOneConnection();
    void refused_isTriedOnce();
    void errno_isTheKernels();
    void name_isTriedAtEachAddressInTurn();
    void nextAddress_isTriedAfterAFailure();
    void addressWithoutAnAnswer_usesUpItsShareOnly();
    void unknownName_hasNoErrno();
    void deleted_givesUp();
    void failed_leavesNoDescriptor();
    void fullQueue_meetsTheConnectDeadline();
};

void tst_Dialer::connect_isOneConnection_data()
{
    QTest::addColumn<QHostAddress>("host");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void tst_Dialer::connect_isOneConnection()
{
    QFETCH(const QHostAddress, host);
    PlainListener listener(host);
    QVERIFY(listener.listen(5));
    const SocketAddress address = listener.address();
    Subject subject(hostAndPort(address));
    QCOMPARE(subject.dial(), QStringLiteral("try %1, connected %1").arg(address.toString()));
    auto accepted = listener.accept();
    QVERIFY(accepted);
    QVERIFY(accepted->send("hello"));
    QCOMPARE(subject.connected.readExactly(5).bytes, "hello");
    QVERIFY2(!listener.accept(20ms), "a second SYN");
}

void tst_Dialer::refused_isTriedOnce()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::PortNobodyListensOn);
    QVERIFY(target);
    const QString address = QStringLiteral("127.0.0.1:%1").arg(target->port);
    Subject subject(*target);
    QCOMPARE(subject.dial(),
             QStringLiteral("try %1, %1 ECONNREFUSED, failed ECONNREFUSED").arg(address));
}

void tst_Dialer::errno_isTheKernels()
{
    // Qt would call it refused.
    Subject subject({QStringLiteral("fe80::1"), 9});
    QCOMPARE(subject.dial(), u"try [fe80::1]:9, [fe80::1]:9 EINVAL, failed EINVAL");
}

void tst_Dialer::name_isTriedAtEachAddressInTurn()
{
    Obstacles obstacles; // nobody listens there, on no address
    const auto target = obstacles.put(Obstacle::PortNobodyListensOn);
    QVERIFY(target);
    const auto addresses = QHostInfo::fromName(QStringLiteral("localhost")).addresses();
    QVERIFY(!addresses.isEmpty());
    QStringList expected{QStringLiteral("%1 addresses").arg(addresses.size())};
    for (const QHostAddress &address : addresses) {
        const QString text = SocketAddress{address, target->port}.toString();
        expected << u"try " % text << text % u" ECONNREFUSED";
    }
    expected << QStringLiteral("failed ECONNREFUSED");
    Subject subject({QStringLiteral("localhost"), target->port});
    QCOMPARE(subject.dial(), expected.join(QStringLiteral(", ")));
}

void tst_Dialer::nextAddress_isTriedAfterAFailure()
{
    const QHostAddress other(QStringLiteral("127.0.0.2"));
    PlainListener listener(other);
    QVERIFY(listener.listen(5));
    const quint16 port = listener.address().port;
    Subject subject({QStringLiteral("a.name"), port});
    QCOMPARE(subject.dial({QHostAddress(QHostAddress::LocalHost), other}),
             QStringLiteral("try 127.0.0.1:%1, 127.0.0.1:%1 ECONNREFUSED, try 127.0.0.2:%1, "
                            "connected 127.0.0.2:%1")
                 .arg(port));
}

void tst_Dialer::addressWithoutAnAnswer_usesUpItsShareOnly()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::FullAcceptQueue);
    QVERIFY(target);
    const QHostAddress other(QStringLiteral("127.0.0.2")); // nobody listens there
    Subject subject(*target, 2 * Dialer::leastShare + 100ms);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(subject.dial({QHostAddress(target->host), other}),
             QStringLiteral("try 127.0.0.1:%1, give up 127.0.0.1:%1, try 127.0.0.2:%1, "
                            "127.0.0.2:%1 ECONNREFUSED, failed ECONNREFUSED")
                 .arg(target->port));
    QVERIFY(timer.elapsed() >= Dialer::leastShare.count());
}

void tst_Dialer::unknownName_hasNoErrno()
{
    Obstacles obstacles;
    Subject subject(*obstacles.put(Obstacle::NameThatDoesNotExist));
    QCOMPARE(subject.dial(), u"0 addresses, failed ");
}

void tst_Dialer::deleted_givesUp()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::FullAcceptQueue);
    QVERIFY(target);
    Subject subject(*target);
    const qsizetype before = openDescriptors();
    subject.dialer->start();
    QCoreApplication::processEvents();
    QCOMPARE(subject.heard.size(), 1);
    QCOMPARE(openDescriptors(), before + 1);
    subject.dialer.reset();
    QCOMPARE(openDescriptors(), before);
    QCoreApplication::processEvents();
    QCOMPARE(subject.heard.size(), 1);

    Subject lookup({QStringLiteral("localhost"), 9});
    lookup.dialer->start();
    lookup.dialer.reset();
    QCoreApplication::processEvents();
    QCOMPARE(lookup.heard, {});
}

void tst_Dialer::failed_leavesNoDescriptor()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::PortNobodyListensOn);
    QVERIFY(target);
    Subject subject(*target);
    const qsizetype before = openDescriptors();
    subject.dial();
    QCOMPARE(openDescriptors(), before);
}

void tst_Dialer::fullQueue_meetsTheConnectDeadline()
{
    Obstacles obstacles;
    const auto target = obstacles.put(Obstacle::FullAcceptQueue);
    QVERIFY(target);
    Monitor monitor({.workers = 1});
    QList<EndedEvent> ended;
    connect(&monitor, &Monitor::batchTaken, this, [&](const Batch &batch) {
        for (const Event &event : batch.events) {
            if (const auto *over = std::get_if<EndedEvent>(&event.body))
                ended.append(*over);
        }
    });
    ConnectSpec spec{.target = *target};
    spec.settings.connectDeadline = 100ms;
    QVERIFY(monitor.connectTo(spec));
    QTRY_COMPARE(ended.size(), 1);
    const CloseReport &report = *ended.front().report;
    QCOMPARE(token(report.verdict.reason), token(Reason::ConnectTimeout));
    QCOMPARE(report.phase, Phase::Connecting);
    QVERIFY(report.duration >= 100ms);
    QCOMPARE(ended.front().info.peer.port, target->port);
    QVERIFY(ended.front().info.local.isNull());
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Dialer)
#include "tst_dialer.moc"
