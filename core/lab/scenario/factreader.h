// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/jsonnode.h"
#include "core/lab/scenario/scenario.h"

namespace Teardown {

/// Reads the object "expect" of a step; an undefined \a node has no expectations.
std::vector<Expectation> readExpectations(const JsonNode &node);

/// The name of each errno at its place; at 0, which is none, an empty one.
const QStringList &allErrnoNames();

} // namespace Teardown
