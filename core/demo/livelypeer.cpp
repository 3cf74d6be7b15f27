// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/demopeers.h"
#include "core/demo/plainclient.h"

#include <random>

namespace Teardown {

namespace {

/// One stay of a lively client.
class Visit
{
public:
    Visit(const PeerTask &task, std::minstd_rand &random)
        : m_socket(task.stop)
        , m_random(random)
        , m_connected(m_socket.connectTo(task.target, {.source = uniquePeerAddress()}))
    {
    }

    /// False when there was nobody to visit.
    bool run();

private:
    bool talk();
    bool request();
    void leave();

    int between(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

    PlainPeer m_socket;
    PlainClient m_line{m_socket};
    std::minstd_rand &m_random;
    Observation m_connected;
};

bool Visit::run()
{
    if (!m_connected)
        return false;
    if (m_line.answer() && talk())
        leave();
    return true;
}

/// Some seconds of requests with pauses between. False when the server ended it.
bool Visit::talk()
{
    for (int requests = between(6, 18); requests > 0; --requests) {
        if (m_line.stayIdle(Milliseconds(between(400, 2'400))).end != Observation::End::TimeLimit)
            return false;
        if (!request())
            return false;
    }
    return true;
}

bool Visit::request()
{
    switch (between(0, 4)) {
    case 0:
        return bool(m_line.download(between(1, 400) * 1024));
    case 1:
        return bool(m_line.upload(QByteArray(between(1, 200) * 1024, 'u')));
    case 2:
        return bool(m_line.request("WORK " + QByteArray::number(between(50, 1'500))));
    default:
        return bool(m_line.request("ECHO hello"));
    }
}

void Visit::leave()
{
    const auto readOn = [this] {
        m_socket.readToEnd();
    };
    // Most clients leave in good order; the others show what else there is.
    switch (between(0, 15)) {
    case 0:
        m_line.send("WORK 2000");
        m_socket.shutdownWrite();
        m_socket.pause(Milliseconds(300));
        m_socket.reset();
        return;
    case 1:
        m_line.send("DOWNLOAD 33554432");
        m_socket.pause(Milliseconds(300));
        m_socket.reset();
        return;
    case 2:
        m_socket.reset();
        return;
    case 3:
        m_socket.send("ECHO half a li");
        return readOn();
    case 4:
        m_line.send("CLOSE rst");
        return readOn();
    case 5:
        m_line.send("DOWNLOAD 33554432");
        m_socket.waitForReset();
        return;
    case 6:
        m_line.send(QByteArray(64 * 1024 + 1, 'x'));
        return readOn();
    case 7:
    case 8:
        m_line.send("DOWNLOAD 300000");
        m_socket.shutdownWrite();
        return readOn();
    case 9:
    case 10:
    case 11:
        m_line.send("QUIT");
        return readOn();
    default:
        return m_socket.close();
    }
}

} // namespace

void liveForEver(const PeerTask &task, unsigned seed)
{
    std::minstd_rand random(seed);
    const PlainPeer sleeper(task.stop);
    while (sleeper.pause(Milliseconds(std::uniform_int_distribution(100, 2'000)(random)))) {
        if (!Visit(task, random).run())
            sleeper.pause(Milliseconds(2'000));
    }
}

} // namespace Teardown
