// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"
#include "tests/bench/driver/loadclient.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

#include <sys/epoll.h>

namespace Teardown {

/// The clients of one server, on one epoll descriptor in the calling thread: the load.
class Load
{
public:
    /// Nobody is connected yet.
    explicit Load(const SocketAddress &server);

    /// Connects \a count clients; each few of them once the server has accepted those before, so
    /// that no connect is lost.
    void open(int count);

    /// \a active of the clients send 64 bytes, wait for the echo and send again, for \a time.
    /// Returns the echoes; none is on its way any more.
    quint64 pingPong(int active, Milliseconds time);

    /// Sends 64 bytes \a perSecond times a second, each from a client picked at random, for
    /// \a time. Returns the echoes.
    quint64 sendPaced(int perSecond, Milliseconds time);

    /// Each client in turn has a message of \a size echoed.
    void exchange(qsizetype size);

    /// Further clients connect, have 64 bytes echoed, and close; \a atOnce at a time, for \a time.
    /// Returns how many.
    quint64 comeAndGo(int atOnce, Milliseconds time);

    /// Answers the heartbeats of the line service for \a time. Returns how many.
    quint64 answerHeartbeats(Milliseconds time);

    /// Reads until the server has sent FIN to each client, and closes each.
    void readToEnd();

private:
    LoadClient &add();
    std::span<const epoll_event> wait(Milliseconds limit);
    quint64 takeEchoes(Milliseconds limit);

    static LoadClient &clientOf(const epoll_event &event)
    {
        return *static_cast<LoadClient *>(event.data.ptr);
    }

    SocketAddress m_server;
    Descriptor m_epoll;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    std::array<epoll_event, 256> m_events{};
};

} // namespace Teardown
