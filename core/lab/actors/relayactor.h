// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/stopflag.h"
#include "core/lab/actors/actor.h"
#include "core/lab/actors/relaypair.h"

#include <list>
#include <mutex>
#include <thread>

namespace Teardown {

/// A middleman: accepts clients, connects each to the server, and forwards bytes, with faults.
class RelayActor final : public Actor
{
public:
    RelayActor() = default;
    ~RelayActor() override;

    CallResult perform(const Step &step) override;
    SocketAddress address() const override;
    std::optional<SocketEnds> ends(const QString &socket) const override;
    QStringList events() const override;
    void release() override;

private:
    void run();
    void acceptClient();
    int timeout() const;
    void checkIdle();
    void publish();

    // Of the relay's thread, once it runs.

    Descriptor m_listener;
    SocketAddress m_server;
    RelayFaults m_faults;
    std::list<RelayPair> m_pairs;
    QStringList m_happened;

    StopFlag m_stop;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    SocketAddress m_address;
    QStringList m_events;
};

} // namespace Teardown
