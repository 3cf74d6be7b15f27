// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/stopflag.h"
#include "core/demo/democatalogue.h"
#include "core/monitor.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>
#include <thread>
#include <vector>

namespace Teardown {

/// One line of the demo's table.
struct DemoRow
{
    QString name;
    QString peerDoes;
    Verdict expected;
    ConnectionId id = 0; ///< 0 when there never was a connection
    std::optional<Verdict> verdict; ///< none when no end was reported
    qint64 lost = 0; ///< bytes: undelivered and unread
    QString seen; ///< what the plain socket saw
    QString leftOut; ///< why this row was not run; empty when it was

    /// True when reason, who and wire are the expected ones, or the row was left out.
    bool isAsExpected() const;
};

/// Makes every reason happen that the loopback can, against listeners of its own, by plain sockets
/// in threads of their own.
///
/// Lives in the thread of the monitor, which must outlive it. Deleting it ends its threads.
class Demo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Demo)

public:
    enum class Mode {
        Once, ///< the catalogue, as fast as it goes: about ten seconds
        Lively, ///< the catalogue, a row now and then, and a dozen honest clients until stop()
    };

    explicit Demo(Monitor &monitor, QObject *parent = nullptr);
    ~Demo() override;

    /// What a monitor needs so that no row is left out for its limits.
    static MonitorSettings recommendedSettings();

    /// Starts; once in the life of a demo.
    void start(Mode mode = Mode::Once);

    /// Ends the peers and drains the demo's listeners. What has not ended by now goes into no row.
    void stop();

signals:
    /// A row is complete; each row once, in the order they get ready.
    void rowFinished(const Teardown::DemoRow &row);

    /// All rows are finished; once. True when every one isAsExpected().
    void finished(bool allAsExpected);

private:
    struct Progress
    {
        DemoRow row;
        bool isStarted = false;
        bool isPeerDone = false; ///< nothing more will be seen
        bool isFinished = false;
    };

    void openStage(DemoStage stage);
    void startNextRow();
    void startLivelyPeers();
    void begin(std::size_t row, const IncomingCase &how);
    void begin(std::size_t row, const OutgoingCase &how);
    void begin(std::size_t row, const ImpossibleCase &how);

    void onBatch(const Batch &batch);
    void onOpened(const OpenedEvent &event);
    void onEnded(const EndedEvent &event);
    void onRejected(const RejectedEvent &event);
    void onPeerDone(std::size_t row, const QString &seen);

    void drainBriefly(DemoStage stage);
    void leaveOut(std::size_t row, const QString &why);
    void finishWhenKnown(std::size_t row);
    void finishRow(std::size_t row);
    void giveUp();

    const EndpointSnapshot *listenerOf(DemoStage stage) const;
    std::optional<std::size_t> rowOf(const ConnectionInfo &info) const;

    Monitor &m_monitor;
    Mode m_mode = Mode::Once;
    std::vector<Progress> m_rows; ///< in the order of demoCases()
    std::size_t m_finishedRows = 0;
    QHash<QHostAddress, std::size_t> m_rowBySource;
    QHash<EndpointId, std::size_t> m_rowByEndpoint;
    QHash<DemoStage, Result<EndpointSnapshot>> m_stages;
    int m_awaitedByDrain = 0; ///< connections that must be open before the drain
    QTimer m_starter;
    QTimer m_giveUp;

    Obstacles m_obstacles;
    StopFlag m_stop;
    std::vector<std::thread> m_threads;
};

} // namespace Teardown
