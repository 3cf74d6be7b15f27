// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

class QMainWindow;

namespace Teardown {

class ColumnLayout;

/// Changes whenever docks or tool bars come, go or get another name: a layout kept by another
/// version is not used.
inline constexpr int layoutVersion = 2;

/// Keeps geometry, docks and columns in the QSettings of the application.
void saveLayout(const QMainWindow &window, const ColumnLayout &columns);

/// Brings back what saveLayout() kept. Returns false, and changes nothing, if there is nothing or
/// if it is of another version.
bool restoreLayout(QMainWindow &window, ColumnLayout &columns);

} // namespace Teardown
