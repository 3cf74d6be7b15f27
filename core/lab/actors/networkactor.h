// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"
#include "core/lab/network/privatenetwork.h"

namespace Teardown {

/// The path between the ends, and what an administrator or an attacker may do on it. Its calls do
/// not block.
class NetworkActor final : public Actor
{
public:
    /// \a network must outlive the actor.
    explicit NetworkActor(PrivateNetwork &network)
        : m_network(network)
    {
    }

    CallResult perform(const Step &step) override;
    SocketAddress address() const override { return {}; }
    std::optional<SocketEnds> ends(const QString &) const override { return std::nullopt; }
    QJsonObject facts(const QString &socket) const override;
    void release() override {}

private:
    CallResult setPath(const Step &step, PrivateNetwork::Route route);
    CallResult setRoute(const Step &step);
    CallResult setLink(const Step &step);
    CallResult changeAddress(const Step &step);
    CallResult setSysctl(const Step &step);
    CallResult destroy(const Step &step);
    CallResult forge(const Step &step);

    PrivateNetwork &m_network;
};

} // namespace Teardown
