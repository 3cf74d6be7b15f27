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

/// QMainWindow (Qt 6.4) parks docks behind a tab, and the tabs of hidden ones, outside of itself.
bool isParked(const QWidget &widget);

/// The widgets in sight that Tab reaches but a screen reader has no name for.
QStringList unnamedWidgets(const QWidget &root);

/// The widgets in sight whose text does not fit: buttons, labels, tabs, headings, menu titles,
/// fields with a hint, tool bars with more than they show.
QStringList cutOffTexts(const QWidget &root);

/// Every text that we give a widget in sight, to see, hear or hover over; by where it is. Without
/// the cells of tables.
std::map<QString, QString> textsOf(const QWidget &root);

} // namespace Teardown
