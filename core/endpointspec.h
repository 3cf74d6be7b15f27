// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/servicekind.h"
#include "core/base/socketaddress.h"
#include "core/net/limits.h"

#include <optional>

namespace Teardown {

/// What a new listener is to do.
struct ListenSpec
{
    SocketAddress address; ///< port 0 = any free one
    ServiceKind service = ServiceKind::Line;
    bool allowRemote = false; ///< without it only loopback addresses are accepted
    ConnectionSettings settings;
};

/// What a new group of clients is to do.
struct ConnectSpec
{
    HostAndPort target;
    int count = 1; ///< 1 to maxClientCount
    std::optional<Milliseconds>
        hold; ///< then close in good order; without it, until somebody ends it
    ServiceKind service = ServiceKind::Line;
    ConnectionSettings settings;
};

/// The most clients one ConnectSpec may ask for.
inline constexpr int maxClientCount = 10'000;

} // namespace Teardown
