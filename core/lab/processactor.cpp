// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/processactor.h"

#include "core/lab/posixactor.h"

#include <QFile>

#include <csignal>
#include <vector>

#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

/// Starts \a command with \a channel as its stdin; returns 0 or the errno.
int spawn(const QStringList &command, int channel, pid_t &process)
{
    std::vector<QByteArray> words;
    std::vector<char *> arguments;
    words.reserve(static_cast<std::size_t>(command.size()));
    for (const QString &word : command)
        arguments.push_back(words.emplace_back(QFile::encodeName(word)).data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO);
    const int error
        = ::posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

QString signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name ? QString(QLatin1StringView("SIG") % QLatin1StringView(name))
                : QString::number(signal);
}

} // namespace

ProcessActor::ProcessActor(const QStringList &command)
{
    auto [ours, theirs] = ActorChannel::makePair();
    if (command.isEmpty() || !ours.isOpen() || spawn(command, theirs.value(), m_process) != 0)
        m_process = -1;
    else
        m_channel.emplace(std::move(ours));
}

ProcessActor::~ProcessActor()
{
    release();
}

CallResult ProcessActor::perform(const Step &step)
{
    if (step.operation == QLatin1StringView("freeze"))
        return signalAndWait(QStringLiteral("kill(SIGSTOP)"), SIGSTOP, WSTOPPED);
    if (step.operation == QLatin1StringView("continue"))
        return signalAndWait(QStringLiteral("kill(SIGCONT)"), SIGCONT, WCONTINUED);
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
        return CallResult::failed(QStringLiteral("The process of the actor has gone."));
    const auto answer = m_channel->nextAnswer();
    if (!answer)
        return died(step.operation);
    const std::lock_guard lock(m_mutex);
    m_address = answer->address;
    if (answer->ends)
        m_ends[step.socket()] = *answer->ends;
    return answer->result;
}

CallResult ProcessActor::signalAndWait(const QString &call, int signal, int change)
{
    const std::lock_guard lock(m_mutex);
    if (m_process < 0 || m_reaped)
        return CallResult::failed(QStringLiteral("The process of the actor has gone."));
    const int returned = ::kill(m_process, signal);
    siginfo_t info;
    ::waitid(P_PID, static_cast<id_t>(m_process), &info, change | WEXITED | WNOWAIT);
    return {.call = call, .returned = returned};
}

CallResult ProcessActor::died(QString call)
{
    const int signal = reap();
    CallResult result{.call = std::move(call)};
    if (signal != 0)
        result.facts.insert(QStringLiteral("died"), signalName(signal));
    else
        result.failure = QStringLiteral("The process of the actor ended by itself.");
    return result;
}

int ProcessActor::reap()
{
    const std::lock_guard lock(m_mutex);
    if (m_process > 0 && !m_reaped) {
        int status = 0;
        ::waitpid(m_process, &status, 0);
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
    {
        const std::lock_guard lock(m_mutex);
        if (m_process > 0 && !m_reaped)
            ::kill(m_process, SIGKILL);
    }
    reap();
}

int runActorProgram()
{
    // A frozen child would outlive a lab that was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_DFL);
    const ActorChannel channel{Descriptor(STDIN_FILENO)};
    PosixActor actor;
    while (auto request = channel.nextRequest()) {
        const Step &step = request->step;
        CallResult result;
        if (step.operation == QLatin1StringView("adopt"))
            result = actor.adopt(step.socket(), request->descriptor.value());
        else
            result = actor.perform(step);
        if (!channel.answer({std::move(result), actor.address(), actor.ends(step.socket())}))
            break;
    }
    return 0;
}

} // namespace Teardown
