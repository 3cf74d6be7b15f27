// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/socketaddress.h"

#include <QDeadlineTimer>
#include <QHostInfo>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace Teardown {

/// Connects one client: looks up the name and tries each address once, in the resolver's order;
/// once more where the socket met itself.
///
/// An address that does not answer may only use its share of the connect deadline, but at least
/// leastShare, while there are others to try, as in Go's net.Dialer. The deadline itself is the
/// connection's.
///
/// It calls connect(2) itself and hands over the connected descriptor, because QTcpSocket tries
/// every address twice, calls EINVAL "refused" and keeps the descriptor of a failed try open
/// (Qt 6.4). Lives in an I/O thread. Deleting it gives up.
class Dialer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dialer)

public:
    /// Time enough for a second SYN, should the first be lost (RFC 6298 §2.1: after a second).
    static constexpr Milliseconds leastShare{2'000};

    /// \a deadline is shared by the addresses; zero: each may take as long as its kernel allows.
    Dialer(HostAndPort target, Milliseconds deadline, QObject *parent = nullptr);
    ~Dialer() override;

    void start();

    /// The same without a lookup.
    void start(const QList<QHostAddress> &addresses);

    /// No more is heard of it; nothing but a SYN was sent. No effect once it is over.
    void giveUp();

signals:
    /// The resolver answered; \a addresses is how many it knows.
    void lookedUp(int addresses);

    void trying(const Teardown::SocketAddress &address);
    void attemptFailed(const Teardown::SocketAddress &address, int error);

    /// No answer within the address's share of the deadline: the next one is tried.
    void attemptGivenUp(const Teardown::SocketAddress &address);

    /// The socket was connected to itself, as nobody listens there: the address is tried again.
    void metItself(const Teardown::SocketAddress &address);

    /// Once, instead of failed(). The slot takes over the descriptor and may delete this object
    /// later.
    void connected(int descriptor, const Teardown::SocketAddress &address);

    /// Once, instead of connected(): the errno of the last try; 0 when the name has no address.
    void failed(int error);

private:
    void onLookedUp(const QHostInfo &info);
    void tryNext();
    void onDone();
    void tryAgain();
    void giveUpAttempt();
    void dropAttempt();

    HostAndPort m_target;
    QDeadlineTimer m_deadline;
    QTimer m_share;
    QList<QHostAddress> m_addresses;
    std::unique_ptr<QSocketNotifier> m_notifier;
    SocketAddress m_current;
    int m_descriptor = -1;
    int m_lookup = -1;
    int m_lastError = 0;
};

} // namespace Teardown
