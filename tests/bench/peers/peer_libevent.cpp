// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// An echo server on libevent's buffered sockets.

#include "tests/bench/peers/peer.h"

#include <unordered_set>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Teardown;

namespace {

class EchoServer
{
public:
    EchoServer(int listener, int termination)
        : m_listener(listener)
        , m_base(event_base_new())
        , m_accepting(event_new(m_base, listener, EV_READ | EV_PERSIST, onAcceptable, this))
        , m_termination(event_new(m_base, termination, EV_READ, onTermination, this))
    {
        event_add(m_accepting, nullptr);
        event_add(m_termination, nullptr);
    }

    /// Until it is drained.
    void run() { event_base_dispatch(m_base); }

private:
    static EchoServer &self(void *server) { return *static_cast<EchoServer *>(server); }

    static void onAcceptable(evutil_socket_t, short, void *server) { self(server).acceptAll(); }

    static void onTermination(evutil_socket_t, short, void *server) { self(server).drain(); }

    static void onReadable(bufferevent *client, void *)
    {
        evbuffer_add_buffer(bufferevent_get_output(client), bufferevent_get_input(client));
    }

    static void onEnd(bufferevent *client, short, void *server)
    {
        self(server).m_clients.erase(client);
        bufferevent_free(client);
    }

    void acceptAll()
    {
        for (int socket = acceptClient(m_listener); socket >= 0;
             socket = acceptClient(m_listener)) {
            bufferevent *client = bufferevent_socket_new(m_base, socket, BEV_OPT_CLOSE_ON_FREE);
            bufferevent_setcb(client, onReadable, nullptr, onEnd, this);
            bufferevent_enable(client, EV_READ | EV_WRITE);
            m_clients.insert(client);
        }
    }

    void drain()
    {
        acceptAll();
        // The loop ends with its last event: those of the clients are left.
        event_free(m_accepting);
        ::close(m_listener);
        for (bufferevent *client : m_clients)
            ::shutdown(bufferevent_getfd(client), SHUT_WR);
    }

    std::unordered_set<bufferevent *> m_clients;
    int m_listener;
    event_base *m_base;
    event *m_accepting;
    event *m_termination;
};

} // namespace

int main(int argc, char **argv)
{
    EchoServer(listenAsTold(argc, argv), terminationDescriptor()).run();
    return 0;
}
