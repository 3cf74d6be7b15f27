// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closereport.h"

#include <cstring>

namespace Teardown {

QLatin1StringView token(Role role)
{
    switch (role) {
    case Role::Server:
        return QLatin1StringView("server");
    case Role::Client:
        return QLatin1StringView("client");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(EndedBy endedBy)
{
    switch (endedBy) {
    case EndedBy::Local:
        return QLatin1StringView("local");
    case EndedBy::Peer:
        return QLatin1StringView("peer");
    case EndedBy::Network:
        return QLatin1StringView("network");
    case EndedBy::Unknown:
        return QLatin1StringView("unknown");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(Wire wire)
{
    switch (wire) {
    case Wire::Fin:
        return QLatin1StringView("fin");
    case Wire::Rst:
        return QLatin1StringView("rst");
    case Wire::FinThenRst:
        return QLatin1StringView("fin-then-rst");
    case Wire::None:
        return QLatin1StringView("none");
    case Wire::Unknown:
        return QLatin1StringView("unknown");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
        return QLatin1StringView("connecting");
    case Phase::Idle:
        return QLatin1StringView("idle");
    case Phase::Active:
        return QLatin1StringView("active");
    case Phase::HalfClosed:
        return QLatin1StringView("half-closed");
    case Phase::Lingering:
        return QLatin1StringView("lingering");
    case Phase::Draining:
        return QLatin1StringView("draining");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(Grade grade)
{
    switch (grade) {
    case Grade::Observed:
        return QLatin1StringView("observed");
    case Grade::Inferred:
        return QLatin1StringView("inferred");
    case Grade::Unknown:
        return QLatin1StringView("unknown");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(Layer layer)
{
    switch (layer) {
    case Layer::App:
        return QLatin1StringView("app");
    case Layer::Service:
        return QLatin1StringView("service");
    case Layer::Qt:
        return QLatin1StringView("qt");
    case Layer::Kernel:
        return QLatin1StringView("kernel");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(Reason reason)
{
    switch (reason) {
    case Reason::PeerClosed:
        return QLatin1StringView("peer-closed");
    case Reason::PeerClosedThenReset:
        return QLatin1StringView("peer-closed-then-reset");
    case Reason::PeerReset:
        return QLatin1StringView("peer-reset");
    case Reason::LocalClose:
        return QLatin1StringView("local-close");
    case Reason::LocalReset:
        return QLatin1StringView("local-reset");
    case Reason::ReadDeadline:
        return QLatin1StringView("read-deadline");
    case Reason::WriteDeadline:
        return QLatin1StringView("write-deadline");
    case Reason::IdleTimeout:
        return QLatin1StringView("idle-timeout");
    case Reason::HeartbeatTimeout:
        return QLatin1StringView("heartbeat-timeout");
    case Reason::LingerTimeout:
        return QLatin1StringView("linger-timeout");
    case Reason::KernelTimeout:
        return QLatin1StringView("kernel-timeout");
    case Reason::Unreachable:
        return QLatin1StringView("unreachable");
    case Reason::SocketDestroyed:
        return QLatin1StringView("socket-destroyed");
    case Reason::ProtocolError:
        return QLatin1StringView("protocol-error");
    case Reason::LimitRejected:
        return QLatin1StringView("limit-rejected");
    case Reason::Drained:
        return QLatin1StringView("drained");
    case Reason::DrainForced:
        return QLatin1StringView("drain-forced");
    case Reason::ConnectRefused:
        return QLatin1StringView("connect-refused");
    case Reason::ConnectTimeout:
        return QLatin1StringView("connect-timeout");
    case Reason::ConnectFailed:
        return QLatin1StringView("connect-failed");
    case Reason::NameNotFound:
        return QLatin1StringView("name-not-found");
    case Reason::Unknown:
        return QLatin1StringView("unknown");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(What what)
{
    switch (what) {
    case What::Accepted:
        return QLatin1StringView("accepted");
    case What::Connecting:
        return QLatin1StringView("connecting");
    case What::Connected:
        return QLatin1StringView("connected");
    case What::ConnectError:
        return QLatin1StringView("connect-error");
    case What::NameLookup:
        return QLatin1StringView("name-lookup");
    case What::RequestBegun:
        return QLatin1StringView("request-begun");
    case What::RequestDone:
        return QLatin1StringView("request-done");
    case What::AnswerCut:
        return QLatin1StringView("answer-cut");
    case What::PingSent:
        return QLatin1StringView("ping-sent");
    case What::BadInput:
        return QLatin1StringView("bad-input");
    case What::Intent:
        return QLatin1StringView("intent");
    case What::DeadlinePassed:
        return QLatin1StringView("deadline-passed");
    case What::WriteShut:
        return QLatin1StringView("write-shut");
    case What::FinReceived:
        return QLatin1StringView("fin-received");
    case What::RstReceived:
        return QLatin1StringView("rst-received");
    case What::RstSent:
        return QLatin1StringView("rst-sent");
    case What::KernelError:
        return QLatin1StringView("kernel-error");
    case What::AllAcknowledged:
        return QLatin1StringView("all-acknowledged");
    case What::Discarded:
        return QLatin1StringView("discarded");
    case What::SocketClosed:
        return QLatin1StringView("socket-closed");
    case What::SocketError:
        return QLatin1StringView("socket-error");
    case What::GateMissing:
        return QLatin1StringView("gate-missing");
    }
    Q_UNREACHABLE();
}

std::optional<Reason> reasonFromToken(QStringView text)
{
    for (const Reason reason : allReasons) {
        if (text == token(reason))
            return reason;
    }
    return std::nullopt;
}

QString errnoName(int error)
{
    if (error == 0)
        return {};
    const char *name = strerrorname_np(error);
    return name ? QString::fromLatin1(name) : QString::number(error);
}

} // namespace Teardown
