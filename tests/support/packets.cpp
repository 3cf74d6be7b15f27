// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/packets.h"

#include <QDataStream>

namespace Teardown {

namespace {

QByteArray tcpOf(const PacketPlan &plan)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    const auto words = static_cast<quint8>(5 + plan.options.size() / 4);
    stream << plan.source.port << plan.destination.port << plan.sequence << plan.acknowledgment
           << static_cast<quint8>(words << 4) << plan.flags << plan.window << quint32{0};
    return bytes + plan.options + plan.payload;
}

} // namespace

QByteArray packetOf(const PacketPlan &plan)
{
    const QByteArray tcp = tcpOf(plan);
    const auto size = static_cast<quint16>(tcp.size());
    constexpr quint8 hops = 64;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    if (plan.source.address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR source = plan.source.address.toIPv6Address();
        const Q_IPV6ADDR destination = plan.destination.address.toIPv6Address();
        stream << quint32{0x60000000} << size << plan.protocol << hops;
        stream.writeRawData(reinterpret_cast<const char *>(&source), sizeof source);
        stream.writeRawData(reinterpret_cast<const char *>(&destination), sizeof destination);
        return bytes + tcp;
    }
    const auto words = static_cast<quint8>(5 + plan.ipOptions.size() / 4);
    stream << static_cast<quint8>(0x40 | words) << quint8{0}
           << static_cast<quint16>(words * 4 + size) << quint16{0} << plan.fragment << hops
           << plan.protocol << quint16{0} << plan.source.address.toIPv4Address()
           << plan.destination.address.toIPv4Address();
    return bytes + plan.ipOptions + tcp;
}

} // namespace Teardown
