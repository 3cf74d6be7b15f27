// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actornursery.h"

#include "core/lab/actors/posixactor.h"
#include "core/lab/run/acthost.h"

#include <QFile>

#include <csignal>
#include <vector>

#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

/// Starts \a command with \a channel as its stdin and nothing else but stdout and stderr. Returns
/// -1 when that is not possible.
pid_t spawn(const QStringList &command, int channel)
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
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    pid_t process = -1;
    const int error
        = ::posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? process : -1;
}

/// Does what it is told until the channel is closed.
void runActor(const ActorChannel &channel)
{
    PosixActor actor;
    while (const auto request = channel.nextRequest()) {
        const Step &step = request->step;
        CallResult result = step.operation == QLatin1StringView("adopt")
            ? actor.adopt(step.socket(), request->descriptor.value())
            : actor.perform(step);
        if (!channel.answer({std::move(result), actor.address(), actor.ends(step.socket())}))
            return;
    }
}

/// Forks a process that runs \a main and ends.
template <typename Main> pid_t forkChild(Main main)
{
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    // A frozen actor would outlive a lab that was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() == parent)
        main();
    ::_exit(0);
}

pid_t fork(const ActorChannel::Request &request)
{
    return forkChild([&] {
        ::close(STDIN_FILENO);
        Descriptor channel(::dup(request.descriptor.value()));
        if (request.step.arguments.value(QLatin1StringView("act")).toBool())
            runActHost(JsonChannel(std::move(channel)));
        else
            runActor(ActorChannel(std::move(channel)));
    });
}

qint64 waitForEnd(pid_t child)
{
    int status = 0;
    return ::waitpid(child, &status, 0) == child ? status : -1;
}

} // namespace

ActorNursery::ActorNursery(const QStringList &command)
{
    JsonChannel::Pair ends = JsonChannel::makePair();
    if (!command.isEmpty() && ends.ours.isOpen())
        m_process = spawn(command, ends.theirs.value());
    if (m_process > 0)
        m_channel.emplace(std::move(ends.ours));
}

std::shared_ptr<ActorNursery> ActorNursery::forked()
{
    std::shared_ptr<ActorNursery> nursery(new ActorNursery);
    JsonChannel::Pair ends = JsonChannel::makePair();
    nursery->m_process = forkChild([&ends] {
        ::dup2(ends.theirs.value(), STDIN_FILENO);
        ::close_range(STDERR_FILENO + 1, ~0U, 0);
        runActorNursery();
    });
    if (nursery->m_process > 0)
        nursery->m_channel.emplace(std::move(ends.ours));
    return nursery;
}

ActorNursery::~ActorNursery()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
}

std::optional<pid_t> ActorNursery::fork(int channel, NurseryChild child)
{
    const Step step{.operation = QStringLiteral("fork"),
                    .arguments = {{QStringLiteral("act"), child == NurseryChild::Act}}};
    const auto process = ask(step, channel);
    return process && *process > 0 ? std::optional(static_cast<pid_t>(*process)) : std::nullopt;
}

int ActorNursery::reap(pid_t process)
{
    const Step step{.operation = QStringLiteral("reap"),
                    .arguments = {{QStringLiteral("process"), process}}};
    return static_cast<int>(ask(step, -1).value_or(0));
}

std::optional<qint64> ActorNursery::ask(const Step &step, int descriptor)
{
    const std::lock_guard lock(m_mutex);
    if (!m_channel || !m_channel->ask(step, descriptor))
        return std::nullopt;
    const auto answer = m_channel->nextAnswer();
    return answer ? answer->result.returned : std::nullopt;
}

int runActorNursery()
{
    std::signal(SIGPIPE, SIG_DFL);
    const ActorChannel channel{Descriptor(STDIN_FILENO)};
    while (const auto request = channel.nextRequest()) {
        const qint64 returned = request->step.operation == QLatin1StringView("fork")
            ? Teardown::fork(*request)
            : waitForEnd(static_cast<pid_t>(
                request->step.arguments.value(QLatin1StringView("process")).toInteger()));
        if (!channel.answer({.result = {.returned = returned}}))
            break;
    }
    return 0;
}

} // namespace Teardown
