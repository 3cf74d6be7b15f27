// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/jsonnode.h"
#include "core/lab/scenario.h"

namespace Teardown {

/// Reads the object "expect" of a step; an undefined \a node has no expectations.
std::vector<Expectation> readExpectations(const JsonNode &node);

} // namespace Teardown
