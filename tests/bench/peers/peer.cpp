// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/peers/peer.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

[[noreturn]] void giveUp(const char *what)
{
    std::perror(what);
    std::exit(EXIT_FAILURE);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        giveUp("getrlimit");
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        giveUp("setrlimit");
}

} // namespace

int listenAsTold(int argc, char **argv)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (argc != 3 || ::inet_pton(AF_INET, argv[1], &address.sin_addr) != 1) {
        std::fprintf(stderr, "usage: %s ADDRESS PORT\n", argv[0]);
        std::exit(EXIT_FAILURE);
    }
    address.sin_port = htons(static_cast<in_port_t>(std::strtoul(argv[2], nullptr, 10)));
    raiseDescriptorLimit();

    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0)
        giveUp("socket");
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        giveUp("bind");
    if (::listen(listener, peerBacklog) != 0)
        giveUp("listen");
    return listener;
}

int terminationDescriptor()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int descriptor = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0)
        giveUp("signalfd");
    return descriptor;
}

int acceptClient(int listener)
{
    const int client = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (client >= 0) {
        const int on = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    return client;
}

} // namespace Teardown
