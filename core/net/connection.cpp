// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/connection.h"

#include "core/close/closer.h"
#include "core/close/tcpinfo.h"
#include "core/net/leansocket.h"

#include <algorithm>

#include <netinet/tcp.h>

namespace Teardown {

using Timer = ConnectionTimers::Timer;

namespace {

/// More than one read goes on while the reader keeps up; the buffer's own limit bounds each.
constexpr qint64 discardChunk = 64 * 1024;

/// A connection with more readings and writings between two samples keeps its buffers meanwhile.
constexpr int quietTurns = 8;

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
    m_socket = std::make_unique<LeanSocket>();
    m_socket->setReadBufferSize(m_settings->readBuffer);
    m_socket->setSocketDescriptor(m_descriptor);
    connect(m_socket.get(), &QIODevice::readyRead, this, &Connection::onReadyRead);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &Connection::onSocketError);
    if (m_settings->endGate && m_context.endGateWorks) {
        m_gate = std::make_unique<EndGate>(*m_socket,
                                           m_descriptor,
                                           static_cast<EndGateObserver &>(*this));
        if (!m_gate->attach())
            m_gate.reset();
    }
    if (m_info.role == Role::Server)
        addEvidence(Layer::Kernel, What::Accepted, m_info.peer.toString().toLatin1());
    else
        addEvidence(Layer::Kernel, What::Connected, m_info.local.toString().toLatin1());
    if (!m_gate)
        addEvidence(Layer::App, What::GateMissing);

    noteState();
    enter(ConnectionState::Open);
    m_service = factory(*this);
    m_heartbeat.received(m_timers.loopTime());
    m_timers.restart(Timer::Idle);
    // Without pings there is no verdict to look for.
    if (m_service->hasHeartbeat() && m_settings->heartbeat > Milliseconds{0}) {
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

void Connection::addEvidence(Layer layer, What what, QByteArray detail, TimePoint mono)
{
    constexpr std::ptrdiff_t keptFirst = 8;
    if (m_evidence.size() == maxEvidence)
        m_evidence.erase(m_evidence.begin() + keptFirst);
    const auto isLater = [](TimePoint time, const Evidence &evidence) {
        return time < evidence.mono;
    };
    m_evidence.insert(std::upper_bound(m_evidence.begin(), m_evidence.end(), mono, isLater),
                      {mono, layer, what, std::move(detail)});
    m_dirty = true;
}

/// The kernel's state right now: between two samples a state may come and go. Returns what
/// undelivered() would.
qint64 Connection::noteState(bool hasError)
{
    const auto info = tcpInfo();
    if (!info)
        return undelivered();
    m_states.note({.mono = m_timers.now(),
                   .state = info->state,
                   .isReset = hasError && info->state == TCP_CLOSE});
    return info->isAllAcknowledged() ? m_queue.size() : undelivered();
}

QByteArray Connection::read(qint64 most)
{
    // Of no more than there is: Qt reserves all of it, and the result keeps it.
    const qint64 available = std::min(most, bytesAvailable());
    return available > 0 ? taken(m_socket->read(available)) : QByteArray();
}

QByteArray Connection::readLine(qint64 most)
{
    if (bytesAvailable() == 0)
        return {};
    // QIODevice::readLine() reserves for the longest line each time unless it is given a place, and
    // counts a terminating null into the limit.
    QByteArray &line = m_context.line;
    if (line.size() <= most)
        line.resize(most + 1);
    const qint64 size = m_socket->readLine(line.data(), most + 1);
    return taken(line.left(size));
}

void Connection::readLater()
{
    if (std::exchange(m_readsLater, true))
        return;
    const auto read = [this] {
        m_readsLater = false;
        if (!isGone())
            takeInput();
    };
    QMetaObject::invokeMethod(this, read, Qt::QueuedConnection);
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
    const bool wasEmpty = m_queue.isEmpty();
    m_queue.append(data);
    m_bytesOut += data.size();
    m_context.bytesOut += static_cast<quint64>(data.size());
    m_dirty = true;
    if (!wasEmpty)
        return true;
    // Not at once: what else is sent in this pass of the loop leaves with it.
    if (m_writable) {
        m_writable->setEnabled(true);
    } else {
        m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &Connection::onWritable);
    }
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
    m_hasBuffers = true;
    takeInput();
    spareBuffers();
}

/// Gives the socket's buffers back, unless they would soon be needed again: to allocate them for
/// each message costs more than the message.
void Connection::spareBuffers()
{
    if (!isGone() && ++m_turns <= quietTurns)
        m_hasBuffers = !m_socket->releaseBuffers();
}

void Connection::noteReceived()
{
    m_lastActivity = m_timers.now();
    m_dirty = true;
    m_heartbeat.received(m_timers.loopTime());
    if (m_timers.isRunning(Timer::Ping))
        m_timers.restart(Timer::Ping);
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

void Connection::onWritable()
{
    const WriteQueue::Written written = m_queue.writeTo(m_descriptor);
    if (m_queue.isEmpty() || written.error != 0)
        m_writable->setEnabled(false);
    if (written.error != 0)
        onWriteError(written.error);
    else if (written.bytes > 0)
        onBytesWritten();
}

void Connection::onBytesWritten()
{
    m_lastActivity = m_timers.now();
    m_dirty = true;
    if (m_timers.isRunning(Timer::Idle))
        m_timers.restart(Timer::Idle);
    if (m_queue.isEmpty())
        m_heartbeat.queueSent(m_timers.loopTime());
    if (m_state == ConnectionState::Flushing && m_queue.isEmpty()) {
        flushed();
        // Half closed, with a service that stopped reading while there was no room for answers.
        if (!isGone() && !m_closing)
            takeInput();
    } else {
        if (canSend() && m_queue.size() <= m_settings->writeLimit / 2)
            m_service->writable();
        halfCloseIfIdle(); // each answer ends in a write
    }
    spareBuffers();
}

void Connection::finSeen()
{
    if (isGone())
        return;
    const qint64 left = noteState();
    if (!m_facts.intent)
        m_phase = phase(left);
    m_facts.finReceived = true;
    m_lastActivity = m_timers.now();
    addEvidence(Layer::Kernel, What::FinReceived);
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
    const bool isUseful = m_heartbeat.isPingUseful(m_timers.loopTime(),
                                                   m_settings->heartbeat,
                                                   m_settings->heartbeatTimeout);
    const qint64 before = m_bytesOut;
    const qint64 acknowledged = before - outstanding();
    if (isUseful && canSend() && m_service->ping(m_heartbeat.pings() + 1)) {
        m_heartbeat.pingQueued({.begin = before, .end = m_bytesOut}, acknowledged);
        m_pinged = m_timers.now();
    }
}

void Connection::checkHeartbeat()
{
    if (m_heartbeat.isCatchingUp(m_bytesOut - outstanding())) {
        m_heartbeat.received(m_timers.loopTime());
        m_timers.restart(Timer::Heartbeat);
        return;
    }
    const bool unread = bytesAvailable() > 0 || unreadBytes(m_descriptor) > 0;
    if (m_heartbeat.isDead(m_timers.loopTime(),
                           unread,
                           m_settings->heartbeat,
                           m_settings->heartbeatTimeout)) {
        addEvidence(Layer::App, What::PingSent, QByteArray::number(m_heartbeat.pings()), m_pinged);
        reset(Reason::HeartbeatTimeout);
        return;
    }
    m_timers.restart(Timer::Heartbeat,
                     m_heartbeat.isPingOut() ? Deadlines::tickLength : m_settings->heartbeat);
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

} // namespace Teardown
