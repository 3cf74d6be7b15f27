// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"

#include <QThread>

#include <map>
#include <memory>
#include <mutex>

class QTcpServer;
class QTcpSocket;

namespace Teardown {

/// QTcpSocket and QTcpServer as most programs use them, in a thread with an event loop; as an actor
/// of kind tls, QSslSocket. Its events are the signals, in their order.
class QtActor final : public Actor
{
public:
    explicit QtActor(ActorKind kind);
    ~QtActor() override;

    CallResult perform(const Step &step) override;
    SocketAddress address() const override;
    std::optional<SocketEnds> ends(const QString &socket) const override;
    QStringList events() const override;
    void release() override;

private:
    struct Peer
    {
        std::unique_ptr<QTcpSocket> socket;
        SocketEnds ends;
    };

    // In the actor's thread.

    CallResult performHere(const Step &step);
    CallResult listen(const Step &step);
    CallResult connectTo(const Step &step);
    CallResult accept(const QString &name);
    CallResult performOn(QTcpSocket &socket, const Step &step);
    std::unique_ptr<QTcpSocket> makeSocket();
    void adoptDescriptor(qintptr descriptor);
    void record(QTcpSocket &socket);
    void addEvent(const QString &event);
    void rememberEnds(const QString &name);

    ActorKind m_kind;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< lives in the thread, as do the sockets
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_incoming; ///< accepted by Qt, not yet by a step
    std::map<QString, Peer> m_peers;

    mutable std::mutex m_mutex; ///< guards what follows
    SocketAddress m_address;
    std::map<QString, SocketEnds> m_ends;
    QStringList m_events;
};

} // namespace Teardown
