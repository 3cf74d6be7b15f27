// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"
#include "tests/support/rawpeer.h"
#include "tests/support/scriptedservice.h"

#include <QList>

#include <memory>

namespace Teardown {

/// A connection of the engine in the event loop of this thread, and the plain peer it talks to.
///
/// The peer's calls block: those that need an answer of the connection go through meanwhile().
class ConnectionFixture final
{
    Q_DISABLE_COPY_MOVE(ConnectionFixture)

public:
    explicit ConnectionFixture(const ConnectionSettings &settings = {},
                               Role role = Role::Server,
                               bool endGateWorks = true);
    ~ConnectionFixture();

    /// Connects the peer and opens the connection with the script as its service.
    void open(int receiveBuffer = 0);

    /// As open(), with a real service.
    void open(const ServiceFactory &factory, int receiveBuffer = 0);

    /// Deletes the connection; not in one of its calls.
    void destroy() { m_connection.reset(); }

    /// Lets go of the connection and has it deleted later; also in its calls.
    void deleteLater() { m_connection.release()->deleteLater(); }

    Connection *operator->() const { return m_connection.get(); }
    Connection &operator*() const { return *m_connection; }

    bool hasEnded() const { return !reports.isEmpty(); }

    /// The report of the one end there should be; an empty one when there was not exactly one.
    CloseReport report() const { return reports.size() == 1 ? reports.front() : CloseReport{}; }

    /// Lets the event loop run until it has ended. False when it takes longer than any test should.
    bool waitForEnd() const;

    Script script;
    RawPeer peer;
    QList<CloseReport> reports;

private:
    SteadyClock m_clock;
    Deadlines m_deadlines{m_clock};
    ThreadContext m_context;
    std::unique_ptr<Connection> m_connection;
};

/// Settings with every deadline off, for a test that switches on its own.
ConnectionSettings noDeadlines();

/// How often \a what is in the evidence of \a report.
qsizetype count(const CloseReport &report, What what);

/// The detail of the last \a what in \a report; null when there is none.
QByteArray detail(const CloseReport &report, What what);

/// "peer fin peer-closed observed".
QString tokens(const Verdict &verdict);

} // namespace Teardown
