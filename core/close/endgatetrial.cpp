// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closer.h"
#include "core/close/endgate.h"

#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

#include <cerrno>
#include <chrono>
#include <optional>

#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

constexpr auto trialLimit = 5s;

struct Pair
{
    int ours = -1;
    int peers = -1;
};

std::optional<Pair> loopbackPair()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof(address);

    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return std::nullopt;
    Pair pair;
    if (::bind(listener, generic, size) == 0 && ::listen(listener, 1) == 0
        && ::getsockname(listener, generic, &size) == 0) {
        pair.peers = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(pair.peers, generic, size) == 0)
            pair.ours = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    }
    Closer::abandon(listener);
    if (pair.ours >= 0)
        return pair;
    if (pair.peers >= 0)
        Closer::abandon(pair.peers);
    return std::nullopt;
}

class Witness final : public EndGateObserver
{
public:
    explicit Witness(QEventLoop &loop)
        : m_loop(loop)
    {
    }

    void finSeen() override
    {
        fin = true;
        m_loop.quit();
    }
    void errorSeen(int seen) override
    {
        error = seen;
        m_loop.quit();
    }

    bool fin = false;
    int error = 0;

private:
    QEventLoop &m_loop;
};

/// Ends the peer's side by FIN or RST and tells whether the gate saw just that, and Qt nothing.
bool tryGate(bool reset)
{
    const auto pair = loopbackPair();
    if (!pair)
        return false;

    QEventLoop loop;
    QTcpSocket socket;
    bool qtNoticed = false;
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, &loop, [&] {
        qtNoticed = true;
        loop.quit();
    });
    Witness witness(loop);
    socket.setSocketDescriptor(pair->ours, QAbstractSocket::ConnectedState, QIODevice::ReadWrite);
    EndGate gate(socket, pair->ours, witness);
    const bool attached = gate.attach();
    if (reset)
        Closer::reset(pair->peers);
    else
        Closer::abandon(pair->peers);
    if (attached) {
        QTimer::singleShot(trialLimit, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }
    gate.detach();
    if (!qtNoticed)
        Closer::close(socket);
    return attached && !qtNoticed
        && (reset ? !witness.fin && witness.error == ECONNRESET
                  : witness.fin && witness.error == 0);
}

} // namespace

bool endGateWorks()
{
    return tryGate(false) && tryGate(true);
}

} // namespace Teardown
