// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <array>

namespace Teardown {

/// A language the window speaks, under its own name.
struct Language
{
    const char *tag; ///< as in --lang
    const char *name; ///< UTF-8, never translated
};

inline constexpr std::array allLanguages{Language{"en", "English"}, Language{"zh_CN", "简体中文"}};

/// Makes every text of the program, and those of Qt's own dialogs, speak \a tag from now on; an
/// empty tag means the first language of the system that we have.
///
/// Returns false, and speaks English, when \a tag names no language of allLanguages. Widgets learn
/// of it by QEvent::LanguageChange. Needs a QCoreApplication.
bool installLanguage(const QString &tag);

/// The tag of the language in force.
QString currentLanguage();

/// True when the language in force was asked for by its tag, and is not just that of the system.
bool isLanguageChosen();

} // namespace Teardown
