// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/tcpsegment.h"
#include "tests/support/packets.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

namespace {

PacketPlan plan4()
{
    return {.source = {QHostAddress(QStringLiteral("127.0.0.1")), 40'000},
            .destination = {QHostAddress(QStringLiteral("127.128.0.9")), 7'400},
            .flags = TcpFlags::psh | TcpFlags::ack,
            .sequence = 4'000'000'000,
            .acknowledgment = 77,
            .window = 512,
            .payload = QByteArrayLiteral("four")};
}

PacketPlan plan6()
{
    PacketPlan plan = plan4();
    plan.source.address = QHostAddress(QStringLiteral("::1"));
    plan.destination.address = QHostAddress(QStringLiteral("fd00::2"));
    return plan;
}

} // namespace

/// Reading headers, also of what is cut and of what makes no sense.
class tst_TcpSegment : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void flags_areNamed();
    void headers_areRead_data();
    void headers_areRead();
    void windowScale_isReadFromASyn_data();
    void windowScale_isReadFromASyn();
    void anyTruncation_isASegmentOrNothing_data();
    void anyTruncation_isASegmentOrNothing();
    void nonsense_isNothing_data();
    void nonsense_isNothing();
    void randomBytes_doNoHarm();
};

void tst_TcpSegment::flags_areNamed()
{
    QCOMPARE(TcpFlags{}.toString(), QString());
    QCOMPARE((TcpFlags{TcpFlags::ack | TcpFlags::fin}.toString()), QStringLiteral("FIN ACK"));
    QCOMPARE(TcpFlags{0xff}.toString(), QStringLiteral("FIN SYN RST PSH ACK URG ECE CWR"));
}

void tst_TcpSegment::headers_areRead_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");

    PacketPlan withOptions = plan4();
    withOptions.ipOptions = QByteArray(8, 1);
    withOptions.options = QByteArray(12, 1);
    for (const auto &[name, plan] :
         {std::pair("IPv4", plan4()), std::pair("IPv4 with options", withOptions)})
        QTest::newRow(name) << packetOf(plan) << QStringLiteral("127.0.0.1:40000")
                            << QStringLiteral("127.128.0.9:7400");
    QTest::newRow("IPv6") << packetOf(plan6()) << QStringLiteral("[::1]:40000")
                          << QStringLiteral("[fd00::2]:7400");
}

void tst_TcpSegment::headers_areRead()
{
    QFETCH(const QByteArray, packet);
    const auto segment = parseSegment(packet);
    QVERIFY(segment);
    QTEST(segment->source.toString(), "source");
    QTEST(segment->destination.toString(), "destination");
    QCOMPARE(segment->flags.toString(), QStringLiteral("PSH ACK"));
    QCOMPARE(segment->sequence, 4'000'000'000U);
    QCOMPARE(segment->acknowledgment, 77U);
    QCOMPARE(segment->window, 512);
    QCOMPARE(segment->length, 4U);
    QVERIFY(!segment->windowScale);
}

void tst_TcpSegment::windowScale_isReadFromASyn_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("scale");

    QTest::newRow("after others") << QByteArray::fromHex("020405b401030307") << 7;
    QTest::newRow("too large is 14") << QByteArray::fromHex("0303ff00") << 14;
    QTest::newRow("none") << QByteArray::fromHex("020405b4") << -1;
    QTest::newRow("behind the end of the options") << QByteArray::fromHex("0003030700000000") << -1;
    QTest::newRow("without a length") << QByteArray::fromHex("01010103") << -1;
    QTest::newRow("cut off") << QByteArray::fromHex("01010303") << -1;
    QTest::newRow("of length 0") << QByteArray::fromHex("0300030700000000") << -1;
    QTest::newRow("of another length") << QByteArray::fromHex("03040701") << -1;
}

void tst_TcpSegment::windowScale_isReadFromASyn()
{
    QFETCH(const QByteArray, options);
    PacketPlan plan = plan4();
    plan.options = options;
    QVERIFY(!parseSegment(packetOf(plan))->windowScale);
    plan.flags = TcpFlags::syn;
    const auto scale = parseSegment(packetOf(plan))->windowScale;
    QTEST(scale ? int{*scale} : -1, "scale");
}

void tst_TcpSegment::anyTruncation_isASegmentOrNothing_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("headers"); ///< up to the end of the fixed TCP header

    PacketPlan syn = plan4();
    syn.flags = TcpFlags::syn;
    syn.options = QByteArray::fromHex("020405b401030307");
    QTest::newRow("IPv4") << packetOf(plan4()) << 40;
    QTest::newRow("SYN with options") << packetOf(syn) << 40;
    QTest::newRow("IPv6") << packetOf(plan6()) << 60;
}

void tst_TcpSegment::anyTruncation_isASegmentOrNothing()
{
    QFETCH(const QByteArray, packet);
    QFETCH(const int, headers);
    for (qsizetype size = 0; size <= packet.size(); ++size) {
        // A copy of its own: reading behind it is found by the sanitizer.
        const auto segment = parseSegment(QByteArray(packet.constData(), size));
        QCOMPARE(segment.has_value(), size >= headers);
        if (segment)
            QCOMPARE(segment->length, 4U);
    }
}

void tst_TcpSegment::nonsense_isNothing_data()
{
    QTest::addColumn<QByteArray>("packet");

    const QByteArray good = packetOf(plan4());
    const auto with = [&](qsizetype offset, char value) {
        QByteArray packet = good;
        packet[offset] = value;
        return packet;
    };
    QTest::newRow("an IP version that is none") << with(0, 0x55);
    QTest::newRow("an IPv4 header of 16 bytes") << with(0, 0x44);
    QTest::newRow("shorter than its IP header says") << with(3, 10);
    QTest::newRow("shorter than its TCP header says") << with(3, 30);
    QTest::newRow("a TCP header of 16 bytes") << with(32, 0x40);
    QTest::newRow("a TCP header behind the end") << with(32, char(0xf0));
    PacketPlan other = plan4();
    other.protocol = 17;
    QTest::newRow("UDP over IPv4") << packetOf(other);
    other = plan6();
    other.protocol = 17;
    QTest::newRow("UDP over IPv6") << packetOf(other);
    other = plan4();
    other.fragment = 185;
    QTest::newRow("a later fragment") << packetOf(other);
}

void tst_TcpSegment::nonsense_isNothing()
{
    QFETCH(const QByteArray, packet);
    QVERIFY(!parseSegment(packet));
}

void tst_TcpSegment::randomBytes_doNoHarm()
{
    QRandomGenerator random(20); // the same every time
    for (int round = 0; round < 200'000; ++round) {
        QByteArray packet(random.bounded(120), Qt::Uninitialized);
        for (char &byte : packet)
            byte = static_cast<char>(random.generate());
        if (packet.size() > 9) {
            // Most would be turned away at once.
            packet[0] = round % 2 == 0 ? char(0x40 | (packet[0] & 0x0f)) : char(0x60);
            packet[round % 2 == 0 ? 9 : 6] = 6;
        }
        if (const auto segment = parseSegment(packet))
            QVERIFY(segment->length <= 0xffff);
    }
}

QTEST_GUILESS_MAIN(tst_TcpSegment)
#include "tst_tcpsegment.moc"
