// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/codecolumns.h"

#include "ui/widgets/codeview.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

#include <array>
#include <utility>

namespace Teardown {

QWidget *makeCodeColumns(const QString &c, const QString &go, const QString &qt)
{
    const std::array codes{std::pair(u"C"_qs, &c),
                           std::pair(u"Go"_qs, &go),
                           std::pair(u"Qt"_qs, &qt)};
    auto *columns = new QWidget;
    auto *layout = new QGridLayout(columns);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int column = 0; const auto &[name, code] : codes) {
        auto *title = new QLabel(name, columns);
        auto *view = new CodeView(*code, columns);
        view->setAccessibleName(name);
        view->setPlaceholderText(
            QCoreApplication::translate("Teardown::CodeColumns", "not shown in this language"));
        title->setBuddy(view);
        layout->addWidget(title, 0, column);
        layout->addWidget(view, 1, column);
        layout->setColumnStretch(column, 1);
        ++column;
    }
    return columns;
}

} // namespace Teardown
