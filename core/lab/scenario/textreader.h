// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/jsonnode.h"
#include "core/lab/scenario/scenario.h"

namespace Teardown {

/// Reads {"en": …, "zh_CN": …}; without Chinese, English stands for it.
LocalizedText readText(const JsonNode &node);

/// Reads a name that others refer to: letters, digits, - and _, at most 40.
QString readId(const JsonNode &node);

/// Reads source text of a program, which is a list of lines.
QString readSource(const JsonNode &node);

} // namespace Teardown
