// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/servicekind.h"
#include "core/base/socketaddress.h"
#include "core/close/closereport.h"
#include "core/close/connectionstate.h"

#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Teardown {

/// What never changes about a connection.
struct ConnectionInfo
{
    ConnectionId id = 0;
    Role role = Role::Server;
    EndpointId endpoint = 0;
    ServiceKind service = ServiceKind::Line;
    SocketAddress local;
    SocketAddress peer; ///< null when the kernel no longer knew it (reset before it was accepted)
    TimePoint opened; ///< when it was accepted, or when the client started to connect
};

/// Which of our deadlines is meant.
enum class DeadlineKind { Connect, Read, Write, Idle, Heartbeat, LingerIdle, LingerTotal, Drain };

QLatin1StringView token(DeadlineKind kind);

/// The deadline of a connection that passes first.
struct NextDeadline
{
    DeadlineKind kind = DeadlineKind::Read;
    TimePoint at;
    Milliseconds length{0}; ///< the whole of it, for a bar
};

/// What the kernel said at the last sample (tcp(7), TCP_INFO). Absent until the first sample.
struct TcpSample
{
    quint8 state = 0; ///< TCP_ESTABLISHED and so on, from <netinet/tcp.h>
    std::chrono::microseconds rtt{0};
    quint32 retransmits = 0; ///< segments, over the whole life
};

/// What was seen of a live connection so far.
struct ConnectionHistory
{
    std::vector<Evidence> evidence; ///< at most Connection::maxEvidence
    StateHistory states; ///< of our kernel's end
};

/// A live connection at one moment. The latest one wins.
struct ConnectionSnapshot
{
    ConnectionInfo info;
    ConnectionState state = ConnectionState::Open;
    Phase phase = Phase::Idle;
    TimePoint lastActivity; ///< when a byte was last received or sent
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    bool isHalfClosedByUs = false; ///< our FIN is out, the peer's is not in, and we go on reading
    qint64 unsent = 0; ///< of bytesOut, not acknowledged at the last sample
    std::optional<TcpSample> tcp;
    std::optional<NextDeadline> nextDeadline;
    std::shared_ptr<const ConnectionHistory> history; ///< only of those that are watched
};

enum class EndpointState { Starting, Running, Draining, Stopped, Failed };

QLatin1StringView token(EndpointState state);

/// A listener, or a group of client connections, at one moment.
struct EndpointSnapshot
{
    EndpointId id = 0;
    Role role = Role::Server;
    EndpointState state = EndpointState::Starting;
    ServiceKind service = ServiceKind::Line;
    QString host; ///< what was asked for: an address, or the name a client connects to
    quint16 port = 0; ///< the real one once it listens
    int open = 0;
    quint64 ended = 0;
    quint64 rejected = 0;
    QString error; ///< why it is Failed, in one English sentence
};

/// Stages of a drain; only ever forward (compare with >=).
enum class DrainStage { Serving, Draining, Forcing, Drained };

QLatin1StringView token(DrainStage stage);

/// Why a connection keeps a drain from finishing.
enum class HoldupKind {
    Connecting,
    InRequest, ///< since: when the request began
    Unsent, ///< bytes: not acknowledged
    AwaitingFin, ///< since: when our FIN went out
    NotYetTold, ///< the drain has not come to it
};

struct Holdup
{
    ConnectionId id = 0;
    HoldupKind kind = HoldupKind::NotYetTold;
    Milliseconds duration{0};
    qint64 bytes = 0;
};

/// The reason in one English sentence part: "in a request for 3.1 s".
QString toString(const Holdup &holdup);

/// How far a drain has come.
struct DrainProgress
{
    DrainStage stage = DrainStage::Serving;
    int total = 0; ///< connections the drain has to end
    int open = 0;
    /// Ended in good order (CloseReport::isOrderly()), or drained as far as can be known.
    int orderly = 0;
    int otherwise = 0; ///< ended by the peer or the network in another way, as by the peer's RST
    int forced = 0; ///< reset by us: a deadline, whichever, or a second request
    qint64 undelivered = 0; ///< bytes lost by all of them
    std::optional<Milliseconds> remaining; ///< to the deadline; none: there is no deadline
    std::vector<Holdup> holdups; ///< the first few; open says how many there are
    std::vector<ConnectionId> forcedIds; ///< the first few of the forced

    int inTime() const { return orderly + otherwise; }
};

// The events. CONTRACT §2 has the fields.

struct ListeningEvent
{
    EndpointId listener = 0;
    SocketAddress address;
    ServiceKind service = ServiceKind::Line;
};

struct OpenedEvent
{
    ConnectionInfo info;
};

struct EndedEvent
{
    ConnectionInfo info;
    std::shared_ptr<const CloseReport> report; ///< never null; all who keep it share it
};

struct RejectedEvent
{
    EndpointId listener = 0;
    SocketAddress peer;
    Reason reason = Reason::LimitRejected;
};

struct DrainEvent
{
    DrainProgress progress;
    bool stageChanged = true; ///< false: "progress"
};

struct StatsEvent
{
    int open = 0;
    quint64 ended = 0;
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    double loopLagMs = 0; ///< worst of the I/O threads since the last one
    quint64 dropped = 0; ///< events lost because nobody took them in time
};

using EventBody
    = std::variant<ListeningEvent, OpenedEvent, EndedEvent, RejectedEvent, DrainEvent, StatsEvent>;

struct Event
{
    TimePoint mono;
    QDateTime wall; ///< UTC
    EventBody body;
};

} // namespace Teardown
