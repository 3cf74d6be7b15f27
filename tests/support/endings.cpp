// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endings.h"

#include "tests/support/endingscripts.h"

#include <algorithm>

namespace Teardown {

namespace {

/// So small that a peer that does not read closes its window after a few kilobytes.
constexpr int tinyBuffer = 4096;

using Server = BatteryServer;

constexpr std::array serverEndings{
    Ending{"closes", Server::Plain, 10, 0, EndingScripts::closes},
    Ending{"downloads", Server::Plain, 10, 0, EndingScripts::downloads},
    Ending{"uploads", Server::Plain, 10, 0, EndingScripts::uploads},
    Ending{"half closes while owed bytes",
           Server::Plain,
           10,
           0,
           EndingScripts::halfClosesWhileOwedBytes},
    Ending{"half closes while owed answers",
           Server::Plain,
           10,
           0,
           EndingScripts::halfClosesWhileOwedAnswers},
    Ending{"asks for FIN", Server::Plain, 8, 0, EndingScripts::asksForFin},
    Ending{"quits chattily", Server::Plain, 10, 0, EndingScripts::quitsChattily},
    Ending{"asks for half close", Server::Plain, 8, 0, EndingScripts::asksForHalfClose},
    Ending{"sends too long a line", Server::Plain, 8, 0, EndingScripts::sendsTooLongALine},
    Ending{"cuts its upload", Server::Plain, 8, 0, EndingScripts::cutsItsUpload},
    Ending{"cuts its line", Server::Plain, 5, 0, EndingScripts::cutsItsLine},
    Ending{"resets", Server::Plain, 10, 0, EndingScripts::resets},
    Ending{"resets in a download", Server::Plain, 10, tinyBuffer, EndingScripts::resetsInDownload},
    Ending{"resets in an upload", Server::Plain, 8, 0, EndingScripts::resetsInUpload},
    Ending{"closes, then resets", Server::Plain, 10, 0, EndingScripts::closesThenResets},
    Ending{"closes, then resets in a download",
           Server::Plain,
           8,
           tinyBuffer,
           EndingScripts::closesThenResetsInDownload},
    Ending{"closes with unread bytes", Server::Plain, 10, 0, EndingScripts::closesWithUnread},
    Ending{"closes before the greeting",
           Server::Plain,
           5,
           0,
           EndingScripts::closesBeforeTheGreeting},
    Ending{"asks for RST", Server::Plain, 8, 0, EndingScripts::asksForReset},
    Ending{"sends half a line", Server::Deadlines, 5, 0, EndingScripts::sendsHalfALine},
    Ending{"trickles its upload", Server::Deadlines, 5, 0, EndingScripts::tricklesItsUpload},
    Ending{"never reads", Server::Deadlines, 5, tinyBuffer, EndingScripts::neverReads},
    Ending{"never closes", Server::Deadlines, 5, 0, EndingScripts::neverCloses},
    Ending{"chatters for ever", Server::Deadlines, 4, 0, EndingScripts::chattersForEver},
    Ending{"outstays the user timeout",
           Server::UserTimeout,
           4,
           tinyBuffer,
           EndingScripts::outstaysTheUserTimeout},
    Ending{"has it echoed", Server::Echo, 8, 0, EndingScripts::hasItEchoed},
    Ending{"idles", Server::Idle, 5, 0, EndingScripts::idles},
    Ending{"misses heartbeats", Server::Heartbeat, 5, 0, EndingScripts::missesHeartbeats},
    Ending{"answers heartbeats", Server::Heartbeat, 4, 0, EndingScripts::answersHeartbeats},
    Ending{"talks instead of answering heartbeats",
           Server::Heartbeat,
           3,
           0,
           EndingScripts::talksInsteadOfAnsweringHeartbeats},
};

QString difference(const QJsonObject &record, QLatin1StringView field, qint64 expected)
{
    const qint64 seen = record[field].toInteger(-1);
    if (seen == expected)
        return {};
    return QStringLiteral(" %1 is %2, not %3;").arg(field).arg(seen).arg(expected);
}

} // namespace

std::span<const Ending> allEndings()
{
    return serverEndings;
}

QStringList optionsOf(BatteryServer server)
{
    QStringList options;
    const auto set = [&](const char *option, const char *value) {
        options << QLatin1StringView(option) << QLatin1StringView(value);
    };
    switch (server) {
    case BatteryServer::Plain:
        // A PING on its way when the peer closes draws an RST: right, but not what its script
        // tells.
        set("--heartbeat", "off");
        break;
    case BatteryServer::Deadlines:
        set("--heartbeat", "off");
        set("--read-deadline", "700ms");
        set("--write-deadline", "900ms");
        set("--linger-idle", "600ms");
        set("--linger-total", "1200ms");
        break;
    case BatteryServer::Heartbeat:
        set("--heartbeat", "500ms");
        set("--heartbeat-timeout", "2s");
        break;
    case BatteryServer::Idle:
        set("--heartbeat", "off");
        set("--idle-timeout", "700ms");
        break;
    case BatteryServer::UserTimeout:
        set("--heartbeat", "off");
        set("--write-deadline", "off");
        set("--user-timeout", "1s");
        break;
    case BatteryServer::Echo:
        set("--service", "echo");
        break;
    }
    return options;
}

QString judge(const Truth &truth, const QJsonObject &record)
{
    if (truth.verdicts.empty())
        return truth.problem;
    QString wrong;
    const QString verdict = record[QLatin1String("reason")].toString() + QLatin1Char(' ')
        + record[QLatin1String("endedBy")].toString() + QLatin1Char(' ')
        + record[QLatin1String("wire")].toString();
    if (std::find(truth.verdicts.begin(), truth.verdicts.end(), verdict) == truth.verdicts.end())
        wrong += QStringLiteral(" verdict '%1', not '%2';")
                     .arg(verdict, QString(truth.verdicts.front()));
    if (record[QLatin1String("grade")] == QLatin1String("unknown"))
        wrong += QStringLiteral(" grade unknown;");
    if (truth.bytesIn)
        wrong += difference(record, QLatin1StringView("bytesIn"), *truth.bytesIn);
    if (truth.undelivered)
        wrong += difference(record, QLatin1StringView("undelivered"), *truth.undelivered);
    if (truth.unread)
        wrong += difference(record, QLatin1StringView("unread"), *truth.unread);
    const qint64 bytesOut = record[QLatin1String("bytesOut")].toInteger(-1);
    const qint64 undelivered = record[QLatin1String("undelivered")].toInteger(-1);
    if (undelivered < 0 || undelivered > bytesOut)
        wrong += QStringLiteral(" undelivered is %1 of %2;").arg(undelivered).arg(bytesOut);
    if (truth.delivered && bytesOut - undelivered != *truth.delivered)
        wrong += QStringLiteral(" delivered are %1, not %2;")
                     .arg(bytesOut - undelivered)
                     .arg(*truth.delivered);
    if (truth.truncated && record[QLatin1String("truncated")].toBool() != *truth.truncated)
        wrong += QStringLiteral(" truncated is not %1;")
                     .arg(*truth.truncated ? QStringLiteral("true") : QStringLiteral("false"));
    if (!truth.problem.isEmpty())
        wrong += QStringLiteral(" the peer saw %1;").arg(truth.problem);
    return wrong;
}

} // namespace Teardown
