// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/posixactor.h"

#include "core/close/tcpinfo.h"
#include "core/lab/actors/forgery.h"
#include "core/lab/actors/socketcalls.h"

#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr int defaultBacklog = 16;

/// The address of the actor the step names; any port at home when it names none.
SocketAddress addressOf(const Step &step)
{
    const SocketAddress named = addressIn(step, QLatin1StringView("address"));
    return named.isNull() ? addressIn(step, QLatin1StringView("home")) : named;
}

bool isNonBlocking(int descriptor)
{
    return (::fcntl(descriptor, F_GETFL) & O_NONBLOCK) != 0;
}

} // namespace

PosixActor::~PosixActor()
{
    for (const auto &[name, socket] : m_sockets) {
        if (socket.descriptor >= 0)
            ::close(socket.descriptor);
    }
}

CallResult PosixActor::perform(const Step &step)
{
    const QString &operation = step.operation;
    if (operation == QLatin1StringView("socket"))
        return makeSocket(step.socket());
    if (operation == QLatin1StringView("bind"))
        return bindSocket(step);
    if (operation == QLatin1StringView("listen"))
        return listenOn(step);
    if (operation == QLatin1StringView("accept"))
        return acceptOn(step);
    if (operation == QLatin1StringView("connect"))
        return connectSocket(step);
    if (operation == QLatin1StringView("close"))
        return closeSocket(step);
    const int number = descriptor(step.socket());
    if (number < 0)
        return CallResult::failed(
            QStringLiteral("The socket \"%1\" is not open.").arg(step.socket()));
    return performOn(step, number);
}

CallResult PosixActor::performOn(const Step &step, int descriptor)
{
    const QString &operation = step.operation;
    if (operation == QLatin1StringView("send"))
        return callSend(descriptor, step);
    if (operation == QLatin1StringView("sendAll"))
        return callSendAll(descriptor, step);
    if (operation == QLatin1StringView("fill"))
        return callFill(descriptor);
    if (operation == QLatin1StringView("receive"))
        return callReceive(descriptor, step);
    if (operation == QLatin1StringView("receiveAll"))
        return callReceiveAll(descriptor, step);
    if (operation == QLatin1StringView("shutdown"))
        return callShutdown(descriptor, step);
    if (operation == QLatin1StringView("linger"))
        return callLinger(descriptor, step);
    if (operation == QLatin1StringView("setOption"))
        return callSetOption(descriptor, step);
    if (operation == QLatin1StringView("nonBlocking"))
        return callNonBlocking(descriptor);
    if (operation == QLatin1StringView("poll"))
        return callPoll(descriptor, step);
    if (operation == QLatin1StringView("takeError"))
        return callTakeError(descriptor);
    if (operation == QLatin1StringView("peerName"))
        return callPeerName(descriptor);
    if (operation == QLatin1StringView("unconnect"))
        return callUnconnect(descriptor);
    if (operation == QLatin1StringView("dup"))
        return dupSocket(step, descriptor);
    if (operation == QLatin1StringView("vanish"))
        return vanish(step, descriptor);
    return CallResult::failed(QStringLiteral("Plain sockets cannot do \"%1\".").arg(operation));
}

CallResult PosixActor::makeSocket(const QString &name)
{
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    CallResult result = resultOf(QStringLiteral("socket()"), number);
    result.returned = number < 0 ? -1 : 0; // its number would tell nothing
    if (number >= 0) {
        const std::lock_guard lock(m_mutex);
        if (Socket &old = m_sockets[name]; old.descriptor >= 0)
            ::close(old.descriptor);
        m_sockets[name] = {.descriptor = number, .ends = {}};
    }
    return result;
}

CallResult PosixActor::bindSocket(const Step &step)
{
    const QString name = step.socket();
    if (descriptor(name) < 0) {
        if (const CallResult made = makeSocket(name); made.error != 0)
            return made;
    }
    const int number = descriptor(name);
    const sockaddr_in kernel = kernelAddress(addressOf(step));
    CallResult result
        = resultOf(QStringLiteral("bind()"),
                   ::bind(number, reinterpret_cast<const sockaddr *>(&kernel), sizeof(kernel)));
    if (result.error == 0) {
        const std::lock_guard lock(m_mutex);
        m_address = localAddress(number);
        m_sockets[name].ends = {m_address, {}};
    }
    return result;
}

CallResult PosixActor::listenOn(const Step &step)
{
    const QString name = step.socket();
    const int opened = descriptor(name);
    if (opened < 0 || localAddress(opened).port == 0) {
        if (const CallResult bound = bindSocket(step); bound.error != 0)
            return bound;
    }
    const auto backlog = static_cast<int>(
        step.arguments.value(QLatin1StringView("backlog")).toInteger(defaultBacklog));
    return resultOf(QStringLiteral("listen(%1)").arg(backlog), ::listen(descriptor(name), backlog));
}

CallResult PosixActor::acceptOn(const Step &step)
{
    const QString listener
        = step.arguments.value(QLatin1StringView("listener")).toString(QStringLiteral("listener"));
    sockaddr_storage storage = {};
    socklen_t size = sizeof(storage);
    const int number = ::accept4(descriptor(listener),
                                 reinterpret_cast<sockaddr *>(&storage),
                                 &size,
                                 SOCK_CLOEXEC);
    CallResult result = resultOf(QStringLiteral("accept()"), number);
    result.returned = number < 0 ? -1 : 0;
    if (number >= 0) {
        const std::lock_guard lock(m_mutex);
        m_sockets[step.socket()]
            = {.descriptor = number, .ends = {localAddress(number), toSocketAddress(storage)}};
    }
    return result;
}

CallResult PosixActor::connectSocket(const Step &step)
{
    const QString name = step.socket();
    if (descriptor(name) < 0) {
        if (const CallResult made = makeSocket(name); made.error != 0)
            return made;
    }
    const int number = descriptor(name);
    const SocketAddress target = addressOf(step);
    {
        const std::lock_guard lock(m_mutex);
        m_sockets[name].ends.peer = target;
    }
    const sockaddr_in kernel = kernelAddress(target);
    const int returned
        = ::connect(number, reinterpret_cast<const sockaddr *>(&kernel), sizeof(kernel));
    CallResult result = resultOf({}, returned);
    result.call = isNonBlocking(number) ? QStringLiteral("connect(), non-blocking")
                                        : QStringLiteral("connect()");
    const std::lock_guard lock(m_mutex);
    // A failed connect(2) gives the port back; what it was is still wanted.
    if (const SocketAddress local = localAddress(number); local.port != 0)
        m_sockets[name].ends.local = local;
    return result;
}

CallResult PosixActor::closeSocket(const Step &step)
{
    const QString name = step.socket();
    int number = -1;
    {
        const std::lock_guard lock(m_mutex);
        Socket &socket = m_sockets[name];
        socket.ends = endsOf(socket);
        number = std::exchange(socket.descriptor, -1);
    }
    if (number < 0)
        return CallResult::failed(QStringLiteral("The socket \"%1\" is not open.").arg(name));
    return resultOf(QStringLiteral("close()"), ::close(number));
}

CallResult PosixActor::vanish(const Step &step, int descriptor)
{
    CallResult result
        = resultOf(QStringLiteral("setsockopt(TCP_REPAIR), close()"), closeInSilence(descriptor));
    if (result.error == 0) {
        const std::lock_guard lock(m_mutex);
        m_sockets[step.socket()].descriptor = -1;
    }
    return result;
}

CallResult PosixActor::dupSocket(const Step &step, int descriptor)
{
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    CallResult result = resultOf(QStringLiteral("dup()"), copy);
    result.returned = copy < 0 ? -1 : 0;
    if (copy >= 0) {
        const QString name = step.arguments.value(QLatin1StringView("as")).toString();
        const std::lock_guard lock(m_mutex);
        m_sockets[name] = {.descriptor = copy, .ends = m_sockets[step.socket()].ends};
    }
    return result;
}

CallResult PosixActor::adopt(const QString &socket, int descriptor)
{
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    const SocketEnds ends{localAddress(copy), peerAddress(copy)};
    const std::lock_guard lock(m_mutex);
    m_sockets[socket] = {.descriptor = copy, .ends = ends};
    if (ends.peer.isNull())
        m_address = ends.local;
    return {.call = QStringLiteral("fork()"), .returned = 0};
}

SocketAddress PosixActor::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

int PosixActor::descriptor(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sockets.find(socket);
    return found == m_sockets.end() ? -1 : found->second.descriptor;
}

SocketEnds PosixActor::endsOf(const Socket &socket) const
{
    SocketEnds ends = socket.ends;
    // While connect(2) blocks in another thread its port is known only to the kernel.
    if (ends.local.port == 0 && socket.descriptor >= 0)
        ends.local = localAddress(socket.descriptor);
    return ends;
}

std::optional<SocketEnds> PosixActor::ends(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sockets.find(socket);
    if (found == m_sockets.end())
        return std::nullopt;
    const SocketEnds ends = endsOf(found->second);
    return ends.local.port == 0 ? std::nullopt : std::optional(ends);
}

std::optional<SocketProbe> PosixActor::probe(const SocketEnds &ends) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, socket] : m_sockets) {
        if (socket.descriptor >= 0 && endsOf(socket) == ends)
            return probeSocket(socket.descriptor);
    }
    return std::nullopt;
}

void PosixActor::release()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, socket] : m_sockets) {
        // Wakes a call that blocks on it in another thread. close(2) would not, and its number
        // could become another socket under the hands of that thread: it waits for the destructor.
        if (socket.descriptor >= 0)
            ::shutdown(socket.descriptor, SHUT_RDWR);
    }
}

} // namespace Teardown
