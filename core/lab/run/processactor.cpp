// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/processactor.h"

#include "core/lab/network/proctable.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <sys/wait.h>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

CallResult gone()
{
    return CallResult::failed(QStringLiteral("The process of the actor has gone."));
}

QString signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name ? QString(QLatin1StringView("SIG") % QLatin1StringView(name))
                : QString::number(signal);
}

} // namespace

ProcessActor::ProcessActor(std::shared_ptr<ActorNursery> nursery)
    : m_nursery(std::move(nursery))
{
    JsonChannel::Pair ends = JsonChannel::makePair();
    if (m_nursery && ends.ours.isOpen())
        m_process = m_nursery->fork(ends.theirs.value(), NurseryChild::Actor).value_or(-1);
    if (hasStarted())
        m_channel.emplace(std::move(ends.ours));
}

ProcessActor::~ProcessActor()
{
    release();
}

CallResult ProcessActor::perform(const Step &step)
{
    if (step.operation == QLatin1StringView("freeze"))
        return freeze();
    if (step.operation == QLatin1StringView("continue"))
        return resume();
    if (step.operation == QLatin1StringView("kill")) {
        release();
        return died(QStringLiteral("kill(SIGKILL)"));
    }
    return talk(step, -1);
}

CallResult ProcessActor::adopt(const QString &socket, int descriptor)
{
    const Step step{.operation = QStringLiteral("adopt"),
                    .arguments = {{QStringLiteral("socket"), socket}}};
    return talk(step, descriptor);
}

CallResult ProcessActor::talk(const Step &step, int descriptor)
{
    const std::lock_guard talkLock(m_talkMutex);
    if (!m_channel || !m_channel->ask(step, descriptor))
        return gone();
    const auto answer = m_channel->nextAnswer();
    if (!answer)
        return died(step.operation);
    const std::lock_guard lock(m_mutex);
    m_address = answer->address;
    if (answer->ends)
        m_ends[step.socket()] = *answer->ends;
    return answer->result;
}

CallResult ProcessActor::freeze()
{
    constexpr auto limit = 5s;
    const TimePoint until = steadyNow() + limit;
    if (!sendSignal(SIGSTOP))
        return gone();
    while (threadState(m_process, m_process) != ThreadState::Stopped) {
        if (steadyNow() >= until)
            return CallResult::failed(QStringLiteral("The process could not be frozen."));
        std::this_thread::sleep_for(1ms);
    }
    return {.call = QStringLiteral("kill(SIGSTOP)"), .returned = 0};
}

CallResult ProcessActor::resume()
{
    return sendSignal(SIGCONT) ? CallResult{.call = QStringLiteral("kill(SIGCONT)"), .returned = 0}
                               : gone();
}

CallResult ProcessActor::died(QString call)
{
    const int signal = reap();
    if (signal == 0)
        return CallResult::failed(QStringLiteral("The process of the actor ended by itself."));
    CallResult result{.call = std::move(call)};
    result.facts.insert(QStringLiteral("died"), signalName(signal));
    return result;
}

bool ProcessActor::sendSignal(int number)
{
    const std::lock_guard lock(m_mutex);
    return m_process > 0 && !m_reaped && ::kill(m_process, number) == 0;
}

int ProcessActor::reap()
{
    const std::lock_guard lock(m_mutex);
    if (m_process > 0 && !m_reaped) {
        const int status = m_nursery->reap(m_process);
        m_reaped = true;
        m_diedOf = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
    return m_diedOf;
}

SocketAddress ProcessActor::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

std::optional<SocketEnds> ProcessActor::ends(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ends.find(socket);
    return found == m_ends.end() ? std::nullopt : std::optional(found->second);
}

void ProcessActor::release()
{
    sendSignal(SIGKILL);
    reap();
}

} // namespace Teardown
