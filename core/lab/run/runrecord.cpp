// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/runrecord.h"

#include "core/close/closereport.h"
#include "core/lab/run/expectation.h"

#include <QJsonArray>

#include <algorithm>

namespace Teardown {

namespace {

QJsonObject toJson(const KernelSight &sight, const std::optional<SocketProbe> &probe)
{
    QJsonObject object{{QStringLiteral("state"), QString::fromLatin1(sight.state)},
                       {QStringLiteral("timer"), QString::fromLatin1(sight.timer)},
                       {QStringLiteral("unread"), sight.unread},
                       {QStringLiteral("unsent"), sight.unsent}};
    if (sight.received)
        object.insert(QStringLiteral("received"), *sight.received);
    if (probe) {
        object.insert(QStringLiteral("poll"), probe->poll);
        object.insert(QStringLiteral("infoState"), QString::fromLatin1(probe->infoState));
        object.insert(QStringLiteral("received"), probe->received);
    }
    return object;
}

QJsonObject toJson(const CheckRecord &check)
{
    return {{QStringLiteral("fact"), check.fact},
            {QStringLiteral("expected"), check.expected},
            {QStringLiteral("seen"), check.seen.isUndefined() ? QJsonValue() : check.seen},
            {QStringLiteral("passed"), check.passed},
            {QStringLiteral("line"), check.line}};
}

} // namespace

QLatin1StringView token(LabVerdict verdict)
{
    switch (verdict) {
    case LabVerdict::Passed:
        return QLatin1StringView("passed");
    case LabVerdict::Failed:
        return QLatin1StringView("failed");
    case LabVerdict::Skipped:
        return QLatin1StringView("skipped");
    }
    Q_UNREACHABLE();
}

QString StepRecord::toString() const
{
    if (!result.failure.isEmpty())
        return result.failure;
    if (blocked)
        return QString(result.call % QLatin1StringView(" blocks"));
    if (result.error != 0)
        return QString(result.call % QStringLiteral(" → ") % errnoName(result.error));
    if (result.returned)
        return QString(result.call % QStringLiteral(" → ") % QString::number(*result.returned));
    return result.call;
}

std::size_t RunRecord::checkCount() const
{
    std::size_t count = 0;
    for (const StepRecord &step : steps)
        count += step.checks.size();
    return count;
}

std::size_t RunRecord::failedCheckCount() const
{
    std::size_t count = 0;
    for (const StepRecord &step : steps)
        count += static_cast<std::size_t>(
            std::count_if(step.checks.begin(), step.checks.end(), [](const CheckRecord &check) {
                return !check.passed;
            }));
    return count;
}

std::vector<CapturedPacket> packetsOf(const RunRecord &record)
{
    std::vector<CapturedPacket> packets;
    for (const StepRecord &step : record.steps) {
        for (const SegmentRecord &segment : step.segments)
            packets.push_back(segment.packet);
    }
    return packets;
}

quint64 lostSegments(const RunRecord &record)
{
    quint64 lost = 0;
    for (const StepRecord &step : record.steps)
        lost += step.lostSegments;
    return lost;
}

QStringList failures(const RunRecord &record)
{
    QStringList sentences;
    for (const StepRecord &step : record.steps) {
        for (const CheckRecord &check : step.checks) {
            if (check.passed)
                continue;
            sentences.append(
                QStringLiteral("%1:%2: %3 did %4: \"%5\" was expected to be %6, and was %7.")
                    .arg(record.file)
                    .arg(check.line)
                    .arg(step.actor,
                         step.toString(),
                         check.fact,
                         describe(check.expected),
                         describe(check.seen)));
        }
    }
    if (record.verdict == LabVerdict::Failed && !sentences.contains(record.reason))
        sentences.append(record.reason);
    return sentences;
}

QJsonObject toJson(const StepRecord &step, TimePoint start)
{
    QJsonArray checks;
    for (const CheckRecord &check : step.checks)
        checks.append(toJson(check));
    QJsonArray segments;
    for (const SegmentRecord &segment : step.segments)
        segments.append(toJson(segment, start));
    QJsonObject object{
        {QStringLiteral("act"), step.act},
        {QStringLiteral("step"), step.index},
        {QStringLiteral("actor"), step.actor},
        {QStringLiteral("side"), token(step.side)},
        {QStringLiteral("do"), step.operation},
        {QStringLiteral("line"), step.line},
        {QStringLiteral("call"), step.result.call},
        {QStringLiteral("errno"), errnoName(step.result.error)},
        {QStringLiteral("facts"), step.result.facts},
        {QStringLiteral("blocked"), step.blocked},
        {QStringLiteral("startMs"), labMilliseconds(start, step.started)},
        {QStringLiteral("endMs"), labMilliseconds(start, step.ended)},
        {QStringLiteral("settledMs"), labMilliseconds(start, step.settled)},
        {QStringLiteral("events"), QJsonArray::fromStringList(step.events)},
        {QStringLiteral("checks"), checks},
        {QStringLiteral("segments"), segments},
        {QStringLiteral("lostSegments"), static_cast<qint64>(step.lostSegments)},
    };
    if (!step.id.isEmpty())
        object.insert(QStringLiteral("id"), step.id);
    if (!step.result.failure.isEmpty())
        object.insert(QStringLiteral("failure"), step.result.failure);
    if (step.result.returned)
        object.insert(QStringLiteral("returned"), *step.result.returned);
    if (!step.ends.local.isNull()) {
        object.insert(QStringLiteral("local"), step.ends.local.toString());
        object.insert(QStringLiteral("peer"), step.ends.peer.toString());
        object.insert(QStringLiteral("own"), toJson(step.own, step.ownProbe));
        object.insert(QStringLiteral("other"), toJson(step.other, step.otherProbe));
    }
    return object;
}

QJsonObject toJson(const RunRecord &record)
{
    QJsonArray steps;
    for (const StepRecord &step : record.steps)
        steps.append(toJson(step, record.started));
    return {{QStringLiteral("id"), record.scenario},
            {QStringLiteral("group"), record.group},
            {QStringLiteral("title"), record.title},
            {QStringLiteral("verdict"), token(record.verdict)},
            {QStringLiteral("reason"), record.reason},
            {QStringLiteral("durationMs"), labMilliseconds(record.started, record.ended)},
            {QStringLiteral("notCaptured"), record.notCaptured},
            {QStringLiteral("steps"), steps}};
}

} // namespace Teardown
