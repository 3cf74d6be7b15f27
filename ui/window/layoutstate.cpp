// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/layoutstate.h"

#include "ui/panels/columnlayout.h"

#include <QMainWindow>
#include <QSettings>

namespace Teardown {

namespace {

constexpr QLatin1StringView versionKey("layout/version");
constexpr QLatin1StringView geometryKey("layout/geometry");
constexpr QLatin1StringView stateKey("layout/state");
constexpr QLatin1StringView columnsKey("layout/columns");

} // namespace

void saveLayout(const QMainWindow &window, const ColumnLayout &columns)
{
    QSettings settings;
    settings.setValue(versionKey, layoutVersion);
    settings.setValue(geometryKey, window.saveGeometry());
    settings.setValue(stateKey, window.saveState(layoutVersion));
    settings.setValue(columnsKey, columns.save());
}

bool restoreLayout(QMainWindow &window, ColumnLayout &columns)
{
    const QSettings settings;
    if (settings.value(versionKey).toInt() != layoutVersion)
        return false;
    window.restoreGeometry(settings.value(geometryKey).toByteArray());
    if (!window.restoreState(settings.value(stateKey).toByteArray(), layoutVersion))
        return false;
    columns.restore(settings.value(columnsKey).toStringList());
    return true;
}

} // namespace Teardown
