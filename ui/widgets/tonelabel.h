// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tones.h"

#include <QLabel>

namespace Teardown {

/// A label that speaks in a tone, in light and in dark: a hint, or what is wrong.
class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ToneLabel(Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_tone;
};

} // namespace Teardown
