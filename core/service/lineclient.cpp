// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/lineclient.h"

namespace Teardown {

LineClient::LineClient(Connection &connection)
    : m_connection(connection)
{
}

void LineClient::readable()
{
    const qint64 most = m_connection.settings().maxLine;
    // A server that does not take our PONGs gets no more of them.
    for (int lines = 0; m_connection.hasRoom(); ++lines) {
        if (lines == Connection::linesPerPass) {
            m_connection.readLater();
            return;
        }
        const QByteArray part = m_connection.readLine(most);
        if (part.isEmpty())
            break;
        m_line += part;
        if (m_line.endsWith('\n'))
            obey(std::exchange(m_line, {}).trimmed());
        else if (m_line.size() > most)
            m_line.clear(); // bulk data of a server that speaks something else
    }
    if (m_connection.inputEnded())
        m_connection.close(Reason::PeerClosed);
}

void LineClient::obey(const QByteArray &line)
{
    if (line.startsWith("HELLO teardown/1"))
        m_greeted = true;
    else if (m_greeted && line.startsWith("PING"))
        m_connection.send("PONG" + line.mid(4) + '\n');
}

void LineClient::finish(Reason reason)
{
    m_connection.close(reason);
}

bool LineClient::ping(quint64 number)
{
    return m_greeted && m_connection.send("PING " + QByteArray::number(number) + '\n');
}

} // namespace Teardown
