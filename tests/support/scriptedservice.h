// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"

#include <functional>

namespace Teardown {

/// What a ScriptedService does when it is called; what is left empty has a plain default.
struct Script
{
    std::function<void(Connection &)> opened;
    std::function<void(Connection &)> readable; ///< default: throwInputAway()
    std::function<void(Connection &)> writable;
    std::function<void(Connection &, Reason)> finish; ///< default: close
    QByteArray farewell;
    bool hasHeartbeat = false; ///< pings are lines: "PING 1"
    bool isBusy = false;
    bool isMessageCut = false;
};

/// Reads what is there, and closes at the end of the input.
inline void throwInputAway(Connection &connection)
{
    while (!connection.read(64 * 1024).isEmpty()) {}
    if (connection.inputEnded())
        connection.close(Reason::PeerClosed);
}

/// A service for tests that does what its script says. The script may change at any time.
class ScriptedService final : public Service
{
public:
    /// \a script must outlive the service.
    ScriptedService(Connection &connection, const Script &script)
        : m_connection(connection)
        , m_script(script)
    {
    }

    void opened() override
    {
        if (m_script.opened)
            m_script.opened(m_connection);
    }

    void readable() override
    {
        if (m_script.readable)
            m_script.readable(m_connection);
        else
            throwInputAway(m_connection);
    }

    void writable() override
    {
        if (m_script.writable)
            m_script.writable(m_connection);
    }

    void finish(Reason reason) override
    {
        if (m_script.finish)
            m_script.finish(m_connection, reason);
        else
            m_connection.close(reason);
    }

    QByteArray farewell(Reason reason) const override
    {
        Q_UNUSED(reason)
        return m_script.farewell;
    }

    bool hasHeartbeat() const override { return m_script.hasHeartbeat; }

    bool ping(quint64 number) override
    {
        return m_connection.send("PING " + QByteArray::number(number) + '\n');
    }

    std::optional<TimePoint> busySince() const override
    {
        return m_script.isBusy ? std::optional(m_connection.now()) : std::nullopt;
    }

    bool isMessageCut() const override { return m_script.isMessageCut; }

private:
    Connection &m_connection;
    const Script &m_script;
};

} // namespace Teardown
