// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/capture/packetsocket.h"

#include <span>

namespace Teardown {

/// \a packets as a pcap file with nanoseconds, as Wireshark and tcpdump read it; every packet
/// begins with its IP header (LINKTYPE_RAW).
QByteArray toPcap(std::span<const CapturedPacket> packets);

/// Writes toPcap(\a packets) to \a path, all of it or nothing, for the owner's eyes only. Returns
/// why that was not possible, in words of the system; empty when it was.
QString writePcap(const QString &path, std::span<const CapturedPacket> packets);

} // namespace Teardown
