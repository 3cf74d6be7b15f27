// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/category.h"

#include <QCoreApplication>

namespace Teardown {

Category categoryOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connecting:
    case ConnectionState::Open:
        return Category::Open;
    case ConnectionState::PeerHalfClosed:
        return Category::HalfClosed;
    case ConnectionState::Flushing:
    case ConnectionState::FinSent:
        return Category::Lingering;
    case ConnectionState::Ended:
        return Category::Unknown;
    }
    Q_UNREACHABLE();
}

Category categoryOf(Reason reason)
{
    switch (reason) {
    case Reason::PeerClosed:
    case Reason::LocalClose:
    case Reason::ProtocolError: // it ends with our FIN after the answer that names the error
    case Reason::Drained:
        return Category::Orderly;
    case Reason::PeerClosedThenReset:
    case Reason::PeerReset:
    case Reason::LocalReset:
    case Reason::SocketDestroyed:
    case Reason::LimitRejected:
    case Reason::ConnectRefused:
        return Category::Reset;
    case Reason::ReadDeadline:
    case Reason::WriteDeadline:
    case Reason::IdleTimeout:
    case Reason::HeartbeatTimeout:
    case Reason::LingerTimeout:
    case Reason::DrainForced:
    case Reason::ConnectTimeout:
        return Category::Deadline;
    case Reason::KernelTimeout:
    case Reason::Unreachable:
    case Reason::ConnectFailed:
    case Reason::NameNotFound:
        return Category::Network;
    case Reason::Unknown:
        return Category::Unknown;
    }
    Q_UNREACHABLE();
}

QChar glyph(Category category)
{
    switch (category) {
    case Category::Open:
        return u'●';
    case Category::HalfClosed:
        return u'◐';
    case Category::Lingering:
        return u'◔';
    case Category::Orderly:
        return u'■';
    case Category::Reset:
        return u'✕';
    case Category::Deadline:
        return u'⧖';
    case Category::Network:
        return u'⌁';
    case Category::Unknown:
        return u'?';
    }
    Q_UNREACHABLE();
}

QString displayText(Category category)
{
    switch (category) {
    case Category::Open:
        return QCoreApplication::translate("Teardown::Category", "open");
    case Category::HalfClosed:
        return QCoreApplication::translate("Teardown::Category", "half closed");
    case Category::Lingering:
        return QCoreApplication::translate("Teardown::Category", "closing");
    case Category::Orderly:
        return QCoreApplication::translate("Teardown::Category", "ended in good order");
    case Category::Reset:
        return QCoreApplication::translate("Teardown::Category", "reset");
    case Category::Deadline:
        return QCoreApplication::translate("Teardown::Category", "our deadline passed");
    case Category::Network:
        return QCoreApplication::translate("Teardown::Category", "network failed");
    case Category::Unknown:
        return QCoreApplication::translate("Teardown::Category", "unknown");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
