// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "ui/window/formdialog.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Teardown {

class SettingsFields;

/// Asks for a new group of clients and starts it. Starts with the values of the last time.
class ConnectDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(Monitor &monitor, QWidget *parent = nullptr);

    /// What the form asks for.
    ConnectSpec spec() const;

    /// The group that was started; 0 until then.
    EndpointId endpoint() const { return m_endpoint; }

protected:
    Result<bool> carryOut() override;
    QString failureText(const QString &reason) const override;

private:
    void addBasics();
    QString hostFault() const;
    QString holdFault() const;
    void loadBasics();
    void save() const;

    Monitor &m_monitor;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QSpinBox *m_count;
    QLineEdit *m_hold;
    QComboBox *m_service;
    SettingsFields *m_settings = nullptr;
    EndpointId m_endpoint = 0;
};

} // namespace Teardown
