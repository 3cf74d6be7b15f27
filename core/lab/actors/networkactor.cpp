// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/networkactor.h"

#include "core/lab/actors/forgery.h"

#include <QFile>

#include <array>
#include <cerrno>

namespace Teardown {

namespace {

LabSide sideIn(const Step &step, const char *name)
{
    return fromToken(step.text(name), allLabSides);
}

PrivateNetwork::Route routeFrom(const QString &word)
{
    if (word == QLatin1StringView("unreachable"))
        return PrivateNetwork::Route::Unreachable;
    if (word == QLatin1StringView("prohibit"))
        return PrivateNetwork::Route::Prohibit;
    if (word == QLatin1StringView("blackhole"))
        return PrivateNetwork::Route::Blackhole;
    if (word == QLatin1StringView("none"))
        return PrivateNetwork::Route::None;
    if (word == QLatin1StringView("local"))
        return PrivateNetwork::Route::Local;
    return PrivateNetwork::Route::Open;
}

/// The ends of the socket the step is about, which the act has looked up.
SocketEnds victimOf(const Step &step)
{
    return {addressIn(step, QLatin1StringView("victim")),
            addressIn(step, QLatin1StringView("victimPeer"))};
}

CallResult outcome(QString call, int error)
{
    return {.call = std::move(call), .returned = error == 0 ? 0 : -1, .error = error};
}

/// The column of /proc/net/netstat called TcpExt.\a name, in the thread's network namespace.
qint64 tcpCounter(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/thread-self/net/netstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // Two lines for each group: the names, and below them the figures.
    const QList<QByteArray> names = file.readLine().simplified().split(' ');
    const QList<QByteArray> figures = file.readLine().simplified().split(' ');
    const qsizetype place = names.indexOf(name);
    return place < 0 ? 0 : figures.value(place).toLongLong();
}

} // namespace

CallResult NetworkActor::perform(const Step &step)
{
    const QString &operation = step.operation;
    if (operation == QLatin1StringView("cut"))
        return setPath(step, PrivateNetwork::Route::Blackhole);
    if (operation == QLatin1StringView("heal"))
        return setPath(step, PrivateNetwork::Route::Open);
    if (operation == QLatin1StringView("route"))
        return setRoute(step);
    if (operation == QLatin1StringView("link"))
        return setLink(step);
    if (operation == QLatin1StringView("address"))
        return changeAddress(step);
    if (operation == QLatin1StringView("sysctl"))
        return setSysctl(step);
    if (operation == QLatin1StringView("destroy"))
        return destroy(step);
    return forge(step);
}

CallResult NetworkActor::setPath(const Step &step, PrivateNetwork::Route route)
{
    for (const LabSide end : {LabSide::Client, LabSide::Server}) {
        if (const int error = m_network.setRoute(LabSide::Middle, end, route); error != 0)
            return outcome(step.operation, error);
    }
    return outcome(step.operation, 0);
}

CallResult NetworkActor::setRoute(const Step &step)
{
    const QString kind = step.text("kind");
    return outcome(QStringLiteral("route at %1 to %2: %3")
                       .arg(step.text("on"), step.text("toward"), kind),
                   m_network.setRoute(sideIn(step, "on"), sideIn(step, "toward"), routeFrom(kind)));
}

CallResult NetworkActor::setLink(const Step &step)
{
    const QString state = step.text("state");
    return outcome(QStringLiteral("link of %1 %2").arg(step.text("on"), state),
                   m_network.setLink(sideIn(step, "on"), state == QLatin1StringView("up")));
}

CallResult NetworkActor::changeAddress(const Step &step)
{
    const LabSide on = sideIn(step, "on");
    const int error = m_network.changeAddress(on);
    return outcome(QStringLiteral("address of %1 → %2")
                       .arg(step.text("on"), m_network.home(on).toString()),
                   error);
}

CallResult NetworkActor::setSysctl(const Step &step)
{
    const QString name = step.text("name");
    const QString value = step.text("value");
    return outcome(QStringLiteral("sysctl %1=%2").arg(name, value),
                   m_network.setSysctl(sideIn(step, "on"), qPrintable(name), value.toLatin1()));
}

CallResult NetworkActor::destroy(const Step &step)
{
    const NamespaceVisit there = m_network.visit(sideIn(step, "victimSide"));
    return outcome(QStringLiteral("SOCK_DESTROY"), SockDiag().destroy(victimOf(step)));
}

CallResult NetworkActor::forge(const Step &step)
{
    const QString flag = step.text("flag");
    const qint64 beyond = step.arguments.value(QLatin1StringView("beyond")).toInteger();
    const QString call
        = QStringLiteral("forged %1, seq = expected + %2").arg(flag.toUpper()).arg(beyond);
    const int victim = step.arguments.value(QLatin1StringView("victimDescriptor")).toInt(-1);
    const auto expected = expectedSequence(victim);
    if (!expected)
        return outcome(call, errno);
    const NamespaceVisit router = m_network.visit(LabSide::Middle);
    return outcome(call,
                   sendForged(victimOf(step),
                              *expected + static_cast<quint32>(beyond),
                              flag == QLatin1StringView("rst") ? ForgedSegment::Rst
                                                               : ForgedSegment::Syn));
}

QJsonObject NetworkActor::facts(const QString &) const
{
    qint64 challenges = 0;
    for (const LabSide end : {LabSide::Client, LabSide::Server}) {
        const NamespaceVisit there = m_network.visit(end);
        challenges += tcpCounter(QByteArrayLiteral("TCPChallengeACK"));
    }
    return {{QStringLiteral("challengeAcks"), challenges}};
}

} // namespace Teardown
