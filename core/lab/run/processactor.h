// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actornursery.h"

#include <map>
#include <memory>
#include <mutex>

namespace Teardown {

/// Plain sockets in a child process, which can be frozen, continued and killed.
class ProcessActor final : public Actor
{
public:
    /// Forks the child from \a nursery, which may be null.
    explicit ProcessActor(std::shared_ptr<ActorNursery> nursery);

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
    CallResult freeze();
    CallResult resume();
    CallResult died(QString call);
    bool sendSignal(int number);
    int reap();

    std::shared_ptr<ActorNursery> m_nursery;
    pid_t m_process = -1;
    std::optional<ActorChannel> m_channel;
    std::mutex m_talkMutex; ///< one conversation at a time; held while the child is busy
    mutable std::mutex m_mutex; ///< guards what follows
    bool m_reaped = false;
    int m_diedOf = 0; ///< the signal
    SocketAddress m_address;
    std::map<QString, SocketEnds> m_ends;
};

} // namespace Teardown
