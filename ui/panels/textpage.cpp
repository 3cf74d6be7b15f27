// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/textpage.h"

#include "ui/theme/spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Teardown {

namespace {

constexpr int lettersInLine = 110;

} // namespace

TextPage::TextPage(QWidget *parent)
    : ScrollArea(parent)
{
    clear();
}

void TextPage::clear()
{
    auto *content = new QWidget;
    m_textWidth = fontMetrics().averageCharWidth() * lettersInLine;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, gap, gap, gap);
    m_layout->setSpacing(gap);
    m_layout->setAlignment(Qt::AlignTop);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // What is left over goes below everything.
    content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(content);
}

QLabel *TextPage::addText(const QString &text)
{
    QLabel *label = makeText(text);
    addWidget(label);
    return label;
}

QLabel *TextPage::addHeading(const QString &text)
{
    QLabel *label = addText(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

void TextPage::addItem(const QString &text)
{
    auto *item = new QWidget(widget());
    auto *layout = new QHBoxLayout(item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    auto *bullet = new QLabel(u"•"_qs, item);
    layout->addWidget(bullet, 0, Qt::AlignTop);
    layout->addWidget(makeText(text), 1);
    addWidget(item);
}

void TextPage::addWidget(QWidget *widget)
{
    widget->setMaximumWidth(m_textWidth);
    // In a line of its own: a column would ask for the height at its own width, wider than the text
    // may get, and cut off what is below (Qt 6.4).
    auto *line = new QHBoxLayout;
    line->addWidget(widget, 1);
    line->addStretch();
    m_layout->addLayout(line);
}

void TextPage::addWide(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void TextPage::addGap()
{
    m_layout->addSpacing(gap);
}

QLabel *TextPage::makeText(const QString &text)
{
    auto *label = new QLabel(text, widget());
    // Texts come from files: they are shown as they are.
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace Teardown
