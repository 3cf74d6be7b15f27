// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labstates.h"

#include "ui/models/labtexts.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace Teardown {

namespace {

bool isListener(const StepRecord &step)
{
    return !step.ends.local.isNull() && step.ends.peer.isNull();
}

/// What somebody in the middle does is seen from the two others.
bool isConnection(const StepRecord &step)
{
    return step.side != LabSide::Middle && !step.ends.local.isNull() && !step.ends.peer.isNull();
}

/// The end nearer to the client first. Only for steps of client and server.
SocketEnds clientFirst(const StepRecord &step)
{
    return step.side == LabSide::Client ? step.ends : step.ends.reversed();
}

/// True when somebody saw in this step that the connection was reset, aborted or timed out: a
/// pending error makes poll(2) report ERR.
bool sawReset(const StepRecord &step)
{
    constexpr std::array errors{ECONNRESET, ECONNREFUSED, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH};
    const auto hasError = [](const std::optional<SocketProbe> &probe) {
        return probe && probe->poll.split(u' ').contains(QLatin1StringView("ERR"));
    };
    return std::find(errors.begin(), errors.end(), step.result.error) != errors.end()
        || hasError(step.ownProbe) || hasError(step.otherProbe);
}

StateSight sightOf(const KernelSight &kernel, const StepRecord &step)
{
    const TcpState state = tcpStateFromName(kernel.state).value_or(TcpState::Closed);
    return {.state = state,
            .time = step.settled,
            .isReset = state == TcpState::Closed && sawReset(step)};
}

/// The last step up to \a step, in its act, that was about a connection.
const StepRecord *lastOfConnection(const RunRecord &record, std::size_t step)
{
    for (std::size_t index = step + 1; index-- > 0;) {
        const StepRecord &candidate = record.steps[index];
        if (candidate.act != record.steps[step].act)
            return nullptr;
        if (isConnection(candidate))
            return &candidate;
    }
    return nullptr;
}

} // namespace

std::vector<StatePath> statePathsAt(const RunRecord &record, std::size_t step, bool isRelayed)
{
    if (step >= record.steps.size())
        return {};
    const StepRecord *shown = lastOfConnection(record, step);
    if (!shown)
        return {};
    const SocketEnds ends = clientFirst(*shown);
    const bool isClient = shown->side == LabSide::Client;
    const LabSide near = isRelayed && !isClient ? LabSide::Middle : LabSide::Client;
    const LabSide far = isRelayed && isClient ? LabSide::Middle : LabSide::Server;
    StatePath first{.end = PathEnd::First, .name = displayText(near), .sights = {}};
    StatePath second{.end = PathEnd::Second, .name = displayText(far), .sights = {}};
    for (std::size_t index = 0; index <= step; ++index) {
        const StepRecord &each = record.steps[index];
        if (each.act != shown->act)
            continue;
        if (isListener(each) && each.ends.local == ends.peer) {
            second.add(sightOf(each.own, each));
        } else if (isConnection(each) && clientFirst(each) == ends) {
            const bool isFirst = each.side == LabSide::Client;
            first.add(sightOf(isFirst ? each.own : each.other, each));
            second.add(sightOf(isFirst ? each.other : each.own, each));
        }
    }
    return {std::move(first), std::move(second)};
}

} // namespace Teardown
