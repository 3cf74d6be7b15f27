// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/client.h"

#include <QStringList>

#include <deque>
#include <memory>
#include <thread>

namespace Teardown {

/// What a client asks for before a drain, and how it goes on; returns what went wrong.
struct Life
{
    const char *request; ///< null: nothing
    QString (*live)(Client &);
    int receiveBuffer = 0;
};

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

    /// The keys of all (RawPeer::key()).
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

/// The lives through a drain. The orderly ones must lose nothing.
namespace Lives {

QString goodbye(Client &client); ///< takes BYE and FIN and closes

QString worksOn(Client &client);
QString downloadsSlowly(Client &client);
QString uploadsSlowly(Client &client);
QString halfClosesAndReads(Client &client);
QString chatsOn(Client &client);
QString sitsOutTheReset(Client &client);
QString ignoresTheFin(Client &client);

// Orderly.
inline constexpr Life staysIdle{nullptr, goodbye};
inline constexpr Life works{"WORK 1200", worksOn};
inline constexpr Life downloads{"DOWNLOAD 8000000", downloadsSlowly, 64 * 1024};
inline constexpr Life uploads{"UPLOAD 100000", uploadsSlowly};
inline constexpr Life halfCloses{"DOWNLOAD 1000000", halfClosesAndReads};
inline constexpr Life chats{nullptr, chatsOn};

// Stuck.
inline constexpr Life neverReads{"DOWNLOAD 50000000", sitsOutTheReset, 4096};
inline constexpr Life neverCloses{nullptr, ignoresTheFin};

} // namespace Lives

} // namespace Teardown
