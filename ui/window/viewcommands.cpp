// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/viewcommands.h"

#include "ui/window/actions.h"
#include "ui/window/language.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace Teardown {

namespace {

constexpr std::array themes{std::pair(ActionId::ThemeSystem, Appearance::System),
                            std::pair(ActionId::ThemeLight, Appearance::Light),
                            std::pair(ActionId::ThemeDark, Appearance::Dark)};
constexpr std::array languages{std::pair(ActionId::LanguageSystem, ""),
                               std::pair(ActionId::LanguageEnglish, "en"),
                               std::pair(ActionId::LanguageChinese, "zh_CN")};

} // namespace

ViewCommands::ViewCommands(const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_preferences(loadPreferences())
    , m_normalFont(QApplication::font())
    , m_languageIsOfThisRun(isLanguageChosen())
{
    connectActions();
    if (m_languageIsOfThisRun)
        m_preferences.language = currentLanguage();
    else if (!m_preferences.language.isEmpty())
        installLanguage(m_preferences.language);
    applyAppearance(m_preferences.appearance);
    applyTextStep();
    showChoices();
}

void ViewCommands::apply(const Preferences &preferences)
{
    const Preferences before = std::exchange(m_preferences, preferences);
    if (before.language != m_preferences.language)
        m_languageIsOfThisRun = false;
    Preferences kept = m_preferences;
    if (m_languageIsOfThisRun)
        kept.language = loadPreferences().language;
    savePreferences(kept);

    if (before.language != m_preferences.language)
        installLanguage(m_preferences.language);
    if (before.appearance != m_preferences.appearance)
        applyAppearance(m_preferences.appearance);
    if (before.textStep != m_preferences.textStep)
        applyTextStep();
    showChoices();
}

void ViewCommands::connectActions()
{
    auto *themeGroup = new QActionGroup(this);
    for (const auto &[id, appearance] : themes) {
        themeGroup->addAction(m_actions[id]);
        connect(m_actions[id], &QAction::triggered, this, [this, wanted = appearance] {
            Preferences changed = m_preferences;
            changed.appearance = wanted;
            apply(changed);
        });
    }
    auto *languageGroup = new QActionGroup(this);
    for (const auto &[id, tag] : languages) {
        languageGroup->addAction(m_actions[id]);
        connect(m_actions[id], &QAction::triggered, this, [this, wanted = tag] {
            Preferences changed = m_preferences;
            changed.language = QString::fromLatin1(wanted);
            apply(changed);
        });
    }
    const auto onAction = [this](ActionId id, auto slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    onAction(ActionId::LargerText, [this] { setTextStep(m_preferences.textStep + 1); });
    onAction(ActionId::SmallerText, [this] { setTextStep(m_preferences.textStep - 1); });
    onAction(ActionId::NormalText, [this] { setTextStep(0); });
}

void ViewCommands::setTextStep(int step)
{
    Preferences changed = m_preferences;
    changed.textStep = std::clamp(step, leastTextStep, mostTextStep);
    apply(changed);
}

void ViewCommands::applyTextStep()
{
    QFont font = m_normalFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() + m_preferences.textStep);
    else
        font.setPixelSize(font.pixelSize() + m_preferences.textStep);
    if (QApplication::font() == font)
        return;
    QApplication::setFont(font);
    // Many desktops give the titles of docks a font of their own, which would stay as it is.
    QApplication::setFont(font, "QDockWidgetTitle");
}

void ViewCommands::showChoices()
{
    for (const auto &[id, appearance] : themes)
        m_actions[id]->setChecked(appearance == m_preferences.appearance);
    for (const auto &[id, tag] : languages)
        m_actions[id]->setChecked(QLatin1StringView(tag) == m_preferences.language);
    m_actions[ActionId::LargerText]->setEnabled(m_preferences.textStep < mostTextStep);
    m_actions[ActionId::SmallerText]->setEnabled(m_preferences.textStep > leastTextStep);
}

} // namespace Teardown
