// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

#include <QByteArray>

#include <functional>

namespace Teardown {

/// How an SVG is drawn.
struct SvgStyle
{
    std::function<QString(TimelineInk)> colour; ///< as "#rrggbb"
    QString background; ///< as "#rrggbb"
    QString fontFamily;
    double fontSize = 12; ///< pixels
};

/// \a picture as an SVG 1.1 document; \a title is what it says to a screen reader.
QByteArray toSvg(const TimelinePicture &picture, const SvgStyle &style, const QString &title);

} // namespace Teardown
