// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"
#include "core/lab/run/jsonchannel.h"

#include <optional>

namespace Teardown {

/// The talk between the lab and an actor in a child process: one request, one answer; a request
/// may carry a descriptor. Blocking.
class ActorChannel
{
public:
    /// \a socket is one of JsonChannel::makePair().
    explicit ActorChannel(Descriptor socket)
        : m_messages(std::move(socket))
    {
    }

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
    JsonChannel m_messages;
};

} // namespace Teardown
