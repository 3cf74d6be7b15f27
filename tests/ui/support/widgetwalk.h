// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <map>

class QWidget;

namespace Teardown {

// What is on a window, widget by widget. Widgets are named by their path:
// "mainWindow/…/QToolButton".

/// The widgets in sight that Tab reaches but a screen reader has no name for.
QStringList unnamedWidgets(const QWidget &root);

/// The widgets in sight whose text does not fit: buttons, labels, tabs, headings, menu titles,
/// fields with a hint, tool bars with more than they show.
QStringList cutOffTexts(const QWidget &root);

/// Every text a person can see, hear or hover over, of all widgets, in sight or not, by where it
/// is.
std::map<QString, QString> textsOf(const QWidget &root);

} // namespace Teardown
