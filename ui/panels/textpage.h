// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/scrollarea.h"

class QLabel;
class QVBoxLayout;

namespace Teardown {

/// A page of text that scrolls: its widgets stand below each other, no wider than reads well.
class TextPage : public ScrollArea
{
    Q_OBJECT

public:
    explicit TextPage(QWidget *parent = nullptr);

    /// Takes every widget out and deletes it.
    void clear();

    QLabel *addText(const QString &text);
    QLabel *addHeading(const QString &text);
    void addWidget(QWidget *widget);

    /// Over the whole width, for what is no text.
    void addWide(QWidget *widget);
    void addGap();

private:
    QVBoxLayout *m_layout = nullptr;
    int m_textWidth = 0; ///< pixels
};

} // namespace Teardown
