// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/competitors.h"

#include "tests/bench/driver/plan.h"

#include <QFileInfo>

#include <array>

namespace Teardown {

std::span<const Who> everybody()
{
    static constexpr std::array all{Who::RawEpoll,
                                    Who::Go,
                                    Who::Libevent,
                                    Who::QtDefault,
                                    Who::OursWithoutGate,
                                    Who::Ours};
    return all;
}

QString nameOf(Who who)
{
    switch (who) {
    case Who::RawEpoll:
        return QStringLiteral("raw epoll");
    case Who::Go:
        return QStringLiteral("Go");
    case Who::Libevent:
        return QStringLiteral("libevent");
    case Who::QtDefault:
        return QStringLiteral("Qt, default dispatcher");
    case Who::OursWithoutGate:
        return QStringLiteral("ours without the gate");
    case Who::Ours:
        return QStringLiteral("ours");
    }
    Q_UNREACHABLE();
}

QStringList echoServer(const Plan &plan, Who who)
{
    const auto peer = [&plan](const char *name) {
        const QString path = plan.programs % u'/' % QLatin1StringView(name);
        if (!QFileInfo::exists(path))
            return QStringList();
        return QStringList{path, QStringLiteral("%1"), QStringLiteral("%2")};
    };
    switch (who) {
    case Who::RawEpoll:
        return peer("peer_epoll");
    case Who::Go:
        return peer("peer_go");
    case Who::Libevent:
        return peer("peer_libevent");
    case Who::QtDefault:
        return peer("peer_qt");
    case Who::OursWithoutGate:
        return ourServer(QStringLiteral("echo"),
                         {QStringLiteral("--end-gate"), QStringLiteral("off")});
    case Who::Ours:
        return ourServer(QStringLiteral("echo"));
    }
    Q_UNREACHABLE();
}

QStringList ourServer(const QString &service, const QStringList &options)
{
    return QStringList{QStringLiteral(TEARDOWN_CLI_PATH),
                       QStringLiteral("serve"),
                       QStringLiteral("--listen"),
                       QStringLiteral("%1:%2"),
                       QStringLiteral("--service"),
                       service,
                       QStringLiteral("--idle-timeout"),
                       QStringLiteral("10m"),
                       QStringLiteral("--drain-deadline"),
                       QStringLiteral("1m"),
                       QStringLiteral("--max-connections"),
                       QStringLiteral("100000")}
    + options;
}

} // namespace Teardown
