// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/statediagram.h"
#include "ui/theme/tones.h"

#include <QPen>

class QPainter;
class QPalette;

namespace Teardown {

// How the ends of a connection look in the state diagram: by stroke and shape first, colour second.

Tone toneOf(PathEnd end);

/// "●" or "■"
QString shapeOf(PathEnd end);

/// The stroke of a way; that of a gap is dotted.
QPen penOf(PathEnd end, StateStep step, const QPalette &palette);

/// Draws \a diagram in the painter's font, and what stands beside lines in \a labelFont. \a paths
/// are those it was laid out for.
void paintStates(QPainter &painter,
                 const StateDiagram &diagram,
                 const std::vector<StatePath> &paths,
                 const QFont &labelFont,
                 const QPalette &palette);

} // namespace Teardown
