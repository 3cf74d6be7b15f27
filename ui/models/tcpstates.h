// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <span>

namespace Teardown {

/// The states of a connection (RFC 9293, 3.3.2).
enum class TcpState {
    Closed,
    Listen,
    SynSent,
    SynReceived,
    Established,
    FinWait1,
    FinWait2,
    CloseWait,
    Closing,
    LastAck,
    TimeWait,
};

inline constexpr std::array allTcpStates{TcpState::Closed,
                                         TcpState::Listen,
                                         TcpState::SynSent,
                                         TcpState::SynReceived,
                                         TcpState::Established,
                                         TcpState::FinWait1,
                                         TcpState::FinWait2,
                                         TcpState::CloseWait,
                                         TcpState::Closing,
                                         TcpState::LastAck,
                                         TcpState::TimeWait};

/// As RFC 9293 writes it, in every language: "FIN-WAIT-1".
QString nameOf(TcpState state);

/// Nothing when \a name is not one of RFC 9293's.
std::optional<TcpState> tcpStateFromName(const QByteArray &name);

/// An arrow of figure 5 of RFC 9293, the one its note 2 speaks of included.
struct TcpTransition
{
    TcpState from;
    TcpState to;
    const char *event; ///< what causes it, in the figure's words: "rcv FIN"
    const char *action; ///< what is done: "snd ACK"; empty for nothing
};

std::span<const TcpTransition> tcpTransitions();

/// Null when the figure has no such arrow.
const TcpTransition *findTransition(TcpState from, TcpState to);

/// True when a reset, an abort or a time-out can lead from \a from to CLOSED: section 3.10, and
/// note 3 to figure 5, which leaves these arrows out.
bool canBeReset(TcpState from);

} // namespace Teardown
