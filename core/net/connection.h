// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/classifier.h"
#include "core/close/endgate.h"
#include "core/net/connectiontimers.h"
#include "core/net/heartbeat.h"
#include "core/net/service.h"
#include "core/net/writequeue.h"
#include "core/record/event.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <utility>

namespace Teardown {

class LeanSocket;
struct TcpInfo;

/// What a connection shares with the others of its I/O thread.
struct ThreadContext
{
    Deadlines &deadlines;
    bool endGateWorks = true; ///< see endGateWorks()
    QByteArray line = {}; ///< where a line is read to before its length is known
    quint64 bytesIn = 0; ///< of all connections of the thread
    quint64 bytesOut = 0;
};

/// One TCP connection, from accept or connect to exactly one ended().
///
/// Owns its socket and lives in the socket's thread. Deleting one that has not ended resets it
/// without a report.
class Connection final : public QObject, private EndGateObserver, private ConnectionTimers::Observer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection(ConnectionInfo info,
               std::shared_ptr<const ConnectionSettings> settings,
               ThreadContext &context,
               QObject *parent = nullptr);
    ~Connection() override;

    const ConnectionInfo &info() const { return m_info; }
    const ConnectionSettings &settings() const { return *m_settings; }
    ConnectionState state() const { return m_state; }

    // The beginning.

    /// A client tries this address now.
    void tryingAddress(const SocketAddress &peer);

    /// Takes a connected descriptor, accepted from or connected to \a peer; the addresses are known
    /// from here on.
    void prepare(int descriptor, const SocketAddress &peer);

    /// Starts to speak. Once, after prepare(); the connection may end in this call.
    void open(const ServiceFactory &factory);

    /// Starts the deadline for connecting. Only in state Connecting.
    void startConnectDeadline() { m_timers.restart(ConnectionTimers::Timer::Connect); }

    /// Nothing could be connected: the errno of the last address, or 0 when the name has none.
    void failConnect(int error);

    /// Closes in good order after \a time.
    void holdFor(Milliseconds time) { m_timers.restart(ConnectionTimers::Timer::Hold, time); }

    /// At most maxEvidence are kept: the first few, and the last.
    void addEvidence(Layer layer, What what, QByteArray detail = {})
    {
        addEvidence(layer, what, std::move(detail), m_timers.now());
    }

    /// The same for what happened at \a mono.
    void addEvidence(Layer layer, What what, QByteArray detail, TimePoint mono);

    static constexpr std::size_t maxEvidence = 64;

    // For the service.

    /// Takes up to \a most bytes; empty when there are none.
    QByteArray read(qint64 most);

    /// As read(), but not beyond the first LF, which is included.
    QByteArray readLine(qint64 most);

    /// Calls Service::readable() again in the next pass of the loop, so that the others have their
    /// turn.
    void readLater();

    /// Lines a service takes before it reads later.
    static constexpr int linesPerPass = 500;

    qint64 bytesAvailable() const;

    /// True when the peer's FIN came and everything before it has been taken.
    bool inputEnded() const { return m_facts.finReceived && bytesAvailable() == 0; }

    bool canSend() const
    {
        return m_state == ConnectionState::Open || m_state == ConnectionState::PeerHalfClosed;
    }

    /// Queues \a data. False, and queues nothing, unless canSend().
    bool send(const QByteArray &data);

    /// False while the queue is at its high-water mark: stop producing until Service::writable().
    bool hasRoom() const { return m_queue.size() < m_settings->writeLimit; }

    /// A request has begun to arrive; its deadline runs until requestArrived().
    void requestArriving();
    void requestArrived() { m_timers.stop(ConnectionTimers::Timer::Read); }

    TimePoint now() const { return m_timers.now(); }
    bool isClosing() const { return m_closing; }

    /// The state of things, with the next deadline.
    ConnectionSnapshot snapshot() const;

    /// Asks the kernel; nothing when there is no socket.
    std::optional<TcpInfo> tcpInfo() const;

    // The ends. Whatever is called, from whatever slot, ended() comes once.

    /// Lets the service finish what is owed, then close(\a reason).
    void closeWhenIdle(Reason reason);

    /// Refuses new data, sends what is queued, then FIN, and waits for the peer's FIN within the
    /// linger limits. \a reason is what the report will say, unless the peer's FIN was first. An
    /// answer that the service still has to produce would be cut: closeWhenIdle() is for everybody
    /// else.
    void close(Reason reason);

    /// Sends what is queued, then FIN, and goes on reading and obeying until the peer's FIN. An
    /// answer that the service still has to produce would be cut, as by close().
    void halfClose();

    /// Lets the service finish its answer, then halfClose().
    void halfCloseWhenIdle();

    /// Ends now with RST. What is queued is lost and counted.
    void reset(Reason reason);

    /// Lets nothing new begin and closes in good order when nothing is owed any more. The
    /// connection is not forced by itself: \a deadline is only told to the peer and shown.
    void drain(std::optional<TimePoint> deadline);

    /// Why a drain has to wait for it.
    Holdup holdup() const;

    // For the thread that runs it.

    /// Takes a sample of TCP_INFO for the snapshot, and gives back what memory it does not need.
    void sample();

    /// Whether snapshots carry the history as well.
    void setWatched(bool watched);

    /// True once after anything visible has changed.
    bool takeDirty() { return std::exchange(m_dirty, false); }

    /// Its place in the thread's registry.
    std::size_t index = 0;

signals:
    /// Exactly once, as the last signal. The slot may not delete this object, but may call
    /// deleteLater().
    void ended(const Teardown::CloseReport &report);

private:
    void finSeen() override;
    void errorSeen(int error) override;
    void timerExpired(ConnectionTimers::Timer timer) override;

    void onReadyRead();
    void onWritable();
    void onBytesWritten();
    void onWriteError(int error);
    void onSocketError();

    void noteReceived();
    void spareBuffers();
    void takeInput();
    QByteArray taken(QByteArray data);
    void checkHeartbeat();
    void sendPing();
    void checkWrite();
    void watch();
    void flushed();
    void halfCloseIfIdle();
    void startLinger();
    void endWhenDone();

    qint64 noteState(bool hasError = false);
    void decide(Reason reason, QByteArrayView detail = {});
    Phase phase(qint64 undelivered) const;
    Phase phase() const { return phase(undelivered()); }
    bool isGone() const { return m_state == ConnectionState::Ended; }
    qint64 outstanding() const;
    qint64 undelivered() const;
    void enter(ConnectionState state);
    void end(bool everythingDelivered = false);
    void releaseSocket();

    ConnectionInfo m_info;
    std::shared_ptr<const ConnectionSettings> m_settings;
    ThreadContext &m_context;
    ConnectionTimers m_timers;
    Heartbeat m_heartbeat;
    std::unique_ptr<LeanSocket> m_socket;
    std::unique_ptr<QSocketNotifier> m_writable; ///< enabled while there is something to write
    std::unique_ptr<EndGate> m_gate;
    std::unique_ptr<Service> m_service;
    std::vector<Evidence> m_evidence;
    StateHistory m_states;
    EndFacts m_facts;
    TcpSample m_tcp;
    TimePoint m_lastActivity;
    TimePoint m_pinged; ///< when the last ping was queued
    TimePoint m_finSentAt;
    std::optional<TimePoint> m_drainDeadline;
    Milliseconds m_drainLength{0};
    qint64 m_bytesIn = 0;
    qint64 m_bytesOut = 0;
    WriteQueue m_queue; ///< of m_bytesOut, what the kernel has not taken yet
    qint64 m_unacknowledged = 0; ///< at the last look
    qint64 m_discarded = 0;
    bool m_hasBuffers = false; ///< of the socket: it has received and may keep them
    int m_turns = 0; ///< readings and writings since the last sample
    int m_descriptor = -1; ///< -1 also once Qt has closed it (its own number is stale then)
    ConnectionState m_state = ConnectionState::Connecting;
    Phase m_phase = Phase::Connecting; ///< when the deciding evidence came
    bool m_closing = false; ///< in good order, by close(): input is thrown away
    bool m_halfClosing = false; ///< halfCloseWhenIdle() waits for an answer
    bool m_draining = false;
    bool m_readsLater = false;
    bool m_sampled = false;
    bool m_dirty = true;
    bool m_watched = false;
};

} // namespace Teardown
