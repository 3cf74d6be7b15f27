// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QPalette>
#include <QStringView>

#include <array>

namespace Teardown {

/// How the window looks.
enum class Appearance {
    System, ///< the style and the colours of the desktop
    Light,
    Dark,
};

inline constexpr std::array allAppearances{Appearance::System, Appearance::Light, Appearance::Dark};

QLatin1StringView token(Appearance appearance);

/// System when \a token names none.
Appearance appearanceFromToken(QStringView token);

/// Gives the whole application this appearance at once. Light and dark use the Fusion style: other
/// styles do not follow a palette.
void applyAppearance(Appearance appearance);

/// Our own palettes. Asking for System is asking for what is in force.
QPalette paletteFor(Appearance appearance);

} // namespace Teardown
