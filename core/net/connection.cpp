// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/connection.h"

#include "core/close/closer.h"
#include "core/close/tcpinfo.h"

#include <QMetaEnum>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>

#include <netinet/tcp.h>

namespace Teardown {

using Timer = ConnectionTimers::Timer;

namespace {

/// More than one read goes on while the reader keeps up; the buffer's own limit bounds each.
constexpr qint64 discardChunk = 64 * 1024;

QByteArray errorDetail(int error)
{
    return errnoName(error).toLatin1();
}

} // namespace

Connection::Connection(ConnectionInfo info,
                       std::shared_ptr<const ConnectionSettings> settings,
                       ThreadContext &context,
                       QObject *parent)
    : QObject(parent)
    , m_info(std::move(info))
    , m_settings(std::move(settings))
    , m_context(context)
    , m_timers(context.deadlines, *m_settings, *this)
    , m_lastActivity(m_timers.now())
{
    m_info.opened = m_lastActivity;
}

Connection::~Connection()
{
    if (isGone())
        return;
    m_facts.resetSent = true;
    releaseSocket();
}

void Connection::tryingAddress(const SocketAddress &peer)
{
    m_info.peer = peer;
    addEvidence(Layer::Kernel, What::Connecting, peer.toString().toLatin1());
}

void Connection::prepare(int descriptor, const SocketAddress &peer)
{
    m_timers.stop(Timer::Connect);
    m_descriptor = descriptor;
    m_info.peer = peer;
    m_info.local = localAddress(descriptor);
    m_facts.opened = true;
}

void Connection::open(const ServiceFactory &factory)
{
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(m_settings->readBuffer);
    m_socket->setSocketDescriptor(m_descriptor);
    connect(m_socket.get(), &QIODevice::readyRead, this, &Connection::onReadyRead);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &Connection::onSocketError);
    if (m_settings->endGate && m_context.endGateWorks) {
        m_gate = std::make_unique<EndGate>(*m_socket,
                                           m_descriptor,
                                           static_cast<EndGateObserver &>(*this),
                                           m_context.currentEvents);
        m_facts.gateWatched = m_gate->attach();
    } else {
        m_facts.gateWatched = false;
    }
    if (m_info.role == Role::Server)
        addEvidence(Layer::Kernel, What::Accepted, m_info.peer.toString().toLatin1());
    else
        addEvidence(Layer::Kernel, What::Connected, m_info.local.toString().toLatin1());
    if (!m_facts.gateWatched)
        addEvidence(Layer::App, What::GateMissing);

    noteState();
    enter(ConnectionState::Open);
    m_service = factory(*this);
    m_heartbeat.received(moment());
    m_timers.restart(Timer::Idle);
    if (m_service->hasHeartbeat()) {
        m_timers.restart(Timer::Ping);
        m_timers.restart(Timer::Heartbeat);
    }
    m_service->opened();
}

void Connection::failConnect(int error)
{
    if (isGone())
        return;
    m_facts.nameNotFound = error == 0;
    if (error != 0)
        m_facts.error = error;
    end();
}

void Connection::addEvidence(Layer layer, What what, QByteArray detail)
{
    constexpr std::ptrdiff_t keptFirst = 8;
    if (m_evidence.size() == maxEvidence)
        m_evidence.erase(m_evidence.begin() + keptFirst);
    m_evidence.push_back({m_timers.now(), layer, what, std::move(detail)});
    m_dirty = true;
}

/// The kernel's state right now: between two samples a state may come and go.
void Connection::noteState(bool hasError)
{
    if (const auto info = tcpInfo())
        m_states.note({.mono = m_timers.now(),
                       .state = info->state,
                       .isReset = hasError && info->state == TCP_CLOSE});
}

QByteArray Connection::read(qint64 most)
{
    if (bytesAvailable() == 0)
        return {}; // Qt would reserve a buffer before it found out
    return taken(m_socket->read(most));
}

QByteArray Connection::readLine(qint64 most)
{
    if (bytesAvailable() == 0)
        return {};
    // QIODevice::readLine() counts a terminating null into its limit.
    return taken(m_socket->readLine(most + 1));
}

QByteArray Connection::taken(QByteArray data)
{
    m_bytesIn += data.size();
    m_context.bytesIn += static_cast<quint64>(data.size());
    return data;
}

qint64 Connection::bytesAvailable() const
{
    return m_socket ? m_socket->bytesAvailable() : 0;
}

bool Connection::send(const QByteArray &data)
{
    if (!canSend())
        return false;
    if (data.isEmpty())
        return true;
    const bool wasEmpty = m_queued == 0;
    m_socket->write(data);
    m_bytesOut += data.size();
    m_queued = m_socket->bytesToWrite();
    m_context.bytesOut += static_cast<quint64>(data.size());
    m_dirty = true;
    if (!wasEmpty)
        return true;
    if (m_gate)
        m_gate->attachWriter();
    if (!m_timers.isRunning(Timer::Write))
        m_timers.startWrite(m_bytesOut - data.size());
    return true;
}

void Connection::requestArriving()
{
    if (!m_timers.isRunning(Timer::Read))
        m_timers.restart(Timer::Read);
}

void Connection::onReadyRead()
{
    if (isGone())
        return;
    noteReceived();
    takeInput();
}

void Connection::noteReceived()
{
    m_lastActivity = m_timers.now();
    m_dirty = true;
    m_heartbeat.received(moment());
    if (m_timers.isRunning(Timer::Heartbeat))
        m_timers.restart(Timer::Heartbeat);
    if (m_timers.isRunning(Timer::Idle))
        m_timers.restart(Timer::Idle);
    if (m_timers.isRunning(Timer::LingerIdle))
        m_timers.restart(Timer::LingerIdle);
}

void Connection::takeInput()
{
    if (m_closing) {
        while (const qint64 taken = read(discardChunk).size())
            m_discarded += taken;
    } else {
        m_service->readable();
    }
    // Once its buffer was full Qt listens no more until all of it is taken (Qt 6.4), and nobody
    // would notice an RST.
    if (!isGone() && bytesAvailable() > 0 && !m_timers.isRunning(Timer::Watch))
        m_timers.restart(Timer::Watch);
}

void Connection::onBytesWritten()
{
    if (isGone())
        return;
    m_queued = m_socket->bytesToWrite();
    m_lastActivity = m_timers.now();
    m_dirty = true;
    if (m_timers.isRunning(Timer::Idle))
        m_timers.restart(Timer::Idle);
    if (m_queued == 0)
        m_heartbeat.queueSent(moment());
    if (m_state == ConnectionState::Flushing && m_queued == 0)
        flushed();
    else if (canSend() && m_queued <= m_settings->writeLimit / 2)
        m_service->writable();
}

void Connection::finSeen()
{
    if (isGone())
        return;
    if (!m_facts.intent)
        m_phase = phase();
    m_facts.finReceived = true;
    m_lastActivity = m_timers.now();
    addEvidence(Layer::Kernel, What::FinReceived);
    noteState();
    // It cannot answer any more; that it is still there is the kernel's business from here on.
    m_timers.stop(Timer::Ping);
    m_timers.stop(Timer::Heartbeat);
    m_timers.stop(Timer::LingerIdle);
    m_timers.stop(Timer::LingerTotal);
    m_timers.restart(Timer::Watch);
    if (m_state == ConnectionState::Open)
        enter(ConnectionState::PeerHalfClosed);
    takeInput();
    if (m_state == ConnectionState::FinSent)
        endWhenDone();
}

void Connection::errorSeen(int error)
{
    if (isGone())
        return;
    const bool reset = error == ECONNRESET || error == EPIPE || error == 0;
    addEvidence(Layer::Kernel, reset ? What::RstReceived : What::KernelError, errorDetail(error));
    noteState(true);
    m_phase = phase();
    m_facts.error = error;
    end();
}

void Connection::onSocketError()
{
    if (isGone())
        return;
    const auto error = m_socket->error();
    // Qt has closed the descriptor, and its number may already be another file's (Qt 6.4).
    m_descriptor = -1;
    if (m_gate)
        m_unacknowledged = m_gate->unacknowledgedAtWrite();
    addEvidence(Layer::Qt,
                What::SocketError,
                QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
    m_phase = phase();
    m_facts.socketError = error;
    end();
}

void Connection::timerExpired(Timer timer)
{
    switch (timer) {
    case Timer::Connect:
        decide(Reason::ConnectTimeout);
        end();
        break;
    case Timer::Read:
        reset(Reason::ReadDeadline);
        break;
    case Timer::Write:
        checkWrite();
        break;
    case Timer::Idle:
        reset(Reason::IdleTimeout);
        break;
    case Timer::Ping:
        sendPing();
        break;
    case Timer::Heartbeat:
        checkHeartbeat();
        break;
    case Timer::LingerIdle:
    case Timer::LingerTotal:
        reset(Reason::LingerTimeout);
        break;
    case Timer::Watch:
        watch();
        break;
    case Timer::Hold:
        closeWhenIdle(Reason::LocalClose);
        break;
    }
}

void Connection::sendPing()
{
    m_timers.restart(Timer::Ping);
    const qint64 before = m_bytesOut;
    const qint64 acknowledged = before - outstanding();
    if (canSend() && m_service->ping(m_heartbeat.pings() + 1))
        m_heartbeat.pingQueued({.begin = before, .end = m_bytesOut}, acknowledged);
}

void Connection::checkHeartbeat()
{
    if (m_heartbeat.isCatchingUp(m_bytesOut - outstanding())) {
        m_heartbeat.received(moment());
        m_timers.restart(Timer::Heartbeat);
        return;
    }
    const bool unread = bytesAvailable() > 0 || unreadBytes(m_descriptor) > 0;
    if (m_heartbeat.isDead(moment(), unread, m_settings->heartbeat, m_settings->heartbeatTimeout)) {
        reset(Reason::HeartbeatTimeout);
        return;
    }
    m_timers.restart(Timer::Heartbeat, Deadlines::tickLength);
}

void Connection::checkWrite()
{
    const qint64 left = outstanding();
    if (left == 0)
        return; // the next send() starts it again
    if (m_timers.isWriteOverdue(m_bytesOut - left))
        reset(Reason::WriteDeadline);
    else
        m_timers.restart(Timer::Write);
}

void Connection::watch()
{
    if (m_facts.finReceived || bytesAvailable() > 0) {
        m_timers.restart(Timer::Watch);
        if (m_gate)
            m_gate->look();
    }
    if (!isGone() && m_state == ConnectionState::FinSent) {
        endWhenDone();
        startLinger();
    }
}

} // namespace Teardown
