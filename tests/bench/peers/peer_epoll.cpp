// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The yardstick: an echo server on epoll(7) with nothing above it.

#include "tests/bench/peers/peer.h"

#include <array>
#include <string>
#include <unordered_map>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Teardown;

namespace {

class EchoServer
{
public:
    EchoServer(int listener, int termination)
        : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
        , m_listener(listener)
        , m_termination(termination)
    {
        watch(m_listener, EPOLL_CTL_ADD, EPOLLIN);
        watch(m_termination, EPOLL_CTL_ADD, EPOLLIN);
    }

    /// Until it is drained.
    void run()
    {
        std::array<epoll_event, 256> events{};
        while (!m_draining || !m_unsent.empty()) {
            const int ready = ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
            for (int i = 0; i < ready; ++i)
                handle(events[std::size_t(i)]);
        }
    }

private:
    void watch(int descriptor, int operation, std::uint32_t wanted) const
    {
        epoll_event event{wanted, {.fd = descriptor}};
        ::epoll_ctl(m_epoll, operation, descriptor, &event);
    }

    void handle(const epoll_event &event)
    {
        if (event.data.fd == m_listener)
            acceptAll();
        else if (event.data.fd == m_termination)
            drain();
        else if ((event.events & EPOLLOUT) != 0)
            sendRest(event.data.fd);
        else
            echo(event.data.fd);
    }

    void acceptAll()
    {
        for (int client = acceptClient(m_listener); client >= 0;
             client = acceptClient(m_listener)) {
            m_unsent.try_emplace(client);
            watch(client, EPOLL_CTL_ADD, EPOLLIN);
        }
    }

    void echo(int client)
    {
        const ssize_t received = ::recv(client, m_buffer.data(), m_buffer.size(), 0);
        if (received <= 0) {
            ::close(client);
            m_unsent.erase(client);
            return;
        }
        const ssize_t sent = ::send(client, m_buffer.data(), std::size_t(received), MSG_NOSIGNAL);
        if (sent == received)
            return;
        const auto begin = m_buffer.data() + (sent > 0 ? sent : 0);
        m_unsent[client].assign(begin, m_buffer.data() + received);
        watch(client, EPOLL_CTL_MOD, EPOLLOUT);
    }

    void sendRest(int client)
    {
        std::string &unsent = m_unsent[client];
        const ssize_t sent = ::send(client, unsent.data(), unsent.size(), MSG_NOSIGNAL);
        if (sent > 0)
            unsent.erase(0, std::size_t(sent));
        if (!unsent.empty())
            return;
        std::string().swap(unsent);
        watch(client, EPOLL_CTL_MOD, EPOLLIN);
    }

    void drain()
    {
        acceptAll();
        ::close(m_listener);
        watch(m_termination, EPOLL_CTL_DEL, 0);
        m_draining = true;
        for (const auto &[client, unsent] : m_unsent)
            ::shutdown(client, SHUT_WR);
    }

    std::array<char, 64 * 1024> m_buffer{};
    std::unordered_map<int, std::string> m_unsent; ///< by client
    int m_epoll;
    int m_listener;
    int m_termination;
    bool m_draining = false;
};

} // namespace

int main(int argc, char **argv)
{
    EchoServer(listenAsTold(argc, argv), terminationDescriptor()).run();
    return 0;
}
