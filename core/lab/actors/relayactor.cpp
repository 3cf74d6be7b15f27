// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/relayactor.h"

#include "core/base/units.h"
#include "core/close/tcpinfo.h"
#include "core/lab/actors/socketcalls.h"

#include <algorithm>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr int backlog = 16;

/// Milliseconds until a pair that waits for acknowledgements is looked at again.
constexpr int soon = 5;

Descriptor makeSocket()
{
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

RelayFaults faultsOf(const Step &step)
{
    const auto word = [&](const char *name) {
        return step.arguments.value(QLatin1StringView(name)).toString();
    };
    RelayFaults faults;
    if (word("onReset") == QLatin1StringView("fin"))
        faults.onReset = RelayFaults::Reset::Fin;
    else if (word("onReset") == QLatin1StringView("early"))
        faults.onReset = RelayFaults::Reset::Early;
    faults.swallowHalfClose = word("onHalfClose") == QLatin1StringView("swallow");
    faults.resetWhenRefused = word("onRefused") == QLatin1StringView("reset");
    if (const auto idle = parseDuration(word("idle")))
        faults.idle = *idle;
    return faults;
}

} // namespace

RelayActor::~RelayActor()
{
    release();
}

CallResult RelayActor::perform(const Step &step)
{
    if (m_thread.joinable())
        return CallResult::failed(QStringLiteral("The relay runs already."));
    m_server = addressIn(step, QLatin1StringView("address"));
    m_faults = faultsOf(step);
    m_listener = makeSocket();
    const sockaddr_in any = kernelAddress(addressIn(step, QLatin1StringView("home")));
    if (::bind(m_listener.value(), reinterpret_cast<const sockaddr *>(&any), sizeof(any)) != 0
        || ::listen(m_listener.value(), backlog) != 0)
        return CallResult::failed(QStringLiteral("The relay cannot listen."));
    {
        const std::lock_guard lock(m_mutex);
        m_address = localAddress(m_listener.value());
    }
    m_thread = std::thread([this] { run(); });
    return {.call = QStringLiteral("relay to %1").arg(m_server.toString())};
}

void RelayActor::run()
{
    for (;;) {
        std::vector<pollfd> entries{{.fd = m_stop.descriptor(), .events = POLLIN, .revents = 0},
                                    {.fd = m_listener.value(), .events = POLLIN, .revents = 0}};
        for (const RelayPair &pair : m_pairs) {
            for (const auto &[descriptor, events] :
                 {std::pair(pair.clientDescriptor(), pair.clientEvents()),
                  std::pair(pair.serverDescriptor(), pair.serverEvents())}) {
                // Without wishes it would still report HUP, again and again.
                if (events != 0)
                    entries.push_back({.fd = descriptor, .events = events, .revents = 0});
            }
        }
        ::poll(entries.data(), entries.size(), timeout());
        if (entries[0].revents != 0)
            return;
        if (entries[1].revents != 0)
            acceptClient();
        for (RelayPair &pair : m_pairs)
            pair.serve();
        checkIdle();
        std::erase_if(m_pairs, [](const RelayPair &pair) { return pair.isFinished(); });
        publish();
    }
}

void RelayActor::acceptClient()
{
    Descriptor client(::accept4(m_listener.value(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client.isOpen())
        return;
    m_happened.append(QStringLiteral("client connected"));
    Descriptor server = makeSocket();
    const sockaddr_in target = kernelAddress(m_server);
    if (::connect(server.value(), reinterpret_cast<const sockaddr *>(&target), sizeof(target))
        == 0) {
        m_happened.append(QStringLiteral("server connected"));
        m_pairs.emplace_back(std::move(client), std::move(server), m_faults, m_happened);
        return;
    }
    m_happened.append(QStringLiteral("server refused"));
    if (m_faults.resetWhenRefused)
        resetSocket(client);
}

int RelayActor::timeout() const
{
    const bool isWaiting = std::any_of(m_pairs.begin(), m_pairs.end(), [](const RelayPair &pair) {
        return pair.isWaiting();
    });
    if (isWaiting)
        return soon;
    if (m_faults.idle == Milliseconds::zero() || m_pairs.empty())
        return -1;
    TimePoint first = TimePoint::max();
    for (const RelayPair &pair : m_pairs)
        first = std::min(first, pair.lastMoved() + m_faults.idle);
    // One more: poll(2) may come back a part of a millisecond early.
    const qint64 left = millisecondsBetween(steadyNow(), first) + 1;
    return static_cast<int>(std::max<qint64>(left, 0));
}

void RelayActor::checkIdle()
{
    if (m_faults.idle == Milliseconds::zero())
        return;
    for (RelayPair &pair : m_pairs) {
        if (!pair.isFinished() && steadyNow() - pair.lastMoved() >= m_faults.idle)
            pair.timeOut();
    }
}

void RelayActor::publish()
{
    const std::lock_guard lock(m_mutex);
    m_events = m_happened;
}

SocketAddress RelayActor::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

std::optional<SocketEnds> RelayActor::ends(const QString &socket) const
{
    Q_UNUSED(socket)
    const std::lock_guard lock(m_mutex);
    if (m_address.isNull())
        return std::nullopt;
    return SocketEnds{m_address, {}};
}

QStringList RelayActor::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

void RelayActor::release()
{
    if (!m_thread.joinable())
        return;
    m_stop.raise();
    m_thread.join();
    m_pairs.clear();
    m_listener.close();
}

} // namespace Teardown
