// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/endpointspec.h"
#include "core/net/limits.h"
#include "core/record/eventbatch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Teardown {

class Drain;
class EndpointTable;
class IoThread;
struct SharedState;

/// Ends of connections asked for by the user.
enum class CloseCommand {
    InGoodOrder, ///< flush, FIN, wait for the peer's FIN
    HalfClose, ///< FIN after the answer in work, go on reading
    Reset, ///< RST, what is queued is lost
};

/// The engine behind the window and the command line: the one class they need.
///
/// Lives in the main thread, where all its signals are emitted; the sockets live in its I/O
/// threads. Deleting it resets whatever is left.
class Monitor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Monitor)

public:
    explicit Monitor(const MonitorSettings &settings, QObject *parent = nullptr);
    ~Monitor() override;

    const MonitorSettings &settings() const { return m_settings; }

    /// Defaults for endpoints made from now on, and the drain deadline. Limits of the program and
    /// the number of I/O threads are fixed at start.
    void setSettings(const MonitorSettings &settings);

    const RunStart &start() const { return m_start; }

    /// The limit in force (limits.h, connectionCap()).
    int connectionCap() const;

    /// True when the end gate proved itself at the start; otherwise verdicts say unknown.
    bool endGateWorks() const;

    // Endpoints. Failures name the address and what to do.

    /// Binds and listens before it returns; a \c listening event follows.
    Result<EndpointSnapshot> listen(const ListenSpec &spec);

    /// Starts connecting and returns at once; each client reports by events.
    Result<EndpointId> connectTo(const ConnectSpec &spec);

    /// Listens again on the same address and port, with the same settings.
    Result<EndpointSnapshot> restart(EndpointId endpoint);

    /// True when one of our listeners has \a port, at whatever address.
    bool listensOn(quint16 port) const;

    /// Lets nobody new in, ends its connections in good order, and resets what is left at the drain
    /// deadline.
    void drainEndpoint(EndpointId endpoint);

    /// Lets nobody new in and resets its connections.
    void stopEndpoint(EndpointId endpoint);

    // Connections. Ids that have ended meanwhile are passed over.

    void end(std::span<const ConnectionId> connections, CloseCommand command);

    /// From here on the snapshots of \a connections, and of no others, carry what was seen of them
    /// so far: of as many as a person looks at, not of all.
    void watch(const std::vector<ConnectionId> &connections);

    // Shutdown (DESIGN §3).

    DrainStage stage() const;
    const DrainProgress &drainProgress() const;

    /// Starts a drain of everything with settings().drainDeadline; forces when one runs already.
    void requestDrain();

    /// Resets what is left, now.
    void force();

    /// True while a running drain can be called off: every drained listener's port can be had
    /// again.
    bool canKeepRunning() const;

    /// Calls off the quit: listeners open again; connections that were told stay told.
    void keepRunning();

    /// After a drain that is over: listeners and clients may be opened again.
    void serveAgain();

    /// The latched backstop for aboutToQuit: resets what is left, takes the last events, ends the
    /// threads. Synchronous, at most about a second, without a nested event loop.
    void shutDown();

    /// Takes what the I/O threads have for us now instead of at the next tick.
    void takeBatch();

    /// How often batches are taken; 100 ms unless told.
    void setBatchInterval(Milliseconds interval);

    /// Whether snapshots of live connections are wanted; off unless told (a program without a
    /// window saves the work).
    void setSnapshotsWanted(bool wanted);

    /// The figures of the whole program, at most a second old; the lag is that of the last second.
    const StatsEvent &stats() const { return m_stats; }

signals:
    /// What happened since the last one; only when there is something.
    void batchTaken(const Teardown::Batch &batch);

    /// The stage changed, or at most 4 times a second the numbers.
    void drainChanged(const Teardown::DrainProgress &progress);

    /// Once per completed drain, after the batch with the last ended event.
    /// \a exitCode is 4 when something had to be reset, else 0.
    void drained(int exitCode);

private:
    void onDrainProgress(const DrainProgress &progress, bool stageChanged);
    void onDrained(const DrainProgress &progress);
    void updateStats();

    MonitorSettings m_settings;
    RunStart m_start;
    std::unique_ptr<SharedState> m_shared;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::unique_ptr<EndpointTable> m_endpoints;
    std::unique_ptr<Drain> m_drain; ///< of everything, once one was asked for
    DrainProgress m_progress;
    TimePoint m_progressTold;
    std::vector<EndpointId> m_closedByDrain; ///< listeners keepRunning() opens again
    QTimer m_batchTimer;
    QTimer m_statsTimer;
    StatsEvent m_stats;
    double m_worstLagMs = 0; ///< since the last stats event
    int m_statsUpdates = 0; ///< since then
    bool m_shutDown = false;
};

} // namespace Teardown
