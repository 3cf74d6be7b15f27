// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"

#include <QJsonObject>

#include <optional>
#include <utility>

namespace Teardown {

/// Messages of JSON between two processes, on a socket pair; one may carry a descriptor. Blocking.
class JsonChannel
{
public:
    /// Compact, a message is at most this large.
    static constexpr qsizetype largestMessage = 64 * 1024;

    explicit JsonChannel(Descriptor socket)
        : m_socket(std::move(socket))
    {
    }

    /// Two ends that talk to each other.
    struct Pair
    {
        Descriptor ours;
        Descriptor theirs;
    };

    /// Its ends are not open when there are none to be had.
    static Pair makePair();

    /// Whether \a object is not too large.
    static bool fits(const QJsonObject &object);

    /// False when it does not fit or the other side has gone.
    bool send(const QJsonObject &object, int descriptor = -1) const;

    /// The next message, and into \a descriptor what it carries. Nothing when the other side has
    /// gone.
    std::optional<QJsonObject> receive(Descriptor *descriptor = nullptr) const;

    /// Whether receive() would not block, after waiting up to \a milliseconds.
    bool waitForMessage(int milliseconds) const;

private:
    Descriptor m_socket;
};

} // namespace Teardown
