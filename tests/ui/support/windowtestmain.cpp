// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowtestmain.h"

#include "ui/theme/appearance.h"
#include "ui/window/language.h"

#include <QRegularExpression>
#include <QSettings>

namespace Teardown {

void prepareWindowTest(const QString &folder)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Those of a desktop cannot be pressed by a test.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeMenuBar);
    QCoreApplication::setOrganizationName(QStringLiteral("teardown-test"));
    QCoreApplication::setApplicationName(QStringLiteral("Teardown"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
}

void failOnAnyWarning()
{
    // Offscreen windows have no borders whose size could be hinted at.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void startAnew()
{
    failOnAnyWarning();
    QSettings().clear();
    applyAppearance(Appearance::Light);
    installLanguage(QStringLiteral("en"));
}

} // namespace Teardown
