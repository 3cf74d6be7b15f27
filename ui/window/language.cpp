// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace Teardown {

namespace {

/// English is a translation too: it holds the plural forms.
QString g_current = QStringLiteral("en");
bool g_isChosen = false;

bool isKnown(const QString &tag)
{
    return std::any_of(allLanguages.begin(), allLanguages.end(), [&tag](const Language &language) {
        return tag == QLatin1StringView(language.tag);
    });
}

QString firstOfTheSystem()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        const QLocale locale(name);
        if (locale.language() == QLocale::English)
            return QStringLiteral("en");
        if (locale.language() == QLocale::Chinese
            && locale.script() == QLocale::SimplifiedHanScript)
            return QStringLiteral("zh_CN");
    }
    return QStringLiteral("en");
}

/// Replaces the translator \a name of the application by the one in \a file. A file that is not
/// there leaves Qt's English texts.
void replaceTranslator(const QString &name, const QString &file)
{
    auto *application = QCoreApplication::instance();
    delete application->findChild<QTranslator *>(name, Qt::FindDirectChildrenOnly);
    auto *translator = new QTranslator(application);
    translator->setObjectName(name);
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace

bool installLanguage(const QString &tag)
{
    const bool known = tag.isEmpty() || isKnown(tag);
    g_isChosen = known && !tag.isEmpty();
    g_current = tag.isEmpty() ? firstOfTheSystem() : known ? tag : QStringLiteral("en");

    QLocale::setDefault(QLocale(g_current));
    replaceTranslator(QStringLiteral("qtbaseTranslator"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)
                          + QStringLiteral("/qtbase_") + g_current);
    replaceTranslator(QStringLiteral("teardownTranslator"),
                      QStringLiteral(":/i18n/teardown_") + g_current);
    return known;
}

QString currentLanguage()
{
    return g_current;
}

bool isLanguageChosen()
{
    return g_isChosen;
}

} // namespace Teardown
