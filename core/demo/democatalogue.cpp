// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/democatalogue.h"

namespace Teardown {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr Verdict verdict(Reason reason, EndedBy endedBy, Wire wire)
{
    return {.endedBy = endedBy, .wire = wire, .reason = reason, .grade = Grade::Observed};
}

constexpr Verdict byPeer(Reason reason, Wire wire)
{
    return verdict(reason, EndedBy::Peer, wire);
}

constexpr Verdict localFin(Reason reason)
{
    return verdict(reason, EndedBy::Local, Wire::Fin);
}

constexpr Verdict localRst(Reason reason)
{
    return verdict(reason, EndedBy::Local, Wire::Rst);
}

constexpr Verdict byNetwork(Reason reason)
{
    return verdict(reason, EndedBy::Network, Wire::None);
}

constexpr std::array cases{
    DemoCase{"Peer closes",
             "asks for 10 000 bytes, reads them, closes",
             byPeer(Reason::PeerClosed, Wire::Fin),
             IncomingCase{DemoStage::Plain, Scripts::readsAndCloses}},
    DemoCase{"Peer half closes",
             "asks for 1 000 000 bytes, sends FIN, reads them all",
             byPeer(Reason::PeerClosed, Wire::Fin),
             IncomingCase{DemoStage::Plain, Scripts::halfClosesAndReads}},
    DemoCase{"Peer closes, then resets",
             "sends FIN while it is owed an answer, then RST",
             byPeer(Reason::PeerClosedThenReset, Wire::FinThenRst),
             IncomingCase{DemoStage::Plain, Scripts::closesThenResets}},
    DemoCase{"Peer resets",
             "sends RST (SO_LINGER 0)",
             byPeer(Reason::PeerReset, Wire::Rst),
             IncomingCase{DemoStage::Plain, Scripts::resets}},
    DemoCase{"Peer resets in a download",
             "reads a little of 64 MiB, sends RST",
             byPeer(Reason::PeerReset, Wire::Rst),
             IncomingCase{DemoStage::Plain, Scripts::resetsInDownload}},
    DemoCase{"Peer closes with unread data",
             "closes without reading: its kernel sends RST",
             byPeer(Reason::PeerReset, Wire::Rst),
             IncomingCase{DemoStage::Plain, Scripts::closesWithUnread}},
    DemoCase{"QUIT",
             "sends QUIT, reads to the end, closes",
             localFin(Reason::LocalClose),
             IncomingCase{DemoStage::Plain, Scripts::quits}},
    DemoCase{"CLOSE fin",
             "sends CLOSE fin, reads to the end, closes",
             localFin(Reason::LocalClose),
             IncomingCase{DemoStage::Plain, Scripts::asksForFin}},
    DemoCase{"CLOSE half",
             "sends CLOSE half, talks on after our FIN, closes",
             localFin(Reason::LocalClose),
             IncomingCase{DemoStage::Plain, Scripts::asksForHalfClose}},
    DemoCase{"CLOSE rst",
             "sends CLOSE rst",
             localRst(Reason::LocalReset),
             IncomingCase{DemoStage::Plain, Scripts::asksForReset}},
    DemoCase{"Line too long",
             "sends a line of 64 KiB and a byte",
             localFin(Reason::ProtocolError),
             IncomingCase{DemoStage::Plain, Scripts::sendsLongLine}},
    DemoCase{"Read deadline",
             "sends half a line and falls silent",
             localRst(Reason::ReadDeadline),
             IncomingCase{DemoStage::Deadlines, Scripts::sendsHalfALine}},
    DemoCase{"Write deadline",
             "asks for 64 MiB and never reads",
             localRst(Reason::WriteDeadline),
             IncomingCase{DemoStage::Deadlines, Scripts::neverReads}},
    DemoCase{"Linger timeout",
             "sends QUIT and never answers our FIN",
             localRst(Reason::LingerTimeout),
             IncomingCase{DemoStage::Deadlines, Scripts::neverCloses}},
    DemoCase{"Idle timeout",
             "sends nothing",
             localRst(Reason::IdleTimeout),
             IncomingCase{DemoStage::Idle, Scripts::staysSilent}},
    DemoCase{"Heartbeat timeout",
             "never answers PING",
             localRst(Reason::HeartbeatTimeout),
             IncomingCase{DemoStage::Heartbeat, Scripts::staysSilent}},
    DemoCase{"Kernel timeout",
             "asks for 64 MiB and never reads, with TCP_USER_TIMEOUT set on our side",
             byNetwork(Reason::KernelTimeout),
             IncomingCase{DemoStage::UserTimeout, Scripts::neverReadsUntilLate}},
    DemoCase{"Drained",
             "is idle when the drain comes and closes after our FIN",
             localFin(Reason::Drained),
             IncomingCase{DemoStage::Drain, Scripts::followsTheDrain}},
    DemoCase{"Drain forced",
             "does not close after the drain's FIN",
             localRst(Reason::DrainForced),
             IncomingCase{DemoStage::Drain, Scripts::ignoresTheDrain}},
    DemoCase{"Without the end gate",
             "closes, but nobody looks before Qt does",
             verdict(Reason::Unknown, EndedBy::Unknown, Wire::Unknown),
             IncomingCase{DemoStage::NoGate, Scripts::closesAtOnce}},
    DemoCase{"Connection refused",
             "holds the port and does not listen",
             byPeer(Reason::ConnectRefused, Wire::Rst),
             OutgoingCase{Obstacle::PortNobodyListensOn}},
    DemoCase{"Connect timeout",
             "has a full accept queue and never accepts",
             byNetwork(Reason::ConnectTimeout),
             OutgoingCase{Obstacle::FullAcceptQueue, 1s}},
    DemoCase{"Connect failed",
             "is a link-local address without a scope: EINVAL, no packet is sent",
             byNetwork(Reason::ConnectFailed),
             OutgoingCase{Obstacle::AddressWithoutScope}},
    DemoCase{"Name not found",
             "is a name under .invalid (RFC 6761)",
             byNetwork(Reason::NameNotFound),
             OutgoingCase{Obstacle::NameThatDoesNotExist, 20s}},
    DemoCase{"Connection limit",
             "connects when the house is full",
             localRst(Reason::LimitRejected),
             IncomingCase{DemoStage::Limit, Scripts::fillsTheHouse}},
    DemoCase{"Unreachable",
             "loses its route while connected",
             byNetwork(Reason::Unreachable),
             ImpossibleCase{"the loopback always has a route; it takes a router's ICMP message"}},
    DemoCase{"Socket destroyed",
             "is there while an administrator has our socket destroyed",
             localRst(Reason::SocketDestroyed),
             ImpossibleCase{"it takes SOCK_DESTROY, which needs CAP_NET_ADMIN"}},
};

} // namespace

std::span<const DemoCase> demoCases()
{
    return cases;
}

ConnectionSettings settingsOf(DemoStage stage)
{
    ConnectionSettings settings;
    switch (stage) {
    case DemoStage::Plain:
    case DemoStage::Limit:
    case DemoStage::Drain:
        break;
    case DemoStage::Deadlines:
        settings.readDeadline = 1s;
        settings.writeDeadline = 1'500ms;
        settings.lingerIdle = 1s;
        settings.lingerTotal = 2s;
        break;
    case DemoStage::Heartbeat:
        settings.heartbeat = 400ms;
        settings.heartbeatTimeout = 1'300ms;
        break;
    case DemoStage::Idle:
        // Our own PING would count as activity.
        settings.heartbeat = 0s;
        settings.idleTimeout = 1s;
        break;
    case DemoStage::UserTimeout:
        settings.userTimeout = 1'500ms;
        settings.writeDeadline = 0s;
        break;
    case DemoStage::NoGate:
        settings.endGate = false;
        break;
    case DemoStage::Lively:
        settings.heartbeat = 3s;
        settings.heartbeatTimeout = 9s;
        settings.readDeadline = 3s;
        settings.writeDeadline = 4s;
        break;
    }
    return settings;
}

} // namespace Teardown
