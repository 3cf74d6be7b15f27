// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/streamservices.h"

namespace Teardown {

namespace {

constexpr qint64 chunk = 64 * 1024;

/// RFC 864: lines of 72 of the 95 printing characters, each starting one further on; 95 lines make
/// a round.
constexpr int printing = 95;
constexpr int lineLength = 72;

const QByteArray &chargenRound()
{
    static const QByteArray round = [] {
        QByteArray lines;
        for (int line = 0; line < printing; ++line) {
            for (int i = 0; i < lineLength; ++i)
                lines.append(static_cast<char>(0x20 + (line + i) % printing));
            lines.append("\r\n");
        }
        return lines;
    }();
    return round;
}

void discardInput(Connection &connection)
{
    while (!connection.read(chunk).isEmpty()) {}
}

} // namespace

EchoService::EchoService(Connection &connection)
    : m_connection(connection)
{
}

void EchoService::readable()
{
    while (m_connection.hasRoom()) {
        const QByteArray data = m_connection.read(chunk);
        if (data.isEmpty())
            break;
        m_connection.send(data);
    }
    if (m_connection.inputEnded())
        m_connection.close(Reason::PeerClosed);
    else if (m_finishing && m_connection.bytesAvailable() == 0)
        m_connection.close(*m_finishing);
}

void EchoService::finish(Reason reason)
{
    m_finishing = reason;
    readable();
}

std::optional<TimePoint> EchoService::busySince() const
{
    return m_connection.bytesAvailable() > 0 ? std::optional(m_connection.now()) : std::nullopt;
}

DiscardService::DiscardService(Connection &connection)
    : m_connection(connection)
{
}

void DiscardService::readable()
{
    discardInput(m_connection);
    if (m_connection.inputEnded())
        m_connection.close(Reason::PeerClosed);
}

void DiscardService::finish(Reason reason)
{
    m_connection.close(reason);
}

ChargenService::ChargenService(Connection &connection)
    : m_connection(connection)
{
}

void ChargenService::readable()
{
    discardInput(m_connection);
    if (m_connection.inputEnded())
        m_connection.close(Reason::PeerClosed);
}

void ChargenService::writable()
{
    while (m_connection.canSend() && m_connection.hasRoom())
        m_connection.send(chargenRound());
}

void ChargenService::finish(Reason reason)
{
    m_connection.close(reason);
}

} // namespace Teardown
