// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "ui/window/formdialog.h"
#include "ui/window/preferences.h"

class QComboBox;
class QSpinBox;

namespace Teardown {

class SettingsFields;

/// What holds for the whole program: limits and deadlines, the look and the language.
class PreferencesDialog final : public FormDialog
{
    Q_OBJECT

public:
    PreferencesDialog(Monitor &monitor, const Preferences &shown, QWidget *parent = nullptr);

    /// What the form says about the window.
    Preferences preferences() const;

protected:
    Result<bool> carryOut() override;
    QString failureText(const QString &reason) const override { return reason; }

private:
    void addLook(const Preferences &shown);

    Monitor &m_monitor;
    QComboBox *m_language;
    QComboBox *m_appearance;
    QSpinBox *m_textStep;
    SettingsFields *m_settings = nullptr;
};

} // namespace Teardown
