// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/packetcapture.h"
#include "tests/support/tcppair.h"

#include <QRegularExpression>
#include <QTest>

#include <linux/capability.h>
#include <sys/syscall.h>

using namespace Teardown;

namespace {

const QHostAddress host(QStringLiteral("127.101.7.1"));
const QHostAddress otherHost(QStringLiteral("127.101.7.2"));

/// Takes everything, as in a namespace of its own.
Result<std::shared_ptr<PacketCapture>> openAll()
{
    return PacketCapture::open({});
}

QStringList flagsOf(const std::vector<CapturedSegment> &segments)
{
    QStringList flags;
    for (const CapturedSegment &each : segments)
        flags += each.segment.flags.toString();
    return flags;
}

} // namespace

/// Real packets on the loopback interface; skipped where that is not permitted.
class tst_PacketCapture : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void connection_isSeenOnce_data();
    void connection_isSeenOnce();
    void time_isThatOfTheSending();
    void tap_getsItsHostsOnly();
    void tap_getsNothingFromBefore();
    void tap_isFullAtItsLimit();
    void ring_isFullAtItsCapacity();
    void longPacket_isCutAtTheSnapLength();
    void missingPermission_isExplained();
};

void tst_PacketCapture::connection_isSeenOnce_data()
{
    QTest::addColumn<QHostAddress>("listener");
    QTest::newRow("IPv4") << host;
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void tst_PacketCapture::connection_isSeenOnce()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    QFETCH(const QHostAddress, listener);
    if (!TcpPair::canListen(listener))
        QSKIP("There is no IPv6 here.");
    PacketTap tap(*capture, {listener});
    TcpPair pair(listener);
    pair.send("four");
    pair.reset();
    std::vector<CapturedSegment> segments;
    // On IPv6 others may be there: only ours count.
    for (CapturedSegment &each : tap.take()) {
        if (each.segment.source == pair.serverAddress()
            || each.segment.destination == pair.serverAddress())
            segments.push_back(std::move(each));
    }
    QCOMPARE(flagsOf(segments).join(u", "),
             QStringLiteral("SYN, SYN ACK, ACK, PSH ACK, ACK, RST ACK"));
    QCOMPARE(segments[0].segment.destination, pair.serverAddress());
    QCOMPARE(segments[1].segment.source, pair.serverAddress());
    QCOMPARE(segments[3].segment.length, 4U);
    QCOMPARE(segments[3].packet.bytes.right(4), QByteArray("four"));
    QCOMPARE(tap.lost(), 0U);
}

void tst_PacketCapture::time_isThatOfTheSending()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    PacketTap tap(*capture, {host});
    TcpPair pair(host);
    std::ignore = tap.take();
    // The clocks are compared to about a microsecond.
    constexpr std::chrono::microseconds tolerance{100};
    const TimePoint before = steadyNow() - tolerance;
    pair.send("four");
    const TimePoint after = steadyNow() + tolerance;
    const auto segments = tap.take();
    QCOMPARE(flagsOf(segments).join(u", "), QStringLiteral("PSH ACK, ACK"));
    QVERIFY(segments[0].packet.time >= before && segments[0].packet.time <= after);
    QVERIFY(segments[1].packet.time >= segments[0].packet.time);
    const qint64 wall = segments[0].packet.wallTime / 1'000'000;
    QVERIFY(std::abs(wall - QDateTime::currentMSecsSinceEpoch()) < 10'000);
}

void tst_PacketCapture::tap_getsItsHostsOnly()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    PacketTap ours(*capture, {host});
    PacketTap others(*capture, {otherHost});
    const TcpPair pair(otherHost);
    QCOMPARE(ours.take().size(), std::size_t{0});
    QCOMPARE(others.take().size(), std::size_t{3});
}

void tst_PacketCapture::tap_getsNothingFromBefore()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    TcpPair pair(host);
    PacketTap tap(*capture, {host});
    QCOMPARE(tap.take().size(), std::size_t{0});
    pair.send("x");
    QCOMPARE(tap.take().size(), std::size_t{2});
    QCOMPARE(tap.take().size(), std::size_t{0});
}

void tst_PacketCapture::tap_isFullAtItsLimit()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    PacketTap tap(*capture, {host});
    TcpPair pair(host);
    std::size_t taken = tap.take().size();
    while (taken < PacketTap::limit) {
        pair.send("x");
        taken += tap.take().size();
    }
    QCOMPARE(taken, PacketTap::limit);
    const quint64 lost = tap.lost();
    pair.reset();
    QCOMPARE(tap.take().size(), std::size_t{0});
    QCOMPARE(tap.lost(), lost + 1);
}

void tst_PacketCapture::ring_isFullAtItsCapacity()
{
    auto socket = PacketSocket::open({.network = host});
    if (!socket)
        QSKIP(qPrintable(socket.error()));
    TcpPair pair(host);
    for (quint32 sent = 0; sent < PacketSocket::ringCapacity; ++sent)
        pair.send("x");
    QCOMPARE((*socket).read().size(), std::size_t{PacketSocket::ringCapacity});
    QVERIFY((*socket).takeDropped() > 0);
    QCOMPARE((*socket).takeDropped(), 0U);
    pair.send("y");
    const auto later = (*socket).read();
    QCOMPARE(later.front().bytes.right(1), QByteArray("y"));
}

void tst_PacketCapture::longPacket_isCutAtTheSnapLength()
{
    const auto capture = openAll();
    if (!capture)
        QSKIP(qPrintable(capture.error()));
    PacketTap tap(*capture, {host});
    TcpPair pair(host);
    std::ignore = tap.take();
    pair.send(QByteArray(1'000, 'x'));
    const auto segments = tap.take();
    QCOMPARE(segments[0].segment.length, 1'000U);
    QVERIFY(segments[0].packet.length > 1'000U);
    QCOMPARE(segments[0].packet.bytes.size(), qsizetype{PacketSocket::snapLength});
}

void tst_PacketCapture::missingPermission_isExplained()
{
    QString error;
    // Capabilities belong to a thread: this one gives all of them away.
    std::thread([&error] {
        __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
        __user_cap_data_struct none[2]{};
        if (::syscall(SYS_capset, &header, none) == 0)
            error = openAll().error();
    }).join();
    QVERIFY2(error.contains(QLatin1StringView("CAP_NET_RAW")), qPrintable(error));
}

QTEST_GUILESS_MAIN(tst_PacketCapture)
#include "tst_packetcapture.moc"
