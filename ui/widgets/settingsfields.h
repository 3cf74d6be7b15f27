// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/settings.h"

#include <QObject>

#include <vector>

class QWidget;

namespace Teardown {

class CheckedForm;

/// The settings of one scope (core/net/settings.h) as fields of a form, grouped by what they are
/// about. A child of the form, as its fields are.
class SettingsFields final : public QObject
{
    Q_OBJECT

public:
    enum class Audience { Listeners, Clients };

    /// Adds a field for each setting of \a scope; those for clients only for clients.
    SettingsFields(CheckedForm &form,
                   Setting::Scope scope,
                   Audience audience,
                   const MonitorSettings &shown);

    /// \a base with every value of the form that will do.
    MonitorSettings values(MonitorSettings base) const;

private:
    struct Field
    {
        const Setting *setting = nullptr;
        QWidget *editor = nullptr;
    };

    void add(CheckedForm &form, const Setting &setting, const MonitorSettings &shown);
    QString fault(const Field &field) const;

    std::vector<Field> m_fields;
    MonitorSettings m_base;
};

} // namespace Teardown
