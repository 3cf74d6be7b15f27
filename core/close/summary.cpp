// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/summary.h"

#include "core/base/units.h"

#include <QCoreApplication>

#include <algorithm>

namespace Teardown {

namespace {

bool hasEvidence(const CloseReport &report, What what)
{
    return std::any_of(report.evidence.begin(),
                       report.evidence.end(),
                       [what](const Evidence &evidence) { return evidence.what == what; });
}

const char *peerResetClause(const CloseReport &report)
{
    if (report.phase == Phase::Active) {
        if (report.undelivered > 0 || hasEvidence(report, What::AnswerCut))
            return QT_TRANSLATE_NOOP("Teardown::Summary",
                                     "The peer reset the connection in the middle of an answer");
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The peer reset the connection in the middle of a request");
    }
    if (report.phase == Phase::Lingering)
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The peer answered our FIN with a reset %1 after opening");
    return QT_TRANSLATE_NOOP("Teardown::Summary", "The peer reset the connection %1 after opening");
}

const char *stoppedConnecting()
{
    return QT_TRANSLATE_NOOP("Teardown::Summary", "We stopped connecting on request after %1");
}

const char *drainStoppedConnecting()
{
    return QT_TRANSLATE_NOOP("Teardown::Summary", "The drain stopped connecting after %1");
}

/// Who ended it, how and why. %1 is the time since it was opened, or since a client began to
/// connect; for connect-failed the errno.
const char *endingClause(const CloseReport &report)
{
    switch (report.verdict.reason) {
    case Reason::PeerClosed:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The peer closed in good order %1 after opening");
    case Reason::PeerClosedThenReset:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The peer closed and then reset the connection %1 after opening");
    case Reason::PeerReset:
        return peerResetClause(report);
    case Reason::LocalClose:
        if (!report.wasOpened())
            return stoppedConnecting();
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "We closed in good order on request %1 after opening");
    case Reason::LocalReset:
        if (!report.wasOpened())
            return stoppedConnecting();
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "We reset the connection on request %1 after opening");
    case Reason::ReadDeadline:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because a request was not "
            "complete within the read deadline");
    case Reason::WriteDeadline:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because the peer took none of "
            "our bytes within the write deadline");
    case Reason::IdleTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because nothing was received or "
            "sent within the idle timeout");
    case Reason::HeartbeatTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because the peer gave no sign of "
            "life within the heartbeat timeout");
    case Reason::LingerTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because the peer did not answer "
            "our FIN within the linger limits");
    case Reason::KernelTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The kernel gave the connection up %1 after opening because the peer no "
            "longer answered");
    case Reason::Unreachable:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The kernel gave the connection up %1 after opening because the network "
            "could not reach the peer");
    case Reason::SocketDestroyed:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "An administrator of this machine reset the connection %1 after opening");
    case Reason::ProtocolError:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We closed in good order %1 after opening because the peer broke the "
            "protocol");
    case Reason::LimitRejected:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We reset the connection %1 after opening because a limit was reached");
    case Reason::Drained:
        if (!report.wasOpened())
            return drainStoppedConnecting();
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The drain closed the connection in good order %1 after opening");
    case Reason::DrainForced:
        if (!report.wasOpened())
            return drainStoppedConnecting();
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The drain reset the connection %1 after opening because it was not "
            "finished in time");
    case Reason::ConnectRefused:
        return QT_TRANSLATE_NOOP("Teardown::Summary", "The connection was refused after %1");
    case Reason::ConnectTimeout:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The connection was not opened because nobody answered for %1");
    case Reason::ConnectFailed:
        return report.error == 0
            ? QT_TRANSLATE_NOOP("Teardown::Summary", "The connection could not be opened")
            : QT_TRANSLATE_NOOP("Teardown::Summary", "The connection could not be opened: %1");
    case Reason::NameNotFound:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The connection was not opened because the host name was not found");
    case Reason::Unknown:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The connection ended %1 after opening and nobody saw how");
    }
    Q_UNREACHABLE();
}

/// What was lost. %1 is undelivered, %2 sent, %3 unread.
const char *lossClause(const CloseReport &report)
{
    const bool anythingSent = report.bytesOut > 0;
    if (report.undelivered > 0) {
        return report.unread > 0
            ? QT_TRANSLATE_NOOP("Teardown::Summary",
                                "%1 of %2 sent never arrived and %3 received was never read")
            : QT_TRANSLATE_NOOP("Teardown::Summary", "%1 of %2 sent never arrived");
    }
    if (report.truncated) {
        if (report.unread > 0)
            return QT_TRANSLATE_NOOP("Teardown::Summary",
                                     "a message was cut and %3 received was never read");
        return anythingSent
            ? QT_TRANSLATE_NOOP("Teardown::Summary",
                                "everything sent was acknowledged, but a message was cut")
            : QT_TRANSLATE_NOOP("Teardown::Summary", "nothing was sent and a message was cut");
    }
    if (report.unread > 0) {
        return anythingSent
            ? QT_TRANSLATE_NOOP("Teardown::Summary",
                                "everything sent was acknowledged, but %3 received was never read")
            : QT_TRANSLATE_NOOP("Teardown::Summary",
                                "nothing was sent and %3 received was never read");
    }
    if (!anythingSent)
        return QT_TRANSLATE_NOOP("Teardown::Summary", "nothing was sent");
    // Without a witness of the end nobody has asked the kernel either.
    return report.verdict.grade == Grade::Unknown || report.verdict.wire == Wire::Unknown
        ? QT_TRANSLATE_NOOP("Teardown::Summary", "what was lost is not known")
        : QT_TRANSLATE_NOOP("Teardown::Summary", "everything sent was acknowledged");
}

/// Not QString::arg(): a clause need not use every figure, and arg() would warn.
QString withFigures(QString clause, std::initializer_list<QString> figures)
{
    int number = 0;
    for (const QString &figure : figures)
        clause.replace(u'%' + QString::number(++number), figure);
    return clause;
}

const char *explanationLine(Reason reason)
{
    switch (reason) {
    case Reason::PeerClosed:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The other side said it was done (FIN) and got everything it was owed: the "
            "normal end.");
    case Reason::PeerClosedThenReset:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The other side said it was done (FIN), then refused what we still sent "
            "(RST).");
    case Reason::PeerReset:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The other side dropped the connection at once (RST): on purpose, by a "
            "crash, or by closing with unread data.");
    case Reason::LocalClose:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "Somebody asked us to close: we sent everything, said FIN, and the other "
            "side agreed.");
    case Reason::LocalReset:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "Somebody asked us to drop the connection at once: we sent RST and threw "
            "away what was left.");
    case Reason::ReadDeadline:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "A request was begun but not completed in time, so we dropped the "
                                 "connection.");
    case Reason::WriteDeadline:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The other side stopped taking what we sent, so we dropped the connection.");
    case Reason::IdleTimeout:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "Nothing was said on either side for too long, so we dropped the "
                                 "connection.");
    case Reason::HeartbeatTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We asked for a sign of life (PING) and got none, so we dropped the "
            "connection.");
    case Reason::LingerTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We said we were done (FIN), but the other side never did, so we dropped "
            "the connection.");
    case Reason::KernelTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The operating system sent again and again without an answer and gave up "
            "(ETIMEDOUT).");
    case Reason::Unreachable:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The network reported that there is no way to the other side any more.");
    case Reason::SocketDestroyed:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "Somebody with the right to do so took the socket away from the program; the kernel "
            "dropped the connection (RST).");
    case Reason::ProtocolError:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The other side sent something the protocol does not allow, so we closed "
            "in good order.");
    case Reason::LimitRejected:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "A limit, such as the number of connections, was reached, so we turned the "
            "connection away.");
    case Reason::Drained:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We were shutting down: the connection was served to the end and closed in "
            "good order.");
    case Reason::DrainForced:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "We were shutting down and the connection was not done in time, so we "
            "dropped it.");
    case Reason::ConnectRefused:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The other machine is there, but nobody listens on that port.");
    case Reason::ConnectTimeout:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "Nobody answered when we tried to connect: the other machine is down, or a "
            "firewall is silent.");
    case Reason::ConnectFailed:
        return QT_TRANSLATE_NOOP(
            "Teardown::Summary",
            "The connection could not be opened, for example because there is no route "
            "to the other machine.");
    case Reason::NameNotFound:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "The name of the other machine has no address.");
    case Reason::Unknown:
        return QT_TRANSLATE_NOOP("Teardown::Summary",
                                 "There is no evidence of how it ended, and we do not guess.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString englishWording(const char *source)
{
    return QString::fromLatin1(source);
}

QString summary(const CloseReport &report, Wording wording)
{
    const Reason reason = report.verdict.reason;
    const QString figure = reason == Reason::ConnectFailed ? errnoName(report.error)
                                                           : formatDuration(report.duration);
    const QString ending = withFigures(wording(endingClause(report)), {figure});
    if (!report.wasOpened())
        return withFigures(wording(QT_TRANSLATE_NOOP("Teardown::Summary", "%1.")), {ending});

    const QString loss = withFigures(wording(lossClause(report)),
                                     {formatSize(report.undelivered),
                                      formatSize(report.bytesOut),
                                      formatSize(report.unread)});
    return withFigures(wording(QT_TRANSLATE_NOOP("Teardown::Summary", "%1; %2.")), {ending, loss});
}

QString explanation(Reason reason, Wording wording)
{
    return wording(explanationLine(reason));
}

} // namespace Teardown
