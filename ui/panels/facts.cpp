// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/facts.h"

#include "core/base/units.h"
#include "core/close/tcpinfo.h"
#include "ui/models/connectioncell.h"
#include "ui/models/connectionstore.h"
#include "ui/models/quantities.h"
#include "ui/models/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Teardown {

namespace {

/// tr() of this file.
struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::Facts)
};

QString addressText(const SocketAddress &address)
{
    return address.isNull() ? unknownText() : address.toString();
}

Milliseconds between(TimePoint from, TimePoint to)
{
    return Milliseconds(std::max<qint64>(0, millisecondsBetween(from, to)));
}

void addIdentity(std::vector<Fact> &facts, const ConnectionRecord &record)
{
    const ConnectionInfo &info = record.info();
    facts.push_back({Facts::tr("Peer"), addressText(info.peer)});
    facts.push_back({Facts::tr("Local"), addressText(info.local)});
    facts.push_back(
        {Facts::tr("Connection"),
         Facts::tr("#%1, %2, service %3")
             .arg(QString::number(info.id), displayText(info.role), displayText(info.service))});
}

void addLiving(std::vector<Fact> &facts, const ConnectionSnapshot &snapshot, TimePoint now)
{
    facts.push_back({Facts::tr("State"), stateText(snapshot)});
    facts.push_back({Facts::tr("Phase"), displayText(snapshot.phase)});
    const auto &deadline = snapshot.nextDeadline;
    facts.push_back({Facts::tr("Next deadline"),
                     deadline ? Facts::tr("%1, %2 of %3 left")
                                    .arg(displayText(deadline->kind),
                                         formatDuration(between(now, deadline->at)),
                                         formatDuration(deadline->length))
                              : Facts::tr("none")});
    facts.push_back({Facts::tr("Open for"), formatDuration(between(snapshot.info.opened, now))});
    facts.push_back({Facts::tr("Idle for"), formatDuration(between(snapshot.lastActivity, now))});
    facts.push_back({Facts::tr("Received"), formatSize(snapshot.bytesIn)});
    facts.push_back({Facts::tr("Sent"), formatSize(snapshot.bytesOut)});
    facts.push_back({Facts::tr("Unsent"), formatSize(snapshot.unsent)});

    const auto &tcp = snapshot.tcp;
    facts.push_back({Facts::tr("Round trip"), tcp ? compactRoundTrip(tcp->rtt) : unknownText()});
    facts.push_back(
        {Facts::tr("Retransmits"), tcp ? QString::number(tcp->retransmits) : unknownText()});
    facts.push_back({Facts::tr("Kernel state"),
                     tcp ? QString::fromLatin1(tcpStateName(tcp->state)) : unknownText()});
}

void addVerdict(std::vector<Fact> &facts, const CloseReport &report)
{
    const Verdict &verdict = report.verdict;
    facts.push_back({Facts::tr("Ended by"), displayText(verdict.endedBy)});
    facts.push_back({Facts::tr("On the wire"), displayText(verdict.wire)});
    facts.push_back({Facts::tr("Reason"), displayText(verdict.reason)});
    facts.push_back({Facts::tr("Phase"), displayText(report.phase)});
    facts.push_back({Facts::tr("Certainty"), displayText(verdict.grade)});
    if (report.error != 0)
        facts.push_back({Facts::tr("Error"), errnoName(report.error)});
}

void addLoss(std::vector<Fact> &facts, const CloseReport &report)
{
    facts.push_back({Facts::tr("Received"), formatSize(report.bytesIn)});
    facts.push_back({Facts::tr("Sent"), formatSize(report.bytesOut)});
    facts.push_back({Facts::tr("Never arrived"), lossText(report, report.undelivered)});
    facts.push_back({Facts::tr("Never read"), lossText(report, report.unread)});
    facts.push_back(
        {Facts::tr("Message cut"), report.truncated ? Facts::tr("yes") : Facts::tr("no")});
}

} // namespace

std::vector<Fact> factsOf(const ConnectionRecord &record, TimePoint now, const RunStart &start)
{
    std::vector<Fact> facts;
    if (!record.report) {
        addLiving(facts, record.snapshot, now);
        addIdentity(facts, record);
        facts.push_back({Facts::tr("Opened"), absoluteTime(record.info().opened, start)});
        return facts;
    }
    addVerdict(facts, *record.report);
    addLoss(facts, *record.report);
    addIdentity(facts, record);
    facts.push_back({Facts::tr("Opened"), absoluteTime(record.info().opened, start)});
    facts.push_back({Facts::tr("Ended"), absoluteTime(record.endedAt, start)});
    facts.push_back({Facts::tr("Lasted"), formatDuration(record.report->duration)});
    return facts;
}

QString sentenceOf(const ConnectionRecord &record)
{
    if (record.report)
        return summaryText(*record.report);
    switch (record.snapshot.state) {
    case ConnectionState::Connecting:
        return Facts::tr("The connection is being opened; the peer has not answered yet.");
    case ConnectionState::Open:
        return Facts::tr("The connection is open; both sides may send.");
    case ConnectionState::PeerHalfClosed:
        return Facts::tr("The peer has said that it is done (FIN); we still answer.");
    case ConnectionState::Flushing:
        return Facts::tr("We are closing: what is queued goes out, then our FIN.");
    case ConnectionState::FinSent:
        if (record.snapshot.isHalfClosedByUs)
            return Facts::tr("We have said that we are done (FIN); the peer may go on sending.");
        return Facts::tr("We have said that we are done (FIN) and wait for the peer's FIN.");
    case ConnectionState::Ended:
        return Facts::tr("The connection has ended; its report is on the way.");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
