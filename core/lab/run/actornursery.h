// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actorchannel.h"

#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>

#include <sys/types.h>

namespace Teardown {

/// What a nursery forks.
enum class NurseryChild {
    Actor, ///< a process actor, to talk to by an ActorChannel
    Act, ///< the host of an act (runActHost())
};

/// A child process with one thread and no sockets, from which others are forked.
///
/// Starting a program while scenarios run would lend it copies of all their sockets for a moment,
/// until exec closes them; and a close(2) in that moment would not send its FIN. Make the nursery
/// before anything runs. All functions may be called from any thread.
class ActorNursery
{
    Q_DISABLE_COPY_MOVE(ActorNursery)

public:
    /// Starts the child. \a command is a program and its arguments that lead to runActorNursery().
    explicit ActorNursery(const QStringList &command);

    /// Forks the child. This process must have one thread.
    static std::shared_ptr<ActorNursery> forked();

    /// Kills the child, and with it all of its own.
    ~ActorNursery();

    /// Forks a process that talks on \a channel, which stays the caller's. Nothing when that is not
    /// possible.
    std::optional<pid_t> fork(int channel, NurseryChild child);

    /// Waits for the end of a process, which must be under way, and returns its status
    /// (waitpid(2)).
    int reap(pid_t process);

private:
    ActorNursery() = default;

    std::optional<qint64> ask(const Step &step, int descriptor);

    pid_t m_process = -1;
    std::mutex m_mutex; ///< one conversation at a time
    std::optional<ActorChannel> m_channel;
};

/// The child's side; its stdin is the channel. Returns the exit code of the process.
int runActorNursery();

} // namespace Teardown
