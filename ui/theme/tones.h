// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

#include <array>

class QPalette;

namespace Teardown {

/// What a colour means. It only ever supports a shape and a word, it never stands alone.
enum class Tone {
    Open,
    HalfClosed,
    Waiting, ///< connecting, lingering, draining
    Orderly, ///< ended in good order
    Reset,
    Deadline, ///< ended by a deadline of ours
    Network,
    Unknown,
    Muted, ///< text that steps back: units, hints, ended rows
    Failure, ///< text that says what is wrong
};

inline constexpr std::array allTones{Tone::Open,
                                     Tone::HalfClosed,
                                     Tone::Waiting,
                                     Tone::Orderly,
                                     Tone::Reset,
                                     Tone::Deadline,
                                     Tone::Network,
                                     Tone::Unknown,
                                     Tone::Muted,
                                     Tone::Failure};

/// What a background means.
enum class Tint {
    New, ///< a row that came within the last seconds
    Ended, ///< a row that ended within the last seconds
};

inline constexpr std::array allTints{Tint::New, Tint::Ended};

/// True when \a palette writes light text on a dark ground.
bool isDark(const QPalette &palette);

/// The colour for text and shapes on the ground of \a palette. At least 4.5 : 1 on its base, its
/// window and every tint (WCAG 2.1, 1.4.3). The hues are those of Okabe and Ito.
QColor toneColour(Tone tone, const QPalette &palette);

/// A ground a little off that of \a palette.
QColor tintColour(Tint tint, const QPalette &palette);

} // namespace Teardown
