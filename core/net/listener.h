// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/socketaddress.h"

#include <QTcpServer>

#include <functional>

namespace Teardown {

/// Listens on one address and hands over each accepted descriptor.
///
/// A QTcpServer whose accepting is done here: Qt forgets the address of a peer that reset before it
/// was accepted, and spins at 100 % CPU without a word when descriptors run out (Qt 6.4). Lives in
/// an I/O thread.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Longer than Qt's 50: mass connects would lose seconds to SYN retransmissions (capped by
    /// somaxconn).
    static constexpr int backlog = 4096;

    /// Connections accepted in one go before others get their turn.
    static constexpr int acceptsPerPass = 64;

    /// How long nobody is accepted when neither accepting nor refusing is possible.
    static constexpr Milliseconds breakLength{250};

    /// Takes over the descriptor, or closes it.
    using Accepted = std::function<void(int descriptor, const SocketAddress &peer)>;

    /// A connection had to be reset because no descriptor was left.
    using Refused = std::function<void(const SocketAddress &peer)>;

    Listener(Accepted accepted, Refused refused, QObject *parent = nullptr);
    ~Listener() override;

    /// Binds and listens. The failure names the address and what to do.
    Result<SocketAddress> start(const SocketAddress &address);

    /// Lets in everybody who is already in the kernel's queue, then closes: close() alone would
    /// reset them.
    void stop();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool acceptOne();
    void acceptUpTo(int most);
    bool refuseOne();
    void takeBreak();

    Accepted m_accepted;
    Refused m_refused;
    int m_reserve
        = -1; ///< given up for a moment to accept and reset a client when descriptors run out
};

} // namespace Teardown
