// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/relaypair.h"

#include "core/close/tcpinfo.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

/// Reading stops while so much is owed to the other side.
constexpr qsizetype mostOwed = 16 * 1024 * 1024;

} // namespace

void resetSocket(Descriptor &socket)
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket.value(), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    socket.close();
}

RelayPair::RelayPair(Descriptor client,
                     Descriptor server,
                     const RelayFaults &faults,
                     QStringList &events)
    : m_client{.name = "client", .socket = std::move(client), .owed = {}}
    , m_server{.name = "server", .socket = std::move(server), .owed = {}}
    , m_faults(faults)
    , m_events(events)
    , m_lastMoved(steadyNow())
{
}

short RelayPair::wanted(const Leg &leg, const Leg &other)
{
    short events = 0;
    if (!leg.ended && other.owed.size() < mostOwed)
        events |= POLLIN;
    if (!leg.owed.isEmpty())
        events |= POLLOUT;
    return events;
}

void RelayPair::serve()
{
    readFrom(m_client, m_server);
    readFrom(m_server, m_client);
    writeTo(m_client);
    writeTo(m_server);
    passEnd(m_client, m_server);
    passEnd(m_server, m_client);
    if (m_finished || !m_client.owed.isEmpty() || !m_server.owed.isEmpty())
        return;
    if (m_resetAfterFlush) {
        // An RST throws away what the kernel has not delivered.
        if (unacknowledgedBytes(clientDescriptor()) + unacknowledgedBytes(serverDescriptor()) > 0)
            return;
        resetSocket(m_client.socket);
        resetSocket(m_server.socket);
    }
    if (m_resetAfterFlush || m_closeAfterFlush || (m_client.ended && m_server.ended))
        finish();
}

void RelayPair::readFrom(Leg &from, Leg &to)
{
    std::array<char, 64 * 1024> block;
    while (!m_finished && !from.ended && to.owed.size() < mostOwed) {
        const auto size = ::recv(from.socket.value(), block.data(), block.size(), MSG_DONTWAIT);
        if (size > 0) {
            to.owed.append(block.data(), size);
            m_lastMoved = steadyNow();
        } else if (size == 0) {
            from.ended = true;
            note(from.name, "closed");
        } else if (errno == EAGAIN) {
            return;
        } else {
            onReset(from, to);
        }
    }
}

void RelayPair::writeTo(Leg &to)
{
    while (!m_finished && !to.owed.isEmpty()) {
        const auto sent = ::send(to.socket.value(),
                                 to.owed.constData(),
                                 static_cast<std::size_t>(to.owed.size()),
                                 MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN)
            return;
        if (sent < 0) {
            // Its reader has gone; reading from it will tell how.
            to.owed.clear();
            return;
        }
        to.owed.remove(0, sent);
        m_lastMoved = steadyNow();
    }
}

void RelayPair::passEnd(Leg &from, Leg &to)
{
    if (m_finished || !from.ended || to.finSent || !to.owed.isEmpty() || m_resetAfterFlush)
        return;
    if (m_faults.swallowHalfClose) {
        m_closeAfterFlush = true;
        return;
    }
    ::shutdown(to.socket.value(), SHUT_WR);
    to.finSent = true;
}

void RelayPair::onReset(Leg &from, Leg &to)
{
    from.ended = true;
    from.owed.clear();
    note(from.name, "reset");
    switch (m_faults.onReset) {
    case RelayFaults::Reset::Pass:
        m_resetAfterFlush = true;
        break;
    case RelayFaults::Reset::Fin:
        m_closeAfterFlush = true;
        break;
    case RelayFaults::Reset::Early:
        resetSocket(to.socket);
        finish();
        break;
    }
}

void RelayPair::timeOut()
{
    m_events.append(QStringLiteral("idle timeout"));
    finish();
}

void RelayPair::finish()
{
    m_client.socket.close();
    m_server.socket.close();
    m_finished = true;
}

void RelayPair::note(const char *name, const char *what)
{
    m_events.append(QString(QLatin1StringView(name) % u' ' % QLatin1StringView(what)));
}

} // namespace Teardown
