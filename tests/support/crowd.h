// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/client.h"

#include <QStringList>

#include <deque>
#include <memory>
#include <thread>

namespace Teardown {

/// What a client asks for before the drain, and how it goes on; live() returns what went wrong.
struct Life
{
    const char *request; ///< null: nothing
    QString (*live)(Client &);
    int receiveBuffer = 0;
};

// Lives that end in good order.

extern const Life staysIdle;
extern const Life works; ///< for 1.2 s
extern const Life downloads; ///< slowly
extern const Life uploads; ///< slowly
extern const Life halfCloses; ///< with an answer still owed
extern const Life chats; ///< one request after the other

// Lives that only a reset ends.

extern const Life neverReads;
extern const Life neverCloses;

/// Takes BYE and FIN and closes. Returns what came instead.
QString goodbye(Client &client);

/// Clients in threads of their own, each judging for itself whether it lost anything.
class Crowd
{
public:
    explicit Crowd(const SocketAddress &server)
        : m_server(server)
    {
    }
    ~Crowd() { join(); }
    Q_DISABLE_COPY_MOVE(Crowd)

    /// Connects \a count clients; returns when the server has begun with the request of each.
    void add(int count, const Life &life);

    /// Waits until all have ended. Returns what went wrong with any of them.
    QStringList join();

    int size() const { return static_cast<int>(m_members.size()); }

    /// The peer addresses of all.
    QStringList keys() const;

private:
    struct Member
    {
        std::unique_ptr<Client> client;
        QString problem;
        std::thread thread;
    };

    SocketAddress m_server;
    std::deque<Member> m_members;
};

} // namespace Teardown
