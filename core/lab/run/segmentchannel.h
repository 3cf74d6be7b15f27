// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/jsonchannel.h"
#include "core/lab/run/segmentrecord.h"

#include <span>
#include <vector>

namespace Teardown {

/// How many segments go into one message, so that it fits.
inline constexpr std::size_t segmentsPerMessage = 64;

/// Sends \a segments, packets included, in as many messages as they take. False when the other side
/// has gone.
bool sendSegments(const JsonChannel &channel, std::span<const SegmentRecord> segments);

/// The segments of a message of sendSegments(); nothing when it is another message.
std::optional<std::vector<SegmentRecord>> segmentsIn(const QJsonObject &message);

} // namespace Teardown
