// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/remoteact.h"

#include "core/lab/actorder.h"
#include "core/lab/recordreader.h"

#include <algorithm>
#include <csignal>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// How often somebody who waits looks whether the run was cancelled.
constexpr Milliseconds cancelInterval{20};

/// How long the child may take to make its network, and to answer after a step's limit.
constexpr Milliseconds grace{10'000};

TimePoint now()
{
    return std::chrono::steady_clock::now();
}

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
    auto [ours, theirs] = JsonChannel::makePair();
    if (m_options.nursery && ours.isOpen())
        m_process = m_options.nursery->fork(theirs.value(), NurseryChild::Act).value_or(-1);
    if (m_process <= 0)
        return QStringLiteral("A child process could not be started.");
    theirs.close();
    m_channel.emplace(std::move(ours));

    ActOrder order{m_scenario, m_options};
    order.scenario.acts = {m_scenario.acts[m_index]};
    const QJsonObject message = toJson(order);
    if (!m_channel->fits(message))
        return QStringLiteral("The act is too large for a child process, which takes %1 KiB.")
            .arg(JsonChannel::largestMessage / 1024);
    const auto answer = ask(message, now() + grace);
    return answer ? answer->value(QLatin1StringView("failure")).toString()
                  : QStringLiteral("The child process of the act has gone.");
}

StepRecord RemoteAct::run(std::size_t index, TimePoint limit)
{
    StepRecord blank = beginRecord(m_scenario, m_index, index);
    const QJsonObject request{{QStringLiteral("step"), static_cast<qint64>(index)},
                              {QStringLiteral("limit"), qint64{limit.time_since_epoch().count()}}};
    if (const auto answer = ask(request, limit + grace)) {
        StepRecord record = stepRecordFrom(*answer, TimePoint{});
        record.act = blank.act;
        return record;
    }
    blank.ended = blank.settled = now();
    blank.result
        = CallResult::failed(m_cancelled ? QStringLiteral("The run was cancelled.")
                                         : QStringLiteral("The child process of the act has "
                                                          "gone."));
    return blank;
}

std::optional<QJsonObject> RemoteAct::ask(const QJsonObject &request, TimePoint until) const
{
    if (!m_channel->send(request))
        return std::nullopt;
    while (!m_cancelled && now() < until) {
        if (m_channel->waitForMessage(cancelInterval.count()))
            return m_channel->receive();
    }
    return std::nullopt;
}

} // namespace Teardown
