// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/tonelabel.h"

#include <QEvent>

namespace Teardown {

ToneLabel::ToneLabel(Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    colour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void ToneLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QLabel::changeEvent(event);
}

void ToneLabel::colour()
{
    const QColor wanted = toneColour(m_tone, palette());
    // Setting a palette is a change of the palette again.
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette changed;
    changed.setColor(QPalette::WindowText, wanted);
    setPalette(changed);
}

} // namespace Teardown
