// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actorchannel.h"

#include <QStringList>

#include <map>
#include <mutex>

#include <sys/types.h>

namespace Teardown {

/// Plain sockets in a child process, which can be frozen, continued and killed.
///
/// The child is this program again, made by posix_spawn(3): forking a program with threads would
/// leave the child with locks nobody unlocks.
class ProcessActor final : public Actor
{
public:
    /// Starts the child. \a command is the program and its arguments that lead to
    /// runActorProgram().
    explicit ProcessActor(const QStringList &command);

    /// Kills the child.
    ~ProcessActor() override;

    bool hasStarted() const { return m_process > 0; }

    CallResult perform(const Step &step) override;
    SocketAddress address() const override;
    std::optional<SocketEnds> ends(const QString &socket) const override;
    CallResult adopt(const QString &socket, int descriptor) override;
    void release() override;

private:
    CallResult talk(const Step &step, int descriptor);
    CallResult signalAndWait(const QString &call, int signal, int change);
    CallResult died(QString call);
    int reap();

    pid_t m_process = -1;
    std::optional<ActorChannel> m_channel;
    std::mutex m_talkMutex; ///< one conversation at a time; held while the child is busy
    mutable std::mutex m_mutex; ///< guards what follows
    bool m_reaped = false;
    int m_diedOf = 0; ///< the signal
    SocketAddress m_address;
    std::map<QString, SocketEnds> m_ends;
};

/// The child's side: does what it is told by the channel on stdin until that is closed. Returns the
/// exit code of the process.
int runActorProgram();

} // namespace Teardown
