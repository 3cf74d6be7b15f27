// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/theme/categorylook.h"

#include <array>

namespace Teardown {

Tone toneOf(Category category)
{
    switch (category) {
    case Category::Open:
        return Tone::Open;
    case Category::HalfClosed:
        return Tone::HalfClosed;
    case Category::Lingering:
        return Tone::Waiting;
    case Category::Orderly:
        return Tone::Orderly;
    case Category::Reset:
        return Tone::Reset;
    case Category::Deadline:
        return Tone::Deadline;
    case Category::Network:
        return Tone::Network;
    case Category::Unknown:
        return Tone::Unknown;
    }
    Q_UNREACHABLE();
}

Glyph glyphOf(Category category)
{
    switch (category) {
    case Category::Open:
        return Glyph::FullCircle;
    case Category::HalfClosed:
        return Glyph::HalfCircle;
    case Category::Lingering:
        return Glyph::QuarterCircle;
    case Category::Orderly:
        return Glyph::Square;
    case Category::Reset:
        return Glyph::Cross;
    case Category::Deadline:
        return Glyph::Hourglass;
    case Category::Network:
        return Glyph::Lightning;
    case Category::Unknown:
        return Glyph::Question;
    }
    Q_UNREACHABLE();
}

const QIcon &categoryIcon(Category category)
{
    static const auto icons = [] {
        std::array<QIcon, allCategories.size()> made;
        for (const Category each : allCategories)
            made[static_cast<std::size_t>(each)] = glyphIcon(glyphOf(each), toneOf(each));
        return made;
    }();
    return icons[static_cast<std::size_t>(category)];
}

} // namespace Teardown
