// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/connectionfixture.h"

#include "core/close/tcpinfo.h"

#include <QTest>

#include <algorithm>

#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr int longestWait = 20'000; // milliseconds

struct Accepted
{
    int descriptor = -1;
    SocketAddress peer;
};

/// Connects \a peer to a listener that exists only for it.
Accepted acceptFrom(RawPeer &peer, int receiveBuffer)
{
    const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in here = {};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(here);
    auto *address = reinterpret_cast<sockaddr *>(&here);
    if (::bind(listener.value(), address, size) != 0 || ::listen(listener.value(), 1) != 0)
        qFatal("cannot listen on the loopback");
    if (!peer.connectTo(localAddress(listener.value()), receiveBuffer))
        qFatal("cannot connect on the loopback");
    sockaddr_storage from = {};
    size = sizeof(from);
    const int descriptor = ::accept4(listener.value(),
                                     reinterpret_cast<sockaddr *>(&from),
                                     &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    return {descriptor, toSocketAddress(from)};
}

} // namespace

ConnectionFixture::ConnectionFixture(const ConnectionSettings &settings,
                                     Role role,
                                     bool endGateWorks)
    : m_context{.deadlines = m_deadlines, .endGateWorks = endGateWorks}
    , m_connection(
          std::make_unique<Connection>(ConnectionInfo{.id = 7, .role = role},
                                       std::make_shared<const ConnectionSettings>(settings),
                                       m_context))
{
    QObject::connect(m_connection.get(),
                     &Connection::ended,
                     m_connection.get(),
                     [this](const CloseReport &report) { reports.append(report); });
}

ConnectionFixture::~ConnectionFixture()
{
    m_connection.reset();
    // The sockets it has let go of are deleted later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void ConnectionFixture::open(int receiveBuffer)
{
    open([this](Connection
                    &connection) { return std::make_unique<ScriptedService>(connection, script); },
         receiveBuffer);
}

void ConnectionFixture::open(const ServiceFactory &factory, int receiveBuffer)
{
    const Accepted accepted = acceptFrom(peer, receiveBuffer);
    m_connection->prepare(accepted.descriptor, accepted.peer);
    m_connection->open(factory);
}

bool ConnectionFixture::waitForEnd() const
{
    return QTest::qWaitFor([this] { return hasEnded(); }, longestWait);
}

ConnectionSettings noDeadlines()
{
    ConnectionSettings settings;
    settings.heartbeat = settings.heartbeatTimeout = Milliseconds{0};
    settings.readDeadline = settings.writeDeadline = settings.idleTimeout = Milliseconds{0};
    settings.lingerIdle = settings.lingerTotal = Milliseconds{0};
    return settings;
}

qsizetype count(const CloseReport &report, What what)
{
    return std::count_if(report.evidence.begin(),
                         report.evidence.end(),
                         [what](const Evidence &evidence) { return evidence.what == what; });
}

QByteArray detail(const CloseReport &report, What what)
{
    const auto last
        = std::find_if(report.evidence.rbegin(),
                       report.evidence.rend(),
                       [what](const Evidence &evidence) { return evidence.what == what; });
    return last == report.evidence.rend() ? QByteArray() : last->detail;
}

QString tokens(const Verdict &verdict)
{
    return token(verdict.endedBy) % u' ' % token(verdict.wire) % u' ' % token(verdict.reason) % u' '
        % token(verdict.grade);
}

} // namespace Teardown
