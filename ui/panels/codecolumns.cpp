// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/codecolumns.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace Teardown {

namespace {

constexpr int mostLines = 12;

QWidget *codeColumn(const QString &name, const QString &code, int lines)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(name, column);
    auto *text = new QPlainTextEdit(code, column);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(name);
    text->setPlaceholderText(
        QCoreApplication::translate("Teardown::CodeColumns", "not shown in this language"));
    title->setBuddy(text);
    const int shown = std::clamp(lines, 2, mostLines) + 2;
    text->setMinimumHeight(text->fontMetrics().lineSpacing() * shown);
    text->setMaximumHeight(text->fontMetrics().lineSpacing() * (shown + 1));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addStretch();
    return column;
}

} // namespace

QWidget *makeCodeColumns(const QString &c, const QString &go, const QString &qt)
{
    const std::array codes{std::pair(u"C"_qs, &c),
                           std::pair(u"Go"_qs, &go),
                           std::pair(u"Qt"_qs, &qt)};
    int lines = 0;
    for (const auto &[name, code] : codes)
        lines = std::max(lines, static_cast<int>(code->count(u'\n')) + 1);
    auto *row = new QWidget;
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const auto &[name, code] : codes)
        layout->addWidget(codeColumn(name, *code, lines), 1);
    return row;
}

} // namespace Teardown
