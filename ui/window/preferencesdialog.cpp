// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/preferencesdialog.h"

#include "ui/widgets/checkedform.h"
#include "ui/widgets/settingsfields.h"
#include "ui/window/language.h"

#include <QComboBox>
#include <QDir>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace Teardown {

PreferencesDialog::PreferencesDialog(Monitor &monitor, const Preferences &shown, QWidget *parent)
    : FormDialog(parent)
    , m_monitor(monitor)
    , m_language(new QComboBox(this))
    , m_appearance(new QComboBox(this))
    , m_textStep(new QSpinBox(this))
{
    setWindowTitle(tr("Preferences"));
    addLook(shown);
    form().addHeading(tr("Program"));
    m_settings = new SettingsFields(form(),
                                    Setting::Scope::Program,
                                    SettingsFields::Audience::Listeners,
                                    loadProgramSettings(monitor.settings()));
    form().addNote(tr("The drain deadline holds at once, everything else from the next start."));
    form().addNote(tr("Kept in %1").arg(QDir::toNativeSeparators(QSettings().fileName())));
    start(m_language);
}

Preferences PreferencesDialog::preferences() const
{
    return {.language = m_language->currentData().toString(),
            .appearance = static_cast<Appearance>(m_appearance->currentData().toInt()),
            .textStep = m_textStep->value()};
}

Result<bool> PreferencesDialog::carryOut()
{
    const MonitorSettings wanted = m_settings->values(m_monitor.settings());
    saveProgramSettings(wanted);
    m_monitor.setSettings(wanted);
    return true;
}

void PreferencesDialog::addLook(const Preferences &shown)
{
    m_language->addItem(tr("that of the system"), QString());
    for (const Language &language : allLanguages)
        m_language->addItem(QString::fromUtf8(language.name), QString::fromLatin1(language.tag));
    m_language->setCurrentIndex(std::max(0, m_language->findData(shown.language)));

    m_appearance->addItem(tr("that of the system"), static_cast<int>(Appearance::System));
    m_appearance->addItem(tr("light"), static_cast<int>(Appearance::Light));
    m_appearance->addItem(tr("dark"), static_cast<int>(Appearance::Dark));
    m_appearance->setCurrentIndex(m_appearance->findData(static_cast<int>(shown.appearance)));

    m_textStep->setRange(leastTextStep, mostTextStep);
    m_textStep->setPrefix(shown.textStep > 0 ? QStringLiteral("+") : QString());
    m_textStep->setValue(shown.textStep);
    connect(m_textStep, &QSpinBox::valueChanged, m_textStep, [this](int step) {
        m_textStep->setPrefix(step > 0 ? QStringLiteral("+") : QString());
    });

    form().addHeading(tr("Window"));
    form().addField(tr("&Language"), m_language, tr("of all texts but those in files"));
    form().addField(tr("&Theme"), m_appearance, tr("light or dark ground"));
    form().addField(tr("Text &size"), m_textStep, tr("points more or less than the desktop's"));
}

} // namespace Teardown
