// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tones.h"

#include <QIcon>

#include <array>

class QColor;
class QPainter;
class QRectF;

namespace Teardown {

/// The shapes that carry meaning, and those on buttons. Each can be told from the others in one
/// colour.
enum class Glyph {
    FullCircle, ///< open
    HalfCircle, ///< half closed
    QuarterCircle, ///< connecting, lingering, draining
    Ring, ///< stopped
    Square, ///< ended in good order
    Cross, ///< reset, failed
    Hourglass, ///< ended by a deadline
    Lightning, ///< the network
    Question, ///< unknown
    Play,
    Arrows,
    Pause,
    ToEnd,
    Eject,
    Stop,
};

inline constexpr std::array allGlyphs{Glyph::FullCircle,
                                      Glyph::HalfCircle,
                                      Glyph::QuarterCircle,
                                      Glyph::Ring,
                                      Glyph::Square,
                                      Glyph::Cross,
                                      Glyph::Hourglass,
                                      Glyph::Lightning,
                                      Glyph::Question,
                                      Glyph::Play,
                                      Glyph::Arrows,
                                      Glyph::Pause,
                                      Glyph::ToEnd,
                                      Glyph::Eject,
                                      Glyph::Stop};

/// Paints \a glyph in the largest square that fits into the middle of \a rect.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour);

/// \a glyph in the colour of button texts; follows the application's palette by itself.
QIcon glyphIcon(Glyph glyph);

/// \a glyph in the colour of \a tone, for lists; follows the application's palette too.
QIcon glyphIcon(Glyph glyph, Tone tone);

} // namespace Teardown
