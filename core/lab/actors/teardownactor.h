// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"
#include "core/monitor.h"

#include <QThread>

#include <map>
#include <memory>
#include <mutex>

namespace Teardown {

/// Our own engine: a monitor in a thread of its own. Its events are those of CONTRACT §2, and the
/// fact "report" is the close report.
///
/// Its connections are called by their number, "1" for the first; every other name is the latest.
class TeardownActor final : public Actor
{
public:
    TeardownActor();
    ~TeardownActor() override;

    CallResult perform(const Step &step) override;
    SocketAddress address() const override;
    std::optional<SocketEnds> ends(const QString &socket) const override;
    QStringList events() const override;
    QJsonObject facts(const QString &socket) const override;
    void release() override;

private:
    struct Seen
    {
        ConnectionInfo info;
        QJsonObject report; ///< empty while it lives
    };

    // In the monitor's thread.

    CallResult performHere(const Step &step);
    CallResult serve(const Step &step);
    CallResult dial(const Step &step);
    CallResult end(const Step &step, CloseCommand command);
    CallResult drain(const Step &step);
    void onBatch(const Batch &batch);
    void onDrain(const DrainProgress &progress);

    /// With m_mutex held; null when there is none.
    const Seen *find(const QString &socket) const;

    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< lives in the thread
    std::unique_ptr<Monitor> m_monitor; ///< lives in the thread

    mutable std::mutex m_mutex; ///< guards what follows
    SocketAddress m_address;
    std::map<ConnectionId, Seen> m_connections;
    QStringList m_events;
    DrainProgress m_drain;
};

} // namespace Teardown
