// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectioncolumn.h"

#include <QCoreApplication>

#include <algorithm>

namespace Teardown {

QLatin1StringView token(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Id:
        return QLatin1StringView("id");
    case ConnectionColumn::State:
        return QLatin1StringView("state");
    case ConnectionColumn::Role:
        return QLatin1StringView("role");
    case ConnectionColumn::Local:
        return QLatin1StringView("local");
    case ConnectionColumn::Peer:
        return QLatin1StringView("peer");
    case ConnectionColumn::Service:
        return QLatin1StringView("service");
    case ConnectionColumn::Age:
        return QLatin1StringView("age");
    case ConnectionColumn::Idle:
        return QLatin1StringView("idle");
    case ConnectionColumn::In:
        return QLatin1StringView("in");
    case ConnectionColumn::Out:
        return QLatin1StringView("out");
    case ConnectionColumn::Unsent:
        return QLatin1StringView("unsent");
    case ConnectionColumn::Rtt:
        return QLatin1StringView("rtt");
    case ConnectionColumn::Retransmits:
        return QLatin1StringView("retransmits");
    case ConnectionColumn::NextDeadline:
        return QLatin1StringView("next-deadline");
    case ConnectionColumn::EndedBy:
        return QLatin1StringView("ended-by");
    case ConnectionColumn::Wire:
        return QLatin1StringView("wire");
    case ConnectionColumn::Reason:
        return QLatin1StringView("reason");
    case ConnectionColumn::Lost:
        return QLatin1StringView("lost");
    }
    Q_UNREACHABLE();
}

std::optional<ConnectionColumn> connectionColumnFromToken(QStringView text)
{
    const auto found
        = std::find_if(allConnectionColumns.begin(),
                       allConnectionColumns.end(),
                       [text](ConnectionColumn column) { return token(column) == text; });
    if (found == allConnectionColumns.end())
        return std::nullopt;
    return *found;
}

QString displayText(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Id:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "#");
    case ConnectionColumn::State:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "State");
    case ConnectionColumn::Role:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Role");
    case ConnectionColumn::Local:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Local");
    case ConnectionColumn::Peer:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Peer");
    case ConnectionColumn::Service:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Service");
    case ConnectionColumn::Age:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Age");
    case ConnectionColumn::Idle:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Idle");
    case ConnectionColumn::In:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "In");
    case ConnectionColumn::Out:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Out");
    case ConnectionColumn::Unsent:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Unsent");
    case ConnectionColumn::Rtt:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "RTT");
    case ConnectionColumn::Retransmits:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Retransmits");
    case ConnectionColumn::NextDeadline:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Next deadline");
    case ConnectionColumn::EndedBy:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Ended by");
    case ConnectionColumn::Wire:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Wire");
    case ConnectionColumn::Reason:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Reason");
    case ConnectionColumn::Lost:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Lost");
    }
    Q_UNREACHABLE();
}

QString explanationText(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Id:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Number of the connection in this run.");
    case ConnectionColumn::State:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Where the connection is in its life.");
    case ConnectionColumn::Role:
        return QCoreApplication::translate(
            "Teardown::ConnectionColumn", "Whether we accepted it (server) or opened it (client).");
    case ConnectionColumn::Local:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Our address and port.");
    case ConnectionColumn::Peer:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "The peer's address and port.");
    case ConnectionColumn::Service:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "What is spoken on the connection.");
    case ConnectionColumn::Age:
        return QCoreApplication::translate(
            "Teardown::ConnectionColumn",
            "Time since it was opened; how long it lived once ended.");
    case ConnectionColumn::Idle:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Time since a byte was last received or sent.");
    case ConnectionColumn::In:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Application bytes received.");
    case ConnectionColumn::Out:
        return QCoreApplication::translate(
            "Teardown::ConnectionColumn", "Application bytes given to the connection for sending.");
    case ConnectionColumn::Unsent:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Bytes the peer's kernel has not acknowledged.");
    case ConnectionColumn::Rtt:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Round-trip time as the kernel last measured it.");
    case ConnectionColumn::Retransmits:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Segments the kernel had to send again.");
    case ConnectionColumn::NextDeadline:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "The deadline that passes first, and the time left.");
    case ConnectionColumn::EndedBy:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "Who ended the connection.");
    case ConnectionColumn::Wire:
        return QCoreApplication::translate("Teardown::ConnectionColumn",
                                           "What ended it on the wire.");
    case ConnectionColumn::Reason:
        return QCoreApplication::translate("Teardown::ConnectionColumn", "Why it ended.");
    case ConnectionColumn::Lost:
        return QCoreApplication::translate(
            "Teardown::ConnectionColumn",
            "Bytes that never reached the peer, and bytes that came and were never taken.");
    }
    Q_UNREACHABLE();
}

bool isFigure(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Id:
    case ConnectionColumn::Age:
    case ConnectionColumn::Idle:
    case ConnectionColumn::In:
    case ConnectionColumn::Out:
    case ConnectionColumn::Unsent:
    case ConnectionColumn::Rtt:
    case ConnectionColumn::Retransmits:
    case ConnectionColumn::Lost:
        return true;
    case ConnectionColumn::State:
    case ConnectionColumn::Role:
    case ConnectionColumn::Local:
    case ConnectionColumn::Peer:
    case ConnectionColumn::Service:
    case ConnectionColumn::NextDeadline:
    case ConnectionColumn::EndedBy:
    case ConnectionColumn::Wire:
    case ConnectionColumn::Reason:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
