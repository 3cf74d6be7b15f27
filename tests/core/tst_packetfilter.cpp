// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/packetfilter.h"
#include "tests/support/packets.h"

#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>

using namespace Teardown;

namespace {

constexpr quint32 snapLength = 256;

struct Seen
{
    QByteArray packet;
    quint32 type = PACKET_OUTGOING;
    quint32 protocol = ETH_P_IP;
};

/// What a load reads; nothing behind the end of the packet.
std::optional<quint32> load(const Seen &seen, quint16 code, quint32 offset)
{
    if (offset == static_cast<quint32>(SKF_AD_OFF + SKF_AD_PKTTYPE))
        return seen.type;
    if (offset == static_cast<quint32>(SKF_AD_OFF + SKF_AD_PROTOCOL))
        return seen.protocol;
    const int size = BPF_SIZE(code) == BPF_W ? 4 : BPF_SIZE(code) == BPF_H ? 2 : 1;
    if (offset + static_cast<quint32>(size) > static_cast<quint32>(seen.packet.size()))
        return std::nullopt;
    quint32 value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | static_cast<quint8>(seen.packet[static_cast<int>(offset) + i]);
    return value;
}

/// Runs the instructions a filter uses as the kernel does: how many bytes are taken.
quint32 run(const std::vector<sock_filter> &program, const Seen &seen)
{
    quint32 value = 0;
    for (std::size_t at = 0; at < program.size(); ++at) {
        const sock_filter &step = program[at];
        if (BPF_CLASS(step.code) == BPF_RET)
            return step.k;
        if (BPF_CLASS(step.code) == BPF_LD) {
            const auto loaded = load(seen, step.code, step.k);
            if (!loaded)
                return 0;
            value = *loaded;
        } else if (BPF_CLASS(step.code) == BPF_ALU) {
            value &= step.k;
        } else {
            const bool isTrue
                = BPF_OP(step.code) == BPF_JEQ ? value == step.k : (value & step.k) != 0;
            at += isTrue ? step.jt : step.jf;
        }
    }
    qFatal("the program has no end");
}

PacketPlan tcp(const char *source, const char *destination)
{
    return {.source = {QHostAddress(QString::fromLatin1(source)), 1},
            .destination = {QHostAddress(QString::fromLatin1(destination)), 2}};
}

} // namespace

/// The kernel's filter, run by a small machine here: no privilege is needed.
class tst_PacketFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void packets_data();
    void packets();
    void truncation_isDropped();
};

void tst_PacketFilter::packets_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<quint32>("type");
    QTest::addColumn<quint32>("protocol");
    QTest::addColumn<bool>("isTaken"); ///< without a network
    QTest::addColumn<bool>("isTakenOfNetwork"); ///< with 127.128.0.0/9

    const auto row = [](const char *name,
                        const PacketPlan &plan,
                        bool isTaken,
                        bool isTakenOfNetwork,
                        quint32 type = PACKET_OUTGOING,
                        quint32 protocol = ETH_P_IP) {
        QTest::newRow(name) << packetOf(plan) << type << protocol << isTaken << isTakenOfNetwork;
    };
    row("to the network", tcp("127.0.0.1", "127.128.0.0"), true, true);
    row("from the network", tcp("127.255.255.255", "127.0.0.1"), true, true);
    row("below the network", tcp("127.0.0.1", "127.127.255.255"), true, false);
    row("above the network", tcp("128.0.0.0", "127.0.0.1"), true, false);
    row("as it arrives", tcp("127.0.0.1", "127.128.0.0"), false, false, PACKET_HOST);
    row("ARP that looks like TCP",
        tcp("127.0.0.1", "127.128.0.0"),
        false,
        false,
        PACKET_OUTGOING,
        ETH_P_ARP);
    row("IPv6", tcp("::1", "::1"), true, false, PACKET_OUTGOING, ETH_P_IPV6);
    PacketPlan plan = tcp("127.0.0.1", "127.128.0.0");
    plan.protocol = 17;
    row("UDP", plan, false, false);
    plan = tcp("127.0.0.1", "127.128.0.0");
    plan.fragment = 1;
    row("a later fragment", plan, false, false);
    plan.fragment = 0x2000;
    row("the first fragment", plan, true, true);
    plan = tcp("::1", "::1");
    plan.protocol = 17;
    row("UDP over IPv6", plan, false, false, PACKET_OUTGOING, ETH_P_IPV6);
}

void tst_PacketFilter::packets()
{
    QFETCH(const QByteArray, packet);
    QFETCH(const quint32, type);
    QFETCH(const quint32, protocol);
    QFETCH(const bool, isTaken);
    QFETCH(const bool, isTakenOfNetwork);
    const Seen seen{packet, type, protocol};
    const PacketFilter all;
    const PacketFilter network{QHostAddress(QStringLiteral("127.128.0.0")), 9};
    QCOMPARE(run(all.program(snapLength), seen), isTaken ? snapLength : 0);
    QCOMPARE(run(network.program(snapLength), seen), isTakenOfNetwork ? snapLength : 0);
}

void tst_PacketFilter::truncation_isDropped()
{
    const QByteArray packet = packetOf(tcp("127.0.0.1", "127.128.0.0"));
    const PacketFilter network{QHostAddress(QStringLiteral("127.128.0.0")), 9};
    for (qsizetype size = 0; size < 20; ++size)
        QCOMPARE(run(network.program(snapLength), {packet.left(size)}), 0U);
    QCOMPARE(run(network.program(snapLength), {packet.left(20)}), snapLength);
}

QTEST_GUILESS_MAIN(tst_PacketFilter)
#include "tst_packetfilter.moc"
