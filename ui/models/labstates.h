// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"
#include "ui/models/statepath.h"

#include <vector>

namespace Teardown {

/// The ways of both ends of the connection a run is about at \a step, as far as they were observed
/// up to it in its act; none before there is a connection.
///
/// The states are those of sock_diag, which were looked at after each step. \a isRelayed: somebody
/// stands between the two, so that the other end is theirs.
std::vector<StatePath> statePathsAt(const RunRecord &record, std::size_t step, bool isRelayed);

} // namespace Teardown
