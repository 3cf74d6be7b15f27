// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actornursery.h"

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

pid_t forkActor(int channel)
{
    const pid_t nursery = ::getpid();
    const pid_t actor = ::fork();
    if (actor != 0)
        return actor;
    // A frozen actor would outlive a lab that was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() == nursery) {
        ::close(STDIN_FILENO);
        runActor(ActorChannel(Descriptor(::dup(channel))));
    }
    ::_exit(0);
}

qint64 waitForEnd(pid_t actor)
{
    int status = 0;
    return ::waitpid(actor, &status, 0) == actor ? status : -1;
}

} // namespace

ActorNursery::ActorNursery(const QStringList &command)
{
    auto [ours, theirs] = ActorChannel::makePair();
    if (!command.isEmpty() && ours.isOpen())
        m_process = spawn(command, theirs.value());
    if (m_process > 0)
        m_channel.emplace(std::move(ours));
}

ActorNursery::~ActorNursery()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
}

std::optional<pid_t> ActorNursery::fork(int channel)
{
    const auto actor = ask({.operation = QStringLiteral("fork")}, channel);
    return actor && *actor > 0 ? std::optional(static_cast<pid_t>(*actor)) : std::nullopt;
}

int ActorNursery::reap(pid_t actor)
{
    const Step step{.operation = QStringLiteral("reap"),
                    .arguments = {{QStringLiteral("process"), actor}}};
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
            ? forkActor(request->descriptor.value())
            : waitForEnd(static_cast<pid_t>(
                request->step.arguments.value(QLatin1StringView("process")).toInteger()));
        if (!channel.answer({.result = {.returned = returned}}))
            break;
    }
    return 0;
}

} // namespace Teardown
