// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionstore.h"
#include "ui/models/statepath.h"

#include <vector>

namespace Teardown {

/// The ways through the states of a connection of the monitor: of our end, and of the peer's where
/// the peer is a connection of this program too, \a peer; null when it is not.
std::vector<StatePath> statePathsOf(const ConnectionRecord &record, const ConnectionRecord *peer);

/// What there is to know about them, in a sentence or two of the reader's language.
QString stateNote(const std::vector<StatePath> &paths);

} // namespace Teardown
