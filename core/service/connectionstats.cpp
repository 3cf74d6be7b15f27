// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/connectionstats.h"

#include "core/close/tcpinfo.h"
#include "core/net/connection.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Teardown {

namespace {

QJsonObject tcpObject(const TcpInfo &info)
{
    return {
        {QStringLiteral("state"), QString::fromLatin1(tcpStateName(info.state))},
        {QStringLiteral("rttUs"), qint64{info.rtt.count()}},
        {QStringLiteral("rttVariationUs"), qint64{info.rttVariation.count()}},
        {QStringLiteral("retransmits"), qint64{info.retransmits}},
        {QStringLiteral("unackedSegments"), qint64{info.unacked}},
        {QStringLiteral("lostSegments"), qint64{info.lost}},
        {QStringLiteral("congestionWindow"), qint64{info.congestionWindow}},
        {QStringLiteral("mss"), qint64{info.mss}},
        {QStringLiteral("bytesAcked"), static_cast<qint64>(info.bytesAcked)},
        {QStringLiteral("bytesReceived"), static_cast<qint64>(info.bytesReceived)},
    };
}

} // namespace

QByteArray connectionStats(const Connection &connection)
{
    const ConnectionSnapshot now = connection.snapshot();
    QJsonObject stats{
        {QStringLiteral("id"), static_cast<qint64>(now.info.id)},
        {QStringLiteral("state"), QString(token(now.state))},
        {QStringLiteral("local"), now.info.local.toString()},
        {QStringLiteral("peer"), now.info.peer.toString()},
        {QStringLiteral("ageMs"), millisecondsBetween(now.info.opened, connection.now())},
        {QStringLiteral("bytesIn"), now.bytesIn},
        {QStringLiteral("bytesOut"), now.bytesOut},
        {QStringLiteral("unsent"), now.unsent},
    };
    if (const auto info = connection.tcpInfo())
        stats.insert(QStringLiteral("tcp"), tcpObject(*info));
    return QJsonDocument(stats).toJson(QJsonDocument::Compact);
}

} // namespace Teardown
