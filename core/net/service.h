// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/close/closereport.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace Teardown {

class Connection;

/// What is spoken on one connection; the services themselves are in core/service.
///
/// Owned and called by its connection, in the connection's thread. A service may end the connection
/// in any call; it stays alive until the connection is deleted, and is called no more after the
/// end.
class Service
{
public:
    virtual ~Service() = default;

    /// Data can be sent and received from now on.
    virtual void opened() {}

    /// There is something to read, or the input has ended (Connection::inputEnded()). What is left
    /// unread stays in the connection's bounded buffer; the service comes back for it by itself.
    virtual void readable() = 0;

    /// The send queue has room again.
    virtual void writable() {}

    /// Tells the peer that a drain began, if the protocol can; \a remaining is the time until it is
    /// forced, if there is a deadline.
    virtual void announceDrain(std::optional<Milliseconds> remaining) { Q_UNUSED(remaining) }

    /// Begin nothing new; when nothing is owed any more, Connection::close(\a reason). A message is
    /// never cut by it, not even one of which only a part has come.
    virtual void finish(Reason reason) = 0;

    /// The last words before our FIN; empty when there are none.
    virtual QByteArray farewell(Reason reason) const
    {
        Q_UNUSED(reason)
        return {};
    }

    /// Whether the protocol has a heartbeat at all.
    virtual bool hasHeartbeat() const { return false; }

    /// Sends heartbeat \a number; false when nothing may be sent now.
    virtual bool ping(quint64 number)
    {
        Q_UNUSED(number)
        return false;
    }

    /// Since when a request is in work or an answer owed; nothing when idle.
    virtual std::optional<TimePoint> busySince() const = 0;

    /// True when a message would be cut if the connection ended now.
    virtual bool isMessageCut() const { return false; }

    /// Bytes of a begun answer that were not handed to the connection yet.
    virtual qint64 answerLeft() const { return 0; }

protected:
    Service() = default;
    Q_DISABLE_COPY_MOVE(Service)
};

/// Makes the service of a new connection.
using ServiceFactory = std::function<std::unique_ptr<Service>(Connection &)>;

} // namespace Teardown
