// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"
#include "core/lab/actor.h"

#include <optional>
#include <utility>

namespace Teardown {

/// The talk between the lab and an actor in a child process: one request, one answer, as messages
/// of JSON on a socket pair; a request may carry a descriptor. Blocking.
class ActorChannel
{
public:
    explicit ActorChannel(Descriptor socket)
        : m_socket(std::move(socket))
    {
    }

    /// Two ends that talk to each other.
    static std::pair<Descriptor, Descriptor> makePair();

    struct Request
    {
        Step step;
        Descriptor descriptor; ///< for "adopt"; not open otherwise
    };

    struct Answer
    {
        CallResult result;
        SocketAddress address; ///< where the actor listens
        std::optional<SocketEnds> ends; ///< of the step's socket
    };

    // The other side has gone when one of these gives false or nothing.

    bool ask(const Step &step, int descriptor = -1) const;
    std::optional<Request> nextRequest() const;
    bool answer(const Answer &answer) const;
    std::optional<Answer> nextAnswer() const;

private:
    bool send(const QJsonObject &object, int descriptor) const;
    std::optional<QJsonObject> receive(Descriptor *descriptor) const;

    Descriptor m_socket;
};

} // namespace Teardown
