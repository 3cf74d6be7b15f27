// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/event.h"

#include "core/base/units.h"

namespace Teardown {

QLatin1StringView token(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::Connect:
        return QLatin1StringView("connect");
    case DeadlineKind::Read:
        return QLatin1StringView("read");
    case DeadlineKind::Write:
        return QLatin1StringView("write");
    case DeadlineKind::Idle:
        return QLatin1StringView("idle");
    case DeadlineKind::Heartbeat:
        return QLatin1StringView("heartbeat");
    case DeadlineKind::LingerIdle:
        return QLatin1StringView("linger-idle");
    case DeadlineKind::LingerTotal:
        return QLatin1StringView("linger-total");
    case DeadlineKind::Drain:
        return QLatin1StringView("drain");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(EndpointState state)
{
    switch (state) {
    case EndpointState::Starting:
        return QLatin1StringView("starting");
    case EndpointState::Running:
        return QLatin1StringView("running");
    case EndpointState::Draining:
        return QLatin1StringView("draining");
    case EndpointState::Stopped:
        return QLatin1StringView("stopped");
    case EndpointState::Failed:
        return QLatin1StringView("failed");
    }
    Q_UNREACHABLE();
}

QLatin1StringView token(DrainStage stage)
{
    switch (stage) {
    case DrainStage::Serving:
        return QLatin1StringView("serving");
    case DrainStage::Draining:
        return QLatin1StringView("draining");
    case DrainStage::Forcing:
        return QLatin1StringView("forcing");
    case DrainStage::Drained:
        return QLatin1StringView("drained");
    }
    Q_UNREACHABLE();
}

QString toString(const Holdup &holdup)
{
    switch (holdup.kind) {
    case HoldupKind::Connecting:
        return QStringLiteral("connecting for %1").arg(formatDuration(holdup.duration));
    case HoldupKind::InRequest:
        return QStringLiteral("in a request for %1").arg(formatDuration(holdup.duration));
    case HoldupKind::Unsent:
        return QStringLiteral("%1 unsent: the peer does not read").arg(formatSize(holdup.bytes));
    case HoldupKind::AwaitingFin:
        return QStringLiteral("waiting for the peer's FIN for %1")
            .arg(formatDuration(holdup.duration));
    case HoldupKind::NotYetTold:
        return QStringLiteral("not yet told");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
