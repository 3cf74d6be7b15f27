// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The ways a connection ends; how it lives is in connection.cpp.

#include "core/close/closer.h"
#include "core/close/tcpinfo.h"
#include "core/net/connection.h"
#include "core/net/leansocket.h"

#include <QMetaEnum>

#include <algorithm>
#include <cerrno>

#include <netinet/tcp.h>

namespace Teardown {

using Timer = ConnectionTimers::Timer;

void Connection::closeWhenIdle(Reason reason)
{
    if (isGone() || m_closing)
        return;
    if (m_service)
        m_service->finish(reason);
    else
        close(reason);
}

void Connection::close(Reason reason)
{
    if (isGone() || m_closing)
        return;
    decide(reason);
    m_closing = true;
    if (m_state == ConnectionState::Connecting) {
        end();
        return;
    }
    m_timers.stop(Timer::Ping);
    m_timers.stop(Timer::Heartbeat);
    m_timers.stop(Timer::Read);
    m_timers.stop(Timer::Idle);
    // After the peer's FIN nobody may be listening any more, and last words would draw an RST.
    if (!m_facts.finReceived)
        send(m_service->farewell(reason));
    takeInput();
    if (isGone())
        return;
    if (canSend())
        enter(ConnectionState::Flushing);
    if (m_state == ConnectionState::Flushing && m_queue.isEmpty())
        flushed();
    else if (m_state == ConnectionState::FinSent)
        startLinger(); // a half close came first
    if (!isGone() && m_state == ConnectionState::FinSent)
        endWhenDone();
}

void Connection::halfClose()
{
    if (!canSend())
        return;
    decide(Reason::LocalClose, "half-close");
    m_timers.stop(Timer::Ping);
    m_timers.stop(Timer::Heartbeat);
    enter(ConnectionState::Flushing);
    if (m_queue.isEmpty())
        flushed();
}

void Connection::halfCloseWhenIdle()
{
    m_halfClosing = true;
    halfCloseIfIdle();
}

void Connection::halfCloseIfIdle()
{
    if (m_halfClosing && canSend() && !m_service->busySince())
        halfClose();
}

void Connection::reset(Reason reason)
{
    if (isGone())
        return;
    m_phase = phase();
    m_facts.intent = reason;
    m_facts.resetSent = m_facts.opened;
    addEvidence(Layer::App, What::Intent, QByteArray(token(reason).data(), token(reason).size()));
    end();
}

void Connection::drain(std::optional<TimePoint> deadline)
{
    if (isGone() || m_draining)
        return;
    m_draining = true;
    m_drainDeadline = deadline;
    std::optional<Milliseconds> remaining;
    if (deadline) {
        const auto left = std::chrono::duration_cast<Milliseconds>(*deadline - m_timers.now());
        remaining = std::max(Milliseconds{0}, left);
        m_drainLength = *remaining;
    }
    m_dirty = true;
    if (m_state == ConnectionState::Connecting || !canSend()) {
        close(Reason::Drained);
        return;
    }
    if (!m_facts.finReceived) // who has closed may not be there any more, and would answer with RST
        m_service->announceDrain(remaining);
    closeWhenIdle(Reason::Drained);
}

/// Everything queued is in the kernel: our FIN may follow.
void Connection::flushed()
{
    if (Closer::shutWrite(m_descriptor) != 0) {
        // The connection is dead already (ENOTCONN); the pending error tells why.
        m_timers.restart(Timer::Watch, Deadlines::tickLength);
        if (m_gate)
            m_gate->look();
        return;
    }
    m_facts.finSent = true;
    m_finSentAt = m_timers.now();
    addEvidence(Layer::Kernel, What::WriteShut);
    enter(ConnectionState::FinSent);
    if (m_facts.finReceived) {
        endWhenDone();
    } else {
        noteState();
        startLinger();
    }
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

/// The peer's time to answer our FIN starts when it has all of our data; until then the write
/// deadline rules.
void Connection::startLinger()
{
    if (isGone() || !m_closing || m_facts.finReceived || m_timers.isRunning(Timer::LingerTotal))
        return;
    if (undelivered() > 0) {
        m_timers.restart(Timer::Watch, Deadlines::tickLength);
        return;
    }
    m_timers.restart(Timer::LingerIdle);
    m_timers.restart(Timer::LingerTotal);
}

/// Both FINs are out: the end, as soon as the peer's kernel has everything.
void Connection::endWhenDone()
{
    if (isGone() || !m_facts.finReceived || !m_facts.finSent)
        return;
    if (!m_closing && !inputEnded())
        return; // half closed by us: the service still takes what came before the peer's FIN
    if (noteState() > 0) {
        m_timers.restart(Timer::Watch, Deadlines::tickLength);
        return;
    }
    // An answer to a peer that is really gone draws an RST; it may be here already.
    if (m_gate)
        m_gate->look();
    if (isGone())
        return;
    addEvidence(Layer::Kernel, What::AllAcknowledged);
    end(true);
}

void Connection::errorSeen(int error)
{
    if (isGone())
        return;
    const bool reset = error == ECONNRESET || error == EPIPE || error == 0;
    addEvidence(Layer::Kernel,
                reset ? What::RstReceived : What::KernelError,
                errnoName(error).toLatin1());
    noteState(true);
    m_phase = phase();
    m_facts.error = error;
    end();
}

void Connection::onWriteError(int error)
{
    if (m_gate) {
        m_gate->writeFailed(error);
        return;
    }
    // Whether a FIN came before nobody knows, as when Qt reads.
    addEvidence(Layer::Kernel, What::KernelError, errnoName(error).toLatin1());
    m_phase = phase();
    m_facts.socketError = error == ETIMEDOUT ? QAbstractSocket::SocketTimeoutError
                                             : QAbstractSocket::RemoteHostClosedError;
    end();
}

void Connection::onSocketError()
{
    if (isGone())
        return;
    const auto error = m_socket->error();
    // Qt has closed the descriptor, and its number may already be another file's (Qt 6.4).
    m_descriptor = -1;
    // A sample may be a second old, and acknowledged since.
    m_unacknowledged = 0;
    addEvidence(Layer::Qt,
                What::SocketError,
                QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
    m_phase = phase();
    m_facts.socketError = error;
    end();
}

/// Writes down why we end it, before anything is done (the judge of what follows).
/// \a detail: of the evidence, where that is not the reason.
void Connection::decide(Reason reason, QByteArrayView detail)
{
    if (m_facts.finReceived || m_facts.intent)
        return;
    m_phase = phase();
    m_facts.intent = reason;
    addEvidence(Layer::App,
                What::Intent,
                (detail.isEmpty() ? QByteArrayView(token(reason)) : detail).toByteArray());
}

/// \a undelivered: what undelivered() is.
Phase Connection::phase(qint64 undelivered) const
{
    if (m_state == ConnectionState::Connecting)
        return Phase::Connecting;
    if (m_draining)
        return Phase::Draining;
    if (m_facts.finSent && m_closing && !m_facts.finReceived)
        return Phase::Lingering;
    if (m_facts.finReceived || m_facts.finSent)
        return Phase::HalfClosed;
    if (undelivered > 0 || m_service->busySince() || m_service->isMessageCut())
        return Phase::Active;
    return Phase::Idle;
}

/// Bytes sent that the peer's kernel has not acknowledged, our FIN included.
qint64 Connection::outstanding() const
{
    if (!m_socket)
        return 0;
    return m_queue.size()
        + (m_descriptor >= 0 ? unacknowledgedBytes(m_descriptor) : m_unacknowledged);
}

qint64 Connection::undelivered() const
{
    return std::max<qint64>(0, outstanding() - (m_facts.finSent ? 1 : 0));
}

void Connection::enter(ConnectionState state)
{
    Q_ASSERT(isAllowedMove(m_state, state));
    m_state = state;
    m_dirty = true;
}

/// The one way to Ended. \a everythingDelivered: both ways, which spares asking the kernel again.
void Connection::end(bool everythingDelivered)
{
    if (isGone())
        return;
    CloseReport report;
    report.unread = bytesAvailable();
    if (!everythingDelivered) {
        report.undelivered = undelivered();
        report.unread += m_descriptor >= 0 ? unreadBytes(m_descriptor) : 0;
    }
    report.truncated = report.undelivered > 0 || (m_service && m_service->isMessageCut());
    m_timers.stopAll();
    releaseSocket();

    if (const qint64 left = m_service ? m_service->answerLeft() : 0; left > 0)
        addEvidence(Layer::Service, What::AnswerCut, QByteArray::number(left));
    if (m_discarded > 0)
        addEvidence(Layer::App, What::Discarded, QByteArray::number(m_discarded));
    if (m_facts.resetSent) {
        addEvidence(Layer::Kernel, What::RstSent, QByteArray::number(report.undelivered));
        m_states.note({.mono = m_timers.now(), .state = TCP_CLOSE, .isReset = true});
    } else if (m_facts.opened && !m_facts.error && !m_facts.socketError) {
        addEvidence(Layer::Kernel, What::SocketClosed);
    }

    report.verdict = classify(m_facts);
    report.phase = m_phase;
    report.bytesIn = m_bytesIn;
    report.bytesOut = m_bytesOut;
    report.duration = std::chrono::duration_cast<Milliseconds>(m_timers.now() - m_info.opened);
    report.error = m_facts.error.value_or(0);
    report.evidence = std::exchange(m_evidence, {});
    report.states = std::exchange(m_states, {});
    enter(ConnectionState::Ended);
    emit ended(report);
    // Nothing after this line: a slot may have handed this object over for deletion.
}

void Connection::releaseSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_writable) {
        m_writable->setEnabled(false);
        m_writable.release()->deleteLater(); // its signal may be running
    }
    if (m_gate)
        m_gate->detach();
    if (m_descriptor >= 0) {
        const bool orderly = m_facts.finReceived && m_facts.finSent;
        if (m_facts.resetSent || !(orderly || m_facts.error))
            Closer::reset(*m_socket, m_descriptor);
        else
            Closer::close(*m_socket);
    }
    m_descriptor = -1;
    // This may run inside a signal of the socket or an event of its notifier, which must outlive
    // it.
    m_socket.release()->deleteLater();
    if (m_gate)
        m_gate.release()->deleteLater();
}

} // namespace Teardown
