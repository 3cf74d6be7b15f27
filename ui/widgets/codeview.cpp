// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/codeview.h"

#include <QFontDatabase>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <cmath>

namespace Teardown {

namespace {

constexpr int fewestLetters = 16;
constexpr int usualLetters = 40;
constexpr int lettersOfWrappedIndent = 4;

/// The wrapped rest of a line stands further in than its beginning.
void indentWrapped(QTextDocument &document, qreal letterWidth)
{
    for (QTextBlock line = document.begin(); line.isValid(); line = line.next()) {
        const QString text = line.text();
        const auto ink
            = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
        const auto letters = static_cast<int>(ink - text.begin()) + lettersOfWrappedIndent;
        QTextBlockFormat format;
        format.setLeftMargin(letters * letterWidth);
        format.setTextIndent(-letters * letterWidth);
        QTextCursor(line).setBlockFormat(format);
    }
}

} // namespace

CodeView::CodeView(const QString &code, QWidget *parent)
    : QTextEdit(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setPlainText(code);
    setReadOnly(true);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    indentWrapped(*document(), fontMetrics().horizontalAdvance(u'0'));
    m_measure = document()->clone(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize CodeView::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(u'0') * usualLetters;
    return {width, heightForWidth(width)};
}

QSize CodeView::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * fewestLetters, fontMetrics().lineSpacing()};
}

int CodeView::heightForWidth(int width) const
{
    const int frame = 2 * frameWidth();
    m_measure->setTextWidth(width - frame);
    return static_cast<int>(std::ceil(m_measure->size().height())) + frame;
}

} // namespace Teardown
