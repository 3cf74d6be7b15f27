// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "ui/window/formdialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace Teardown {

class SettingsFields;

/// Asks for a new listener and opens it. Starts with the values of the last time.
class ListenDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit ListenDialog(Monitor &monitor, QWidget *parent = nullptr);

    /// What the form asks for.
    ListenSpec spec() const;

    /// The listener that was opened; 0 until then.
    EndpointId endpoint() const { return m_endpoint; }

protected:
    Result<bool> carryOut() override;
    QString failureText(const QString &reason) const override;

private:
    void addBasics();
    QString addressFault() const;
    void loadBasics();
    void save() const;

    Monitor &m_monitor;
    bool m_suggestsAnyPort = false; ///< the port that was kept is one we listen on
    QComboBox *m_address;
    QSpinBox *m_port;
    QComboBox *m_service;
    QCheckBox *m_allowRemote;
    SettingsFields *m_settings = nullptr;
    EndpointId m_endpoint = 0;
};

} // namespace Teardown
