// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/network/sockdiag.h"
#include "core/lab/scenario/scenario.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Teardown {

/// What came of one step.
struct CallResult
{
    QString call; ///< as a programmer writes it: "send(4)"
    std::optional<qint64> returned; ///< nothing when it did not return a number
    int error = 0; ///< errno, 0 when it succeeded
    QJsonObject facts; ///< what else it found out, by the names of allFacts()
    QString failure; ///< why it could not even be tried, in English; empty when it could

    static CallResult failed(QString why) { return {.failure = std::move(why)}; }
};

/// The address in \a value, a text; null when there is none.
SocketAddress addressFrom(const QJsonValue &value);

/// The address in \a step's arguments by that name; null when there is none.
SocketAddress addressIn(const Step &step, QLatin1StringView name);

/// What a descriptor tells about its socket, without changing anything.
struct SocketProbe
{
    QString poll; ///< "IN OUT RDHUP", in this order: IN OUT ERR HUP RDHUP
    QByteArray infoState; ///< of TCP_INFO, which calls TIME-WAIT CLOSED
    qint64 received = 0; ///< TCP_INFO's bytes_received: the payload, and 1 for a FIN
};

/// Somebody who acts in a scenario, for one act.
///
/// perform() may block and is called in threads of its own, several at a time when steps run in the
/// background; everything else is called by the runner. All functions may be called from any
/// thread.
class Actor
{
public:
    virtual ~Actor() = default;

    /// Does \a step. Actors it refers to have been replaced: "address" in its arguments is where
    /// "to" or "at" listens, and "home" is the address to listen on, with port 0.
    virtual CallResult perform(const Step &step) = 0;

    /// Where others can connect to; null when it does not listen.
    virtual SocketAddress address() const = 0;

    /// The addresses of one of its sockets, also after it was closed.
    virtual std::optional<SocketEnds> ends(const QString &socket) const = 0;

    /// Looks at the socket with these ends by its descriptor. Nothing when it has no such socket
    /// open, or it is in another process or another thread's hands.
    virtual std::optional<SocketProbe> probe(const SocketEnds &ends) const
    {
        Q_UNUSED(ends)
        return std::nullopt;
    }

    /// All that happened to it on its own, in words; only ever longer.
    virtual QStringList events() const { return {}; }

    /// Facts that become true by themselves, by the names of allFacts().
    virtual QJsonObject facts(const QString &socket) const
    {
        Q_UNUSED(socket)
        return {};
    }

    /// The open descriptor behind \a socket, for share; -1 when there is none in this process.
    virtual int descriptor(const QString &socket) const
    {
        Q_UNUSED(socket)
        return -1;
    }

    /// Is given a copy of \a descriptor, as a forked child would have it. The descriptor stays the
    /// caller's.
    virtual CallResult adopt(const QString &socket, int descriptor)
    {
        Q_UNUSED(socket)
        Q_UNUSED(descriptor)
        return CallResult::failed(QStringLiteral("Only a process can be given a socket."));
    }

    /// Wakes every call that blocks, so that the actor can be deleted once they have returned.
    /// Nothing is performed afterwards.
    virtual void release() = 0;

protected:
    Actor() = default;
    Q_DISABLE_COPY_MOVE(Actor)
};

} // namespace Teardown
