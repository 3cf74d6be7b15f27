// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"

#include <map>
#include <mutex>

namespace Teardown {

/// Plain sockets, every call exactly as the step says: nothing is retried, hidden or cleaned up.
class PosixActor final : public Actor
{
public:
    PosixActor() = default;

    /// Closes what is left. No call may be running.
    ~PosixActor() override;

    CallResult perform(const Step &step) override;
    SocketAddress address() const override;
    std::optional<SocketEnds> ends(const QString &socket) const override;
    std::optional<SocketProbe> probe(const SocketEnds &ends) const override;
    int descriptor(const QString &socket) const override;
    CallResult adopt(const QString &socket, int descriptor) override;
    void release() override;

private:
    struct Socket
    {
        int descriptor = -1;
        SocketEnds ends;
    };

    CallResult performOn(const Step &step, int descriptor);
    CallResult makeSocket(const QString &name);
    CallResult bindSocket(const Step &step);
    CallResult listenOn(const Step &step);
    CallResult acceptOn(const Step &step);
    CallResult connectSocket(const Step &step);
    CallResult closeSocket(const Step &step);
    CallResult vanish(const Step &step, int descriptor);
    CallResult dupSocket(const Step &step, int descriptor);
    SocketEnds endsOf(const Socket &socket) const;

    mutable std::mutex m_mutex; ///< guards what follows; never held in a call that can block
    std::map<QString, Socket> m_sockets; ///< closed ones stay, for their addresses
    SocketAddress m_address;
};

} // namespace Teardown
