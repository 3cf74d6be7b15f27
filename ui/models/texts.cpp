// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/texts.h"

#include "core/base/units.h"
#include "core/close/summary.h"
#include "ui/models/quantities.h"

#include <QCoreApplication>

namespace Teardown {

// One switch for each enum, without default: the compiler finds the place when a value is added.

QString displayText(Role role)
{
    switch (role) {
    case Role::Server:
        return QCoreApplication::translate("Teardown::Role", "server");
    case Role::Client:
        return QCoreApplication::translate("Teardown::Role", "client");
    }
    Q_UNREACHABLE();
}

QString displayText(EndedBy endedBy)
{
    switch (endedBy) {
    case EndedBy::Local:
        return QCoreApplication::translate("Teardown::EndedBy", "us");
    case EndedBy::Peer:
        return QCoreApplication::translate("Teardown::EndedBy", "peer");
    case EndedBy::Network:
        return QCoreApplication::translate("Teardown::EndedBy", "network");
    case EndedBy::Unknown:
        return QCoreApplication::translate("Teardown::EndedBy", "unknown");
    }
    Q_UNREACHABLE();
}

QString displayText(Wire wire)
{
    switch (wire) {
    case Wire::Fin:
        return QCoreApplication::translate("Teardown::Wire", "FIN");
    case Wire::Rst:
        return QCoreApplication::translate("Teardown::Wire", "RST");
    case Wire::FinThenRst:
        return QCoreApplication::translate("Teardown::Wire", "FIN, then RST");
    case Wire::None:
        return QCoreApplication::translate("Teardown::Wire", "nothing");
    case Wire::Unknown:
        return QCoreApplication::translate("Teardown::Wire", "unknown");
    }
    Q_UNREACHABLE();
}

QString displayText(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
        return QCoreApplication::translate("Teardown::Phase", "connecting");
    case Phase::Idle:
        return QCoreApplication::translate("Teardown::Phase", "idle");
    case Phase::Active:
        return QCoreApplication::translate("Teardown::Phase", "active");
    case Phase::HalfClosed:
        return QCoreApplication::translate("Teardown::Phase", "half closed");
    case Phase::Lingering:
        return QCoreApplication::translate("Teardown::Phase", "lingering");
    case Phase::Draining:
        return QCoreApplication::translate("Teardown::Phase", "draining");
    }
    Q_UNREACHABLE();
}

QString displayText(Grade grade)
{
    switch (grade) {
    case Grade::Observed:
        return QCoreApplication::translate("Teardown::Grade", "observed");
    case Grade::Inferred:
        return QCoreApplication::translate("Teardown::Grade", "inferred");
    case Grade::Unknown:
        return QCoreApplication::translate("Teardown::Grade", "unknown");
    }
    Q_UNREACHABLE();
}

QString displayText(Layer layer)
{
    switch (layer) {
    case Layer::App:
        return QCoreApplication::translate("Teardown::Layer", "program");
    case Layer::Service:
        return QCoreApplication::translate("Teardown::Layer", "service");
    case Layer::Qt:
        return QCoreApplication::translate("Teardown::Layer", "Qt");
    case Layer::Kernel:
        return QCoreApplication::translate("Teardown::Layer", "kernel");
    }
    Q_UNREACHABLE();
}

QString displayText(Reason reason)
{
    switch (reason) {
    case Reason::PeerClosed:
        return QCoreApplication::translate("Teardown::Reason", "peer closed");
    case Reason::PeerClosedThenReset:
        return QCoreApplication::translate("Teardown::Reason", "peer closed, then reset");
    case Reason::PeerReset:
        return QCoreApplication::translate("Teardown::Reason", "peer reset");
    case Reason::LocalClose:
        return QCoreApplication::translate("Teardown::Reason", "local close");
    case Reason::LocalReset:
        return QCoreApplication::translate("Teardown::Reason", "local reset");
    case Reason::ReadDeadline:
        return QCoreApplication::translate("Teardown::Reason", "read deadline");
    case Reason::WriteDeadline:
        return QCoreApplication::translate("Teardown::Reason", "write deadline");
    case Reason::IdleTimeout:
        return QCoreApplication::translate("Teardown::Reason", "idle timeout");
    case Reason::HeartbeatTimeout:
        return QCoreApplication::translate("Teardown::Reason", "heartbeat timeout");
    case Reason::LingerTimeout:
        return QCoreApplication::translate("Teardown::Reason", "linger timeout");
    case Reason::KernelTimeout:
        return QCoreApplication::translate("Teardown::Reason", "kernel timeout");
    case Reason::Unreachable:
        return QCoreApplication::translate("Teardown::Reason", "unreachable");
    case Reason::SocketDestroyed:
        return QCoreApplication::translate("Teardown::Reason", "socket destroyed");
    case Reason::ProtocolError:
        return QCoreApplication::translate("Teardown::Reason", "protocol error");
    case Reason::LimitRejected:
        return QCoreApplication::translate("Teardown::Reason", "rejected by a limit");
    case Reason::Drained:
        return QCoreApplication::translate("Teardown::Reason", "drained");
    case Reason::DrainForced:
        return QCoreApplication::translate("Teardown::Reason", "forced by the drain");
    case Reason::ConnectRefused:
        return QCoreApplication::translate("Teardown::Reason", "connect refused");
    case Reason::ConnectTimeout:
        return QCoreApplication::translate("Teardown::Reason", "connect timeout");
    case Reason::ConnectFailed:
        return QCoreApplication::translate("Teardown::Reason", "connect failed");
    case Reason::NameNotFound:
        return QCoreApplication::translate("Teardown::Reason", "name not found");
    case Reason::Unknown:
        return QCoreApplication::translate("Teardown::Reason", "unknown");
    }
    Q_UNREACHABLE();
}

QString displayText(What what)
{
    switch (what) {
    case What::Accepted:
        return QCoreApplication::translate("Teardown::What", "accepted");
    case What::Connecting:
        return QCoreApplication::translate("Teardown::What", "connecting");
    case What::Connected:
        return QCoreApplication::translate("Teardown::What", "connected");
    case What::ConnectError:
        return QCoreApplication::translate("Teardown::What", "connecting failed");
    case What::NameLookup:
        return QCoreApplication::translate("Teardown::What", "name looked up");
    case What::RequestBegun:
        return QCoreApplication::translate("Teardown::What", "request begun");
    case What::RequestDone:
        return QCoreApplication::translate("Teardown::What", "request done");
    case What::AnswerCut:
        return QCoreApplication::translate("Teardown::What", "answer cut off");
    case What::PingSent:
        return QCoreApplication::translate("Teardown::What", "ping sent");
    case What::BadInput:
        return QCoreApplication::translate("Teardown::What", "bad input");
    case What::Intent:
        return QCoreApplication::translate("Teardown::What", "we decided to end it");
    case What::DeadlinePassed:
        return QCoreApplication::translate("Teardown::What", "deadline passed");
    case What::WriteShut:
        return QCoreApplication::translate("Teardown::What", "FIN sent");
    case What::FinReceived:
        return QCoreApplication::translate("Teardown::What", "FIN received");
    case What::RstReceived:
        return QCoreApplication::translate("Teardown::What", "RST received");
    case What::RstSent:
        return QCoreApplication::translate("Teardown::What", "RST sent");
    case What::KernelError:
        return QCoreApplication::translate("Teardown::What", "kernel error");
    case What::AllAcknowledged:
        return QCoreApplication::translate("Teardown::What", "everything acknowledged");
    case What::Discarded:
        return QCoreApplication::translate("Teardown::What", "late input thrown away");
    case What::SocketClosed:
        return QCoreApplication::translate("Teardown::What", "socket closed");
    case What::SocketError:
        return QCoreApplication::translate("Teardown::What", "Qt reported an error");
    case What::GateMissing:
        return QCoreApplication::translate("Teardown::What", "end gate missing");
    }
    Q_UNREACHABLE();
}

QString detailText(const Evidence &evidence)
{
    const QString detail = QString::fromUtf8(evidence.detail);
    const What what = evidence.what;
    if (what == What::Intent) {
        const auto reason = reasonFromToken(detail);
        return reason ? displayText(*reason)
                      : QCoreApplication::translate("Teardown::What", "half close");
    }
    if (what == What::NameLookup) {
        const int addresses = detail.section(u' ', -1).toInt();
        return QCoreApplication::translate("Teardown::What",
                                           "%1: %Ln address(es)",
                                           nullptr,
                                           addresses)
            .arg(escapedForDisplay(detail.section(u' ', 0, -2)));
    }
    if (what == What::RstSent)
        return QCoreApplication::translate("Teardown::What", "%1 lost")
            .arg(formatSize(detail.toLongLong()));
    if (what == What::AnswerCut || what == What::Discarded)
        return formatSize(detail.toLongLong());
    return escapedForDisplay(detail);
}

QString displayText(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connecting:
        return QCoreApplication::translate("Teardown::ConnectionState", "connecting");
    case ConnectionState::Open:
        return QCoreApplication::translate("Teardown::ConnectionState", "open");
    case ConnectionState::PeerHalfClosed:
        return QCoreApplication::translate("Teardown::ConnectionState", "half closed");
    case ConnectionState::Flushing:
        return QCoreApplication::translate("Teardown::ConnectionState", "flushing");
    case ConnectionState::FinSent:
        return QCoreApplication::translate("Teardown::ConnectionState", "lingering");
    case ConnectionState::Ended:
        return QCoreApplication::translate("Teardown::ConnectionState", "ended");
    }
    Q_UNREACHABLE();
}

QString displayText(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::Connect:
        return QCoreApplication::translate("Teardown::DeadlineKind", "connect");
    case DeadlineKind::Read:
        return QCoreApplication::translate("Teardown::DeadlineKind", "read");
    case DeadlineKind::Write:
        return QCoreApplication::translate("Teardown::DeadlineKind", "write");
    case DeadlineKind::Idle:
        return QCoreApplication::translate("Teardown::DeadlineKind", "idle");
    case DeadlineKind::Heartbeat:
        return QCoreApplication::translate("Teardown::DeadlineKind", "heartbeat");
    case DeadlineKind::LingerIdle:
        return QCoreApplication::translate("Teardown::DeadlineKind", "linger, idle");
    case DeadlineKind::LingerTotal:
        return QCoreApplication::translate("Teardown::DeadlineKind", "linger, total");
    case DeadlineKind::Drain:
        return QCoreApplication::translate("Teardown::DeadlineKind", "drain");
    }
    Q_UNREACHABLE();
}

QString displayText(EndpointState state)
{
    switch (state) {
    case EndpointState::Starting:
        return QCoreApplication::translate("Teardown::EndpointState", "starting");
    case EndpointState::Running:
        return QCoreApplication::translate("Teardown::EndpointState", "running");
    case EndpointState::Draining:
        return QCoreApplication::translate("Teardown::EndpointState", "draining");
    case EndpointState::Stopped:
        return QCoreApplication::translate("Teardown::EndpointState", "stopped");
    case EndpointState::Failed:
        return QCoreApplication::translate("Teardown::EndpointState", "failed");
    }
    Q_UNREACHABLE();
}

QString displayText(DrainStage stage)
{
    switch (stage) {
    case DrainStage::Serving:
        return QCoreApplication::translate("Teardown::DrainStage", "serving");
    case DrainStage::Draining:
        return QCoreApplication::translate("Teardown::DrainStage", "draining");
    case DrainStage::Forcing:
        return QCoreApplication::translate("Teardown::DrainStage", "forcing");
    case DrainStage::Drained:
        return QCoreApplication::translate("Teardown::DrainStage", "drained");
    }
    Q_UNREACHABLE();
}

QString displayText(ServiceKind service)
{
    return token(service);
}

QString displayText(const Holdup &holdup)
{
    switch (holdup.kind) {
    case HoldupKind::Connecting:
        return QCoreApplication::translate("Teardown::Holdup", "still connecting");
    case HoldupKind::InRequest:
        return QCoreApplication::translate("Teardown::Holdup", "in a request for %1")
            .arg(formatDuration(holdup.duration));
    case HoldupKind::Unsent:
        return QCoreApplication::translate("Teardown::Holdup", "%1 unsent: the peer does not read")
            .arg(formatSize(holdup.bytes));
    case HoldupKind::AwaitingFin:
        return QCoreApplication::translate("Teardown::Holdup", "waiting for the peer's FIN for %1")
            .arg(formatDuration(holdup.duration));
    case HoldupKind::NotYetTold:
        return QCoreApplication::translate("Teardown::Holdup", "not told yet");
    }
    Q_UNREACHABLE();
}

bool showsDraining(const ConnectionSnapshot &connection)
{
    return connection.phase == Phase::Draining && connection.state != ConnectionState::FinSent
        && connection.state != ConnectionState::Ended;
}

QString stateText(const ConnectionSnapshot &connection)
{
    if (connection.isHalfClosedByUs)
        return displayText(Phase::HalfClosed);
    return showsDraining(connection) ? displayText(connection.phase)
                                     : displayText(connection.state);
}

static QString translatedWording(const char *source)
{
    return QCoreApplication::translate("Teardown::Summary", source);
}

QString summaryText(const CloseReport &report)
{
    return summary(report, translatedWording);
}

QString explanationText(Reason reason)
{
    return explanation(reason, translatedWording);
}

} // namespace Teardown
