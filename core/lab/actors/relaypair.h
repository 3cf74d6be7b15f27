// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/descriptor.h"

#include <QByteArray>
#include <QStringList>

namespace Teardown {

/// What a relay does wrong on purpose.
struct RelayFaults
{
    enum class Reset {
        Pass, ///< sends on what it owes, then resets the other side
        Fin, ///< sends on what it owes, then closes the other side as if all were well
        Early, ///< resets the other side at once and throws away what it owes
    };

    Reset onReset = Reset::Pass;
    bool swallowHalfClose = false; ///< one side's FIN closes both directions
    bool resetWhenRefused = false; ///< a client whose server refuses is reset instead of closed
    Milliseconds idle{0}; ///< closes both sides when nothing moved for so long; 0 never
};

/// A client and a server with a relay between them. For one thread; never blocks.
class RelayPair
{
public:
    /// Takes two connected sockets. What happens is written to \a events.
    RelayPair(Descriptor client, Descriptor server, const RelayFaults &faults, QStringList &events);

    bool isFinished() const { return m_finished; }

    int clientDescriptor() const { return m_client.socket.value(); }
    int serverDescriptor() const { return m_server.socket.value(); }

    /// What to poll for; 0 when nothing more is wanted of it.
    short clientEvents() const { return wanted(m_client, m_server); }
    short serverEvents() const { return wanted(m_server, m_client); }

    /// Moves what can be moved.
    void serve();

    TimePoint lastMoved() const { return m_lastMoved; }

    /// True while it has to look again soon without an event: whether all was acknowledged.
    bool isWaiting() const { return m_resetAfterFlush && !m_finished; }

    /// The idle time has passed.
    void timeOut();

private:
    struct Leg
    {
        const char *name;
        Descriptor socket;
        QByteArray owed; ///< to be written to this side
        bool ended = false; ///< nothing more comes from it
        bool finSent = false;
    };

    static short wanted(const Leg &leg, const Leg &other);
    void readFrom(Leg &from, Leg &to);
    void writeTo(Leg &to);
    void passEnd(Leg &from, Leg &to);
    void onReset(Leg &from, Leg &to);
    void finish();
    void note(const char *name, const char *what);

    Leg m_client;
    Leg m_server;
    RelayFaults m_faults;
    QStringList &m_events;
    TimePoint m_lastMoved;
    bool m_resetAfterFlush = false;
    bool m_closeAfterFlush = false;
    bool m_finished = false;
};

/// Sends an RST: SO_LINGER {1, 0}, then close(2).
void resetSocket(Descriptor &socket);

} // namespace Teardown
