// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/remoteact.h"

#include "core/lab/run/actorder.h"
#include "core/lab/run/recordreader.h"
#include "core/lab/run/segmentchannel.h"

#include <algorithm>
#include <csignal>
#include <iterator>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// How often somebody who waits looks whether the run was cancelled.
constexpr Milliseconds cancelInterval{20};

/// How long the child may take to make its network, and to answer after a step's limit.
constexpr Milliseconds grace{10'000};

} // namespace

RemoteAct::RemoteAct(const Scenario &scenario,
                     std::size_t index,
                     const LabOptions &options,
                     const std::atomic<bool> &cancelled)
    : m_scenario(scenario)
    , m_index(index)
    , m_options(options)
    , m_cancelled(cancelled)
{
}

RemoteAct::~RemoteAct()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    m_options.nursery->reap(m_process);
}

QString RemoteAct::begin()
{
    JsonChannel::Pair ends = JsonChannel::makePair();
    if (m_options.nursery && ends.ours.isOpen())
        m_process = m_options.nursery->fork(ends.theirs.value(), NurseryChild::Act).value_or(-1);
    if (m_process <= 0)
        return QStringLiteral("A child process could not be started.");
    ends.theirs.close();
    m_channel.emplace(std::move(ends.ours));

    ActOrder order{m_scenario, m_options};
    order.scenario.acts = {m_scenario.acts[m_index]};
    const QJsonObject message = toJson(order);
    if (!m_channel->fits(message))
        return QStringLiteral("The act is too large for a child process, which takes %1 KiB.")
            .arg(JsonChannel::largestMessage / 1024);
    const auto answer = ask(message, steadyNow() + grace);
    if (!answer)
        return QStringLiteral("The child process of the act has gone.");
    m_notCaptured = answer->value(QLatin1StringView("notCaptured")).toString();
    return answer->value(QLatin1StringView("failure")).toString();
}

StepRecord RemoteAct::run(std::size_t index, TimePoint limit)
{
    StepRecord blank = beginRecord(m_scenario, m_index, index);
    const QJsonObject request{{QStringLiteral("step"), static_cast<qint64>(index)},
                              {QStringLiteral("limit"), qint64{limit.time_since_epoch().count()}}};
    std::vector<SegmentRecord> segments;
    auto answer = ask(request, limit + grace);
    for (; answer; answer = receive(limit + grace)) {
        auto part = segmentsIn(*answer);
        if (!part)
            break;
        std::move(part->begin(), part->end(), std::back_inserter(segments));
    }
    if (answer) {
        StepRecord record = stepRecordFrom(*answer, TimePoint{});
        record.act = blank.act;
        record.segments = std::move(segments);
        return record;
    }
    blank.ended = blank.settled = steadyNow();
    blank.result
        = CallResult::failed(m_cancelled ? QStringLiteral("The run was cancelled.")
                                         : QStringLiteral("The child process of the act has "
                                                          "gone."));
    return blank;
}

std::optional<QJsonObject> RemoteAct::ask(const QJsonObject &request, TimePoint until) const
{
    return m_channel->send(request) ? receive(until) : std::nullopt;
}

std::optional<QJsonObject> RemoteAct::receive(TimePoint until) const
{
    while (!m_cancelled && steadyNow() < until) {
        if (m_channel->waitForMessage(cancelInterval.count()))
            return m_channel->receive();
    }
    return std::nullopt;
}

} // namespace Teardown
