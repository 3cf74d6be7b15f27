// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// usage: peer_rest ADDRESS PORT ping|sample
//
// The yardstick of the measures at rest: what the system calls alone cost. "ping" sends each client
// a heartbeat every 10 s and reads the answers; "sample" asks for TCP_INFO of each once a second.
// Both go through the clients in turn, a slice every 20 ms.

#include "tests/bench/peers/peer.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

using namespace Teardown;

namespace {

constexpr int ticksPerSecond = 50;
constexpr int secondsBetweenPings = 10;

void watch(int epoll, int descriptor)
{
    epoll_event event{EPOLLIN, {.fd = descriptor}};
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int ticker()
{
    const timespec tick{0, 1'000'000'000 / ticksPerSecond};
    const itimerspec times{tick, tick};
    const int timer = ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    ::timerfd_settime(timer, 0, &times, nullptr);
    return timer;
}

void ping(int client)
{
    static unsigned number = 0;
    std::array<char, 32> line{};
    const int length = std::snprintf(line.data(), line.size(), "PING %u\n", ++number);
    ::send(client, line.data(), std::size_t(length), MSG_NOSIGNAL);
}

/// Takes what is there; a PING, by which the load makes sure that it was accepted, goes back. False
/// when the client has gone.
bool answer(int client, std::span<char> buffer)
{
    const ssize_t received = ::recv(client, buffer.data(), buffer.size(), 0);
    if (received > 0 && std::string_view(buffer.data(), std::size_t(received)).starts_with("PING "))
        ::send(client, buffer.data(), std::size_t(received), MSG_NOSIGNAL);
    return received > 0;
}

void sample(int client)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    ::getsockopt(client, IPPROTO_TCP, TCP_INFO, &info, &size);
}

/// Those of \a clients whose turn it is.
void serveSlice(const std::vector<int> &clients, std::size_t &next, bool isPing)
{
    const int turns = isPing ? secondsBetweenPings * ticksPerSecond : ticksPerSecond;
    for (std::size_t count = clients.size() / std::size_t(turns); count > 0; --count) {
        const int client = clients[next++ % clients.size()];
        isPing ? ping(client) : sample(client);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const bool isPing = argc == 4 && std::string_view(argv[3]) == "ping";
    const int listener = listenAsTold(argc - 1, argv);
    const int termination = terminationDescriptor();
    const int timer = ticker();
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    for (const int descriptor : {listener, termination, timer})
        watch(epoll, descriptor);

    std::vector<int> clients;
    std::size_t next = 0;
    std::array<epoll_event, 256> events{};
    std::array<char, 4096> buffer{};
    while (true) {
        const int ready = ::epoll_wait(epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < ready; ++i) {
            const int descriptor = events[std::size_t(i)].data.fd;
            if (descriptor == termination)
                return EXIT_SUCCESS;
            if (descriptor == listener) {
                for (int client = acceptClient(listener); client >= 0;
                     client = acceptClient(listener)) {
                    clients.push_back(client);
                    watch(epoll, client);
                }
            } else if (descriptor == timer) {
                if (::read(timer, buffer.data(), sizeof(std::uint64_t)) > 0 && !clients.empty())
                    serveSlice(clients, next, isPing);
            } else if (!answer(descriptor, buffer)) {
                ::close(descriptor);
                std::erase(clients, descriptor);
            }
        }
    }
}
