// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/tcpstates.h"

#include <algorithm>

namespace Teardown {

namespace {

constexpr std::array<const char *, allTcpStates.size()> names{"CLOSED",
                                                              "LISTEN",
                                                              "SYN-SENT",
                                                              "SYN-RECEIVED",
                                                              "ESTABLISHED",
                                                              "FIN-WAIT-1",
                                                              "FIN-WAIT-2",
                                                              "CLOSE-WAIT",
                                                              "CLOSING",
                                                              "LAST-ACK",
                                                              "TIME-WAIT"};

constexpr TcpTransition transitions[]{
    {TcpState::Closed, TcpState::Listen, "passive OPEN", ""},
    {TcpState::Closed, TcpState::SynSent, "active OPEN", "snd SYN"},
    {TcpState::Listen, TcpState::Closed, "CLOSE", ""},
    {TcpState::Listen, TcpState::SynReceived, "rcv SYN", "snd SYN,ACK"},
    {TcpState::Listen, TcpState::SynSent, "SEND", "snd SYN"},
    {TcpState::SynSent, TcpState::Closed, "CLOSE", ""},
    {TcpState::SynSent, TcpState::SynReceived, "rcv SYN", "snd SYN,ACK"},
    {TcpState::SynSent, TcpState::Established, "rcv SYN,ACK", "snd ACK"},
    {TcpState::SynReceived, TcpState::Listen, "rcv RST", ""},
    {TcpState::SynReceived, TcpState::Established, "rcv ACK of SYN", ""},
    {TcpState::SynReceived, TcpState::FinWait1, "CLOSE", "snd FIN"},
    {TcpState::Established, TcpState::FinWait1, "CLOSE", "snd FIN"},
    {TcpState::Established, TcpState::CloseWait, "rcv FIN", "snd ACK"},
    {TcpState::FinWait1, TcpState::FinWait2, "rcv ACK of FIN", ""},
    {TcpState::FinWait1, TcpState::Closing, "rcv FIN", "snd ACK"},
    {TcpState::FinWait1, TcpState::TimeWait, "rcv FIN, ACK of FIN", "snd ACK"},
    {TcpState::FinWait2, TcpState::TimeWait, "rcv FIN", "snd ACK"},
    {TcpState::CloseWait, TcpState::LastAck, "CLOSE", "snd FIN"},
    {TcpState::Closing, TcpState::TimeWait, "rcv ACK of FIN", ""},
    {TcpState::LastAck, TcpState::Closed, "rcv ACK of FIN", ""},
    {TcpState::TimeWait, TcpState::Closed, "2 MSL passed", ""},
};

} // namespace

QString nameOf(TcpState state)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(state)]);
}

std::optional<TcpState> tcpStateFromName(const QByteArray &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return allTcpStates[static_cast<std::size_t>(found - names.begin())];
}

std::span<const TcpTransition> tcpTransitions()
{
    return transitions;
}

const TcpTransition *findTransition(TcpState from, TcpState to)
{
    const auto *found = std::find_if(std::begin(transitions),
                                     std::end(transitions),
                                     [&](const TcpTransition &transition) {
                                         return transition.from == from && transition.to == to;
                                     });
    return found == std::end(transitions) ? nullptr : found;
}

bool canBeReset(TcpState from)
{
    return from != TcpState::Closed && from != TcpState::Listen;
}

} // namespace Teardown
