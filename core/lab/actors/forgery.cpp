// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/forgery.h"

#include "core/lab/actors/socketcalls.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Teardown {

namespace {

int setRepair(int descriptor, int mode)
{
    return ::setsockopt(descriptor, IPPROTO_TCP, TCP_REPAIR, &mode, sizeof(mode));
}

/// What the checksum of TCP covers beside the segment (RFC 9293 §3.1).
struct PseudoHeader
{
    quint32 source;
    quint32 destination;
    quint8 zero;
    quint8 protocol;
    quint16 length;
};

struct Covered
{
    PseudoHeader pseudo;
    tcphdr tcp;
};

struct Packet
{
    iphdr ip;
    tcphdr tcp;
};

/// The checksum of the Internet (RFC 1071).
quint16 checksumOf(const Covered &covered)
{
    std::array<quint16, sizeof(covered) / sizeof(quint16)> words{};
    std::memcpy(words.data(), &covered, sizeof(covered));
    quint32 sum = 0;
    for (const quint16 word : words)
        sum += word;
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<quint16>(~sum);
}

Packet makePacket(const sockaddr_in &from, const sockaddr_in &to, quint32 sequence)
{
    constexpr quint8 hops = 64;
    Packet packet = {};
    packet.ip.version = IPVERSION;
    packet.ip.ihl = sizeof(packet.ip) / 4;
    packet.ip.ttl = hops;
    packet.ip.protocol = IPPROTO_TCP;
    packet.ip.saddr = from.sin_addr.s_addr;
    packet.ip.daddr = to.sin_addr.s_addr;
    packet.tcp.source = from.sin_port;
    packet.tcp.dest = to.sin_port;
    packet.tcp.seq = htonl(sequence);
    packet.tcp.doff = sizeof(packet.tcp) / 4;
    return packet;
}

} // namespace

std::optional<quint32> expectedSequence(int descriptor)
{
    if (setRepair(descriptor, TCP_REPAIR_ON) != 0)
        return std::nullopt;
    const int queue = TCP_RECV_QUEUE;
    quint32 sequence = 0;
    socklen_t size = sizeof(sequence);
    const bool isRead
        = ::setsockopt(descriptor, IPPROTO_TCP, TCP_REPAIR_QUEUE, &queue, sizeof(queue)) == 0
        && ::getsockopt(descriptor, IPPROTO_TCP, TCP_QUEUE_SEQ, &sequence, &size) == 0;
    const int error = errno;
    setRepair(descriptor, TCP_REPAIR_OFF_NO_WP);
    errno = error;
    return isRead ? std::optional(sequence) : std::nullopt;
}

int sendForged(const SocketEnds &victim, quint32 sequence, ForgedSegment segment)
{
    const Descriptor socket(::socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_RAW));
    const sockaddr_in to = kernelAddress(victim.local);
    Packet packet = makePacket(kernelAddress(victim.peer), to, sequence);
    packet.tcp.rst = segment == ForgedSegment::Rst;
    packet.tcp.syn = segment == ForgedSegment::Syn;
    packet.tcp.check
        = checksumOf({{packet.ip.saddr, packet.ip.daddr, 0, IPPROTO_TCP, htons(sizeof(packet.tcp))},
                      packet.tcp});
    const auto sent = ::sendto(socket.value(),
                               &packet,
                               sizeof(packet),
                               0,
                               reinterpret_cast<const sockaddr *>(&to),
                               sizeof(to));
    return sent < 0 ? errno : 0;
}

int closeInSilence(int descriptor)
{
    return setRepair(descriptor, TCP_REPAIR_ON) != 0 ? -1 : ::close(descriptor);
}

} // namespace Teardown
