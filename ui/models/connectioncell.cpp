// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectioncell.h"

#include "core/base/units.h"
#include "ui/models/quantities.h"
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace Teardown {

namespace {

using Column = ConnectionColumn;

qint64 nanoseconds(TimePoint::duration duration)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count();
}

Milliseconds milliseconds(TimePoint::duration duration)
{
    return std::chrono::duration_cast<Milliseconds>(duration);
}

TimePoint::duration age(const ConnectionRecord &record, TimePoint now)
{
    return (record.hasEnded() ? record.endedAt : now) - record.info().opened;
}

const NextDeadline *nextDeadline(const ConnectionRecord &record)
{
    const auto &deadline = record.snapshot.nextDeadline;
    return deadline ? &*deadline : nullptr;
}

/// Where nobody saw the end, a loss of nothing is not a fact.
std::optional<qint64> knownLoss(const CloseReport &report, qint64 bytes)
{
    if (bytes == 0 && report.verdict.grade == Grade::Unknown)
        return std::nullopt;
    return bytes;
}

std::optional<qint64> lost(const CloseReport &report)
{
    return knownLoss(report, report.undelivered + report.unread);
}

QString addressText(const SocketAddress &address)
{
    return address.isNull() ? unknownText() : address.toString();
}

QString sizeText(const std::optional<qint64> &bytes)
{
    return bytes ? formatSize(*bytes) : unknownText();
}

QString deadlineText(const NextDeadline &deadline, TimePoint now)
{
    return QCoreApplication::translate("Teardown::ConnectionCell", "%1 %2", "deadline, time left")
        .arg(displayText(deadline.kind), compactDuration(milliseconds(deadline.at - now)));
}

/// The columns that only an ended connection fills.
QString endingText(const CloseReport &report, Column column)
{
    switch (column) {
    case Column::EndedBy:
        return displayText(report.verdict.endedBy);
    case Column::Wire:
        return displayText(report.verdict.wire);
    case Column::Reason:
        return displayText(report.verdict.reason);
    case Column::Lost:
        return sizeText(lost(report));
    default:
        return {};
    }
}

/// The columns that only a live connection fills.
QString livingText(const ConnectionRecord &record, Column column, TimePoint now)
{
    switch (column) {
    case Column::Idle:
        return compactDuration(milliseconds(now - record.snapshot.lastActivity));
    case Column::Unsent:
        return formatSize(record.snapshot.unsent);
    case Column::NextDeadline:
        if (const NextDeadline *deadline = nextDeadline(record))
            return deadlineText(*deadline, now);
        return {};
    default:
        return {};
    }
}

} // namespace

std::optional<qint64> cellNumber(const ConnectionRecord &record, Column column, TimePoint now)
{
    const ConnectionSnapshot &snapshot = record.snapshot;
    const CloseReport *report = record.report.get();
    switch (column) {
    case Column::Id:
        return static_cast<qint64>(record.info().id);
    case Column::State:
        return static_cast<qint64>(snapshot.state);
    case Column::Role:
        return static_cast<qint64>(record.info().role);
    case Column::Service:
        return static_cast<qint64>(record.info().service);
    case Column::Age:
        return nanoseconds(age(record, now));
    case Column::Idle:
        return report ? std::nullopt : std::optional(nanoseconds(now - snapshot.lastActivity));
    case Column::In:
        return snapshot.bytesIn;
    case Column::Out:
        return snapshot.bytesOut;
    case Column::Unsent:
        return report ? std::nullopt : std::optional(snapshot.unsent);
    case Column::Rtt:
        return snapshot.tcp ? std::optional<qint64>(snapshot.tcp->rtt.count()) : std::nullopt;
    case Column::Retransmits:
        return snapshot.tcp ? std::optional<qint64>(snapshot.tcp->retransmits) : std::nullopt;
    case Column::NextDeadline:
        if (const NextDeadline *deadline = nextDeadline(record))
            return nanoseconds(deadline->at.time_since_epoch());
        return std::nullopt;
    case Column::EndedBy:
        return report ? std::optional(static_cast<qint64>(report->verdict.endedBy)) : std::nullopt;
    case Column::Wire:
        return report ? std::optional(static_cast<qint64>(report->verdict.wire)) : std::nullopt;
    case Column::Reason:
        return report ? std::optional(static_cast<qint64>(report->verdict.reason)) : std::nullopt;
    case Column::Lost:
        return report ? lost(*report) : std::nullopt;
    case Column::Local:
    case Column::Peer:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString cellText(const ConnectionRecord &record, Column column, TimePoint now)
{
    const auto &tcp = record.snapshot.tcp;
    switch (column) {
    case Column::Id:
        return QString::number(record.info().id);
    case Column::State:
        return stateText(record.snapshot);
    case Column::Role:
        return displayText(record.info().role);
    case Column::Local:
        return addressText(record.info().local);
    case Column::Peer:
        return addressText(record.info().peer);
    case Column::Service:
        return displayText(record.info().service);
    case Column::Age:
        return compactDuration(milliseconds(age(record, now)));
    case Column::In:
        return formatSize(record.snapshot.bytesIn);
    case Column::Out:
        return formatSize(record.snapshot.bytesOut);
    case Column::Rtt:
        return tcp ? compactRoundTrip(tcp->rtt) : unknownText();
    case Column::Retransmits:
        return tcp ? QString::number(tcp->retransmits) : unknownText();
    case Column::Idle:
    case Column::Unsent:
    case Column::NextDeadline:
        return record.hasEnded() ? QString() : livingText(record, column, now);
    case Column::EndedBy:
    case Column::Wire:
    case Column::Reason:
    case Column::Lost:
        return record.hasEnded() ? endingText(*record.report, column) : QString();
    }
    Q_UNREACHABLE();
}

QString accessibleCellText(const ConnectionRecord &record, Column column, TimePoint now)
{
    const NextDeadline *deadline = nextDeadline(record);
    const QString left = deadline ? spokenDuration(milliseconds(deadline->at - now)) : QString();
    if (column == Column::Id)
        return QCoreApplication::translate("Teardown::ConnectionCell", "Connection %1")
            .arg(cellText(record, column, now));
    if (column == Column::State && deadline)
        return QCoreApplication::translate("Teardown::ConnectionCell", "%1: %2, %3 left")
            .arg(displayText(column), stateText(record.snapshot), left);
    if (column == Column::NextDeadline && deadline)
        return QCoreApplication::translate("Teardown::ConnectionCell", "%1: %2, %3 left")
            .arg(displayText(column), displayText(deadline->kind), left);

    QString value = cellText(record, column, now);
    if (value.isEmpty())
        value = QCoreApplication::translate("Teardown::ConnectionCell", "none");
    else if (value == unknownText())
        value = QCoreApplication::translate("Teardown::ConnectionCell", "unknown");
    return QCoreApplication::translate("Teardown::ConnectionCell", "%1: %2", "heading, value")
        .arg(displayText(column), value);
}

static QString timesToolTip(const ConnectionRecord &record, const RunStart &start)
{
    const QString opened = absoluteTime(record.info().opened, start);
    if (!record.hasEnded())
        return QCoreApplication::translate("Teardown::ConnectionCell", "Opened %1").arg(opened);
    return QCoreApplication::translate("Teardown::ConnectionCell", "Opened %1\nEnded %2")
        .arg(opened, absoluteTime(record.endedAt, start));
}

static QString bytesToolTip(const ConnectionRecord &record, Column column)
{
    const std::optional<qint64> bytes = cellNumber(record, column, {});
    if (!bytes)
        return {};
    return QCoreApplication::translate("Teardown::ConnectionCell", "Exactly %1 B")
        .arg(QLocale().toString(*bytes));
}

QString cellToolTip(const ConnectionRecord &record, Column column, const RunStart &start)
{
    const NextDeadline *deadline = nextDeadline(record);
    switch (column) {
    case Column::State:
    case Column::EndedBy:
    case Column::Wire:
    case Column::Reason:
        return record.hasEnded() ? summaryText(*record.report) : QString();
    case Column::Lost:
    case Column::In:
    case Column::Out:
    case Column::Unsent:
        return bytesToolTip(record, column);
    case Column::Age:
        return timesToolTip(record, start);
    case Column::Idle:
        if (record.hasEnded())
            return {};
        return QCoreApplication::translate("Teardown::ConnectionCell", "Last byte at %1")
            .arg(absoluteTime(record.snapshot.lastActivity, start));
    case Column::NextDeadline:
        if (!deadline)
            return {};
        return QCoreApplication::translate("Teardown::ConnectionCell", "Passes at %1")
            .arg(absoluteTime(deadline->at, start));
    case Column::Local:
        return record.info().local.toString();
    case Column::Peer:
        if (!record.info().peer.isNull())
            return record.info().peer.toString();
        return QCoreApplication::translate("Teardown::ConnectionCell",
                                           "The kernel no longer knows the peer's address.");
    case Column::Id:
    case Column::Role:
    case Column::Service:
    case Column::Rtt:
    case Column::Retransmits:
        return {};
    }
    Q_UNREACHABLE();
}

QString lossText(const CloseReport &report, qint64 bytes)
{
    return sizeText(knownLoss(report, bytes));
}

static QString seconds(qint64 nanoseconds, int decimals = 3)
{
    return QString::number(static_cast<double>(nanoseconds) / 1e9, 'f', decimals);
}

QString cellForExport(const ConnectionRecord &record, Column column, TimePoint now)
{
    const CloseReport *report = record.report.get();
    switch (column) {
    case Column::State:
        return token(record.snapshot.state);
    case Column::Role:
        return token(record.info().role);
    case Column::Local:
        return record.info().local.toString();
    case Column::Peer:
        return record.info().peer.toString();
    case Column::Service:
        return token(record.info().service);
    case Column::EndedBy:
        return report ? QString(token(report->verdict.endedBy)) : QString();
    case Column::Wire:
        return report ? QString(token(report->verdict.wire)) : QString();
    case Column::Reason:
        return report ? QString(token(report->verdict.reason)) : QString();
    default:
        break;
    }

    const std::optional<qint64> number = cellNumber(record, column, now);
    if (!number)
        return {};
    if (column == Column::Age || column == Column::Idle)
        return seconds(*number);
    if (column == Column::Rtt)
        return seconds(*number * 1'000, 6);
    if (const NextDeadline *deadline = nextDeadline(record); column == Column::NextDeadline)
        return token(deadline->kind) + u' ' + seconds(nanoseconds(deadline->at - now));
    return QString::number(*number);
}

Category categoryOf(const ConnectionRecord &record)
{
    if (record.hasEnded())
        return categoryOf(record.report->verdict.reason);
    if (record.snapshot.isHalfClosedByUs)
        return Category::HalfClosed;
    return showsDraining(record.snapshot) ? Category::Lingering : categoryOf(record.snapshot.state);
}

std::optional<double> deadlineFraction(const ConnectionRecord &record, TimePoint now)
{
    const NextDeadline *deadline = nextDeadline(record);
    if (!deadline || deadline->length <= Milliseconds::zero())
        return std::nullopt;
    const std::chrono::duration<double> left = deadline->at - now;
    const std::chrono::duration<double> whole = deadline->length;
    return std::clamp(left / whole, 0.0, 1.0);
}

} // namespace Teardown
