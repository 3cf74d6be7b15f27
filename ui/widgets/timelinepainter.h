// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

#include <QColor>

class QFont;
class QImage;
class QPainter;
class QPalette;

namespace Teardown {

QColor inkColour(TimelineInk ink, const QPalette &palette);

/// The measures of \a font for a layout.
TimelineFont timelineFont(const QFont &font);

/// Draws \a marks in the painter's font.
void paintMarks(QPainter &painter, const std::vector<TimelineMark> &marks, const QPalette &palette);

/// \a picture at twice its size, for a file.
QImage toImage(const TimelinePicture &picture, const QFont &font, const QPalette &palette);

} // namespace Teardown
