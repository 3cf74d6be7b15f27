// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHostAddress>

namespace Teardown {

/// Where actors are: this part of 127.0.0.0/8 is for the lab alone.
inline constexpr quint32 labNetwork = 0x7f800000; ///< 127.128.0.0
inline constexpr int labNetworkPrefix = 9;

/// A loopback address no other act of this process has, 127.128.0.1 to 127.255.255.254: a port that
/// one scenario gives back must not become another one's while something still knocks there.
QHostAddress nextLabHome();

} // namespace Teardown
