// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/theme/appearance.h"

#include "ui/theme/outlinedfusion.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace Teardown {

namespace {

struct Ground
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb faint; ///< disabled and placeholder text
    QRgb accent;
    QRgb onAccent;
};

constexpr Ground
    light{0xf1f2f3, 0xffffff, 0xf6f7f8, 0xf1f2f3, 0x1b1e22, 0x6a717a, 0x00659f, 0xffffff};
constexpr Ground
    dark{0x26292d, 0x1c1f22, 0x212428, 0x303438, 0xe4e7ea, 0x8f969e, 0x2a6fa3, 0xffffff};

QPalette paletteFrom(const Ground &ground)
{
    const auto colour = [](QRgb rgb) {
        return QColor::fromRgb(rgb);
    };
    // This constructor derives the shades that bevels and frames need.
    QPalette palette(colour(ground.button), colour(ground.window));
    palette.setColor(QPalette::WindowText, colour(ground.text));
    palette.setColor(QPalette::Text, colour(ground.text));
    palette.setColor(QPalette::ButtonText, colour(ground.text));
    palette.setColor(QPalette::Base, colour(ground.base));
    palette.setColor(QPalette::AlternateBase, colour(ground.alternate));
    palette.setColor(QPalette::ToolTipBase, colour(ground.window));
    palette.setColor(QPalette::ToolTipText, colour(ground.text));
    palette.setColor(QPalette::PlaceholderText, colour(ground.faint));
    palette.setColor(QPalette::Highlight, colour(ground.accent));
    palette.setColor(QPalette::HighlightedText, colour(ground.onAccent));
    palette.setColor(QPalette::Link, colour(ground.accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(ground.faint));
    return palette;
}

/// The style the desktop chose, remembered before the first change of it.
const QString &styleOfTheDesktop()
{
    static const QString name = QApplication::style()->name();
    return name;
}

} // namespace

QLatin1StringView token(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return QLatin1StringView("system");
    case Appearance::Light:
        return QLatin1StringView("light");
    case Appearance::Dark:
        return QLatin1StringView("dark");
    }
    Q_UNREACHABLE();
}

Appearance appearanceFromToken(QStringView text)
{
    for (const Appearance appearance : allAppearances) {
        if (token(appearance) == text)
            return appearance;
    }
    return Appearance::System;
}

void applyAppearance(Appearance appearance)
{
    const QString &desktopStyle = styleOfTheDesktop();
    const bool isFusion
        = appearance != Appearance::System || desktopStyle == QLatin1StringView("fusion");
    const bool wasFusion = qobject_cast<OutlinedFusion *>(QApplication::style());
    if (isFusion != wasFusion)
        QApplication::setStyle(isFusion ? new OutlinedFusion : QStyleFactory::create(desktopStyle));
    // A default-constructed palette takes every colour from the desktop again.
    QApplication::setPalette(appearance == Appearance::System ? QPalette()
                                                              : paletteFor(appearance));
}

QPalette paletteFor(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return QApplication::palette();
    case Appearance::Light:
        return paletteFrom(light);
    case Appearance::Dark:
        return paletteFrom(dark);
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
