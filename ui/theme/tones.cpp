// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/theme/tones.h"

#include <QPalette>

namespace Teardown {

namespace {

struct Pair
{
    QRgb onLight;
    QRgb onDark;
};

Pair pairOf(Tone tone)
{
    switch (tone) {
    case Tone::Open:
        return {0x00659f, 0x5aaeea};
    case Tone::HalfClosed:
        return {0x176a92, 0x7cc9f5};
    case Tone::Waiting:
    case Tone::Network:
        return {0x983f76, 0xe29ac6};
    case Tone::Orderly:
        return {0x006f50, 0x2fc698};
    case Tone::Reset:
    case Tone::Failure:
        return {0xa84700, 0xff9152};
    case Tone::Deadline:
        return {0x7d5700, 0xf0b93a};
    case Tone::Unknown:
    case Tone::Muted:
        return {0x565d66, 0xa9b0b8};
    }
    Q_UNREACHABLE();
}

Pair pairOf(Tint tint)
{
    switch (tint) {
    case Tint::New:
        return {0xe6f1fa, 0x1d3447};
    case Tint::Ended:
        return {0xf8f0df, 0x383122};
    }
    Q_UNREACHABLE();
}

QColor choose(Pair pair, const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? pair.onDark : pair.onLight);
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    return choose(pairOf(tone), palette);
}

QColor tintColour(Tint tint, const QPalette &palette)
{
    return choose(pairOf(tint), palette);
}

} // namespace Teardown
