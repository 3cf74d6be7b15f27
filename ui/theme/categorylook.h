// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/category.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/tones.h"

namespace Teardown {

// How a category looks. Waiting and network share a hue, so the shape decides.

Tone toneOf(Category category);
Glyph glyphOf(Category category);

/// Shape and colour for lists; follows the application's palette by itself.
const QIcon &categoryIcon(Category category);

} // namespace Teardown
