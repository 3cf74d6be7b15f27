// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/packetfilter.h"

#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>

namespace Teardown {

namespace {

constexpr quint16 loadByte = BPF_LD | BPF_B | BPF_ABS;
constexpr quint16 loadHalf = BPF_LD | BPF_H | BPF_ABS;
constexpr quint16 loadWord = BPF_LD | BPF_W | BPF_ABS;
constexpr quint16 maskWith = BPF_ALU | BPF_AND | BPF_K;
constexpr quint16 isEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr quint16 hasAny = BPF_JMP | BPF_JSET | BPF_K;
constexpr quint16 answer = BPF_RET | BPF_K;

/// What the kernel knows about a packet beside its bytes (linux/filter.h).
constexpr quint32 beside(int what)
{
    return static_cast<quint32>(SKF_AD_OFF + what);
}

/// Instructions, written from the last one to the first, so that every jump is to a known place.
class Program
{
public:
    /// Where an instruction is, counted from the end.
    using Place = std::size_t;

    Place add(quint16 code, quint32 value)
    {
        m_reversed.push_back({code, 0, 0, value});
        return m_reversed.size();
    }

    Place test(quint16 code, quint32 value, Place yes, Place no)
    {
        const auto jump = [this](Place to) {
            return static_cast<quint8>(m_reversed.size() - to);
        };
        m_reversed.push_back({code, jump(yes), jump(no), value});
        return m_reversed.size();
    }

    std::vector<sock_filter> take() const { return {m_reversed.rbegin(), m_reversed.rend()}; }

private:
    std::vector<sock_filter> m_reversed;
};

} // namespace

std::vector<sock_filter> PacketFilter::program(quint32 snapLength) const
{
    constexpr quint32 ipv4FragmentOffset = 0x1fff;
    Program program;
    const Program::Place drop = program.add(answer, 0);
    const Program::Place take = program.add(answer, snapLength);

    Program::Place ipv6 = drop;
    Program::Place ipv4Ends = take;
    if (network) {
        const quint32 mask = ~quint32{0} << (32 - prefixLength);
        const quint32 wanted = network->toIPv4Address() & mask;
        for (const quint32 address : {16U, 12U}) {
            const Program::Place otherwise = address == 16U ? drop : ipv4Ends;
            program.test(isEqual, wanted, take, otherwise);
            program.add(maskWith, mask);
            ipv4Ends = program.add(loadWord, address);
        }
    } else {
        program.test(isEqual, IPPROTO_TCP, take, drop);
        ipv6 = program.add(loadByte, 6);
    }
    program.test(hasAny, ipv4FragmentOffset, drop, ipv4Ends);
    const Program::Place ipv4Fragment = program.add(loadHalf, 6);
    program.test(isEqual, IPPROTO_TCP, ipv4Fragment, drop);
    const Program::Place ipv4 = program.add(loadByte, 9);

    const Program::Place isIpv6 = program.test(isEqual, ETH_P_IPV6, ipv6, drop);
    program.test(isEqual, ETH_P_IP, ipv4, isIpv6);
    const Program::Place protocol = program.add(loadWord, beside(SKF_AD_PROTOCOL));
    program.test(isEqual, PACKET_OUTGOING, protocol, drop);
    program.add(loadWord, beside(SKF_AD_PKTTYPE));
    return program.take();
}

} // namespace Teardown
