// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/close/statehistory.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace Teardown {

enum class Role { Server, Client };

/// Who ended the connection.
enum class EndedBy { Local, Peer, Network, Unknown };

/// What ended it on the wire.
enum class Wire { Fin, Rst, FinThenRst, None, Unknown };

/// What the connection was doing when the deciding evidence came.
enum class Phase { Connecting, Idle, Active, HalfClosed, Lingering, Draining };

/// How good the evidence is.
enum class Grade { Observed, Inferred, Unknown };

/// Who saw a piece of evidence.
enum class Layer { App, Service, Qt, Kernel };

/// Why the connection ended. The tokens are stable (CONTRACT §3).
enum class Reason {
    PeerClosed,
    PeerClosedThenReset,
    PeerReset,
    LocalClose,
    LocalReset,
    ReadDeadline,
    WriteDeadline,
    IdleTimeout,
    HeartbeatTimeout,
    LingerTimeout,
    KernelTimeout,
    Unreachable,
    SocketDestroyed,
    ProtocolError,
    LimitRejected,
    Drained,
    DrainForced,
    ConnectRefused,
    ConnectTimeout,
    ConnectFailed,
    NameNotFound,
    Unknown,
};

inline constexpr std::array allReasons{Reason::PeerClosed,       Reason::PeerClosedThenReset,
                                       Reason::PeerReset,        Reason::LocalClose,
                                       Reason::LocalReset,       Reason::ReadDeadline,
                                       Reason::WriteDeadline,    Reason::IdleTimeout,
                                       Reason::HeartbeatTimeout, Reason::LingerTimeout,
                                       Reason::KernelTimeout,    Reason::Unreachable,
                                       Reason::SocketDestroyed,  Reason::ProtocolError,
                                       Reason::LimitRejected,    Reason::Drained,
                                       Reason::DrainForced,      Reason::ConnectRefused,
                                       Reason::ConnectTimeout,   Reason::ConnectFailed,
                                       Reason::NameNotFound,     Reason::Unknown};

/// What a piece of evidence says. Its token is stable; the window translates it.
enum class What {
    Accepted, ///< detail: the peer's address
    Connecting, ///< detail: the address tried
    Connected, ///< detail: our own address
    ConnectError, ///< detail: the address tried; the errno, no-answer or self-connect (to itself)
    NameLookup, ///< detail: the name; how many addresses it has
    RequestBegun, ///< detail: the request
    RequestDone, ///< detail: the request
    AnswerCut, ///< detail: how many bytes of the answer were never queued
    PingSent, ///< the one that was not answered; detail: its number
    BadInput, ///< detail: the rule that was broken
    Intent, ///< we decided to end the connection; detail: the reason's token, or half-close
    DeadlinePassed, ///< detail: which, and what was missing
    WriteShut, ///< our FIN was handed to the kernel
    FinReceived,
    RstReceived, ///< detail: errno
    RstSent, ///< we reset; detail: bytes lost
    KernelError, ///< detail: errno
    AllAcknowledged, ///< the peer's kernel has everything we sent
    Discarded, ///< detail: bytes that came after our FIN and were read and thrown away
    SocketClosed, ///< close(2) in good order
    SocketError, ///< what Qt said; detail: its error and text
    GateMissing, ///< the end gate did not work: nobody saw how it ended
};

inline constexpr std::array allWhats{What::Accepted,     What::Connecting,   What::Connected,
                                     What::ConnectError, What::NameLookup,   What::RequestBegun,
                                     What::RequestDone,  What::AnswerCut,    What::PingSent,
                                     What::BadInput,     What::Intent,       What::DeadlinePassed,
                                     What::WriteShut,    What::FinReceived,  What::RstReceived,
                                     What::RstSent,      What::KernelError,  What::AllAcknowledged,
                                     What::Discarded,    What::SocketClosed, What::SocketError,
                                     What::GateMissing};

/// One thing somebody saw, in the order it was seen.
struct Evidence
{
    TimePoint mono;
    Layer layer = Layer::App;
    What what = What::Accepted;
    QByteArray
        detail; ///< figures and names, the same in every language; peer text in it is escaped

    bool operator==(const Evidence &) const = default;
};

/// Who, how and why.
struct Verdict
{
    EndedBy endedBy = EndedBy::Unknown;
    Wire wire = Wire::Unknown;
    Reason reason = Reason::Unknown;
    Grade grade = Grade::Unknown;

    bool operator==(const Verdict &) const = default;
};

/// Everything known about the end of one connection. Made once, when it ends.
struct CloseReport
{
    Verdict verdict;
    Phase phase = Phase::Idle;
    qint64 bytesIn = 0; ///< application bytes received
    qint64 bytesOut = 0; ///< application bytes handed to the connection for sending
    qint64 undelivered = 0; ///< of bytesOut, not acknowledged by the peer's kernel
    qint64 unread = 0; ///< received by our kernel, never taken by the service
    bool truncated = false; ///< a message was cut
    Milliseconds duration{0};
    int error = 0; ///< errno, 0 when there was none
    std::vector<Evidence> evidence;
    StateHistory states; ///< of our kernel's end

    /// False for a client that was never connected, whoever gave it up.
    bool wasOpened() const { return phase != Phase::Connecting; }

    /// True when both sides' FIN ended it: nothing was cut off by a reset, a deadline or the
    /// network.
    bool isOrderly() const { return verdict.wire == Wire::Fin; }
};

QLatin1StringView token(Role role);
QLatin1StringView token(EndedBy endedBy);
QLatin1StringView token(Wire wire);
QLatin1StringView token(Phase phase);
QLatin1StringView token(Grade grade);
QLatin1StringView token(Layer layer);
QLatin1StringView token(Reason reason);
QLatin1StringView token(What what);
std::optional<Reason> reasonFromToken(QStringView token);

/// "ECONNRESET" and the like (strerrorname_np(3)); empty for 0, the number for one without a name.
QString errnoName(int error);

} // namespace Teardown
