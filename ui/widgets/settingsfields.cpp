// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/settingsfields.h"

#include "core/base/units.h"
#include "ui/widgets/checkedform.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace Teardown {

namespace {

struct Group
{
    const char *heading;
    std::array<const char *, 4> names; ///< of settings; null where there are fewer
};

constexpr std::array groups{
    Group{QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Deadlines"),
          {"connect-deadline", "read-deadline", "write-deadline", "idle-timeout"}},
    Group{QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Heartbeat"),
          {"heartbeat", "heartbeat-timeout"}},
    Group{QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Waiting for the peer's FIN"),
          {"linger-idle", "linger-total"}},
    Group{QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Kernel"), {"keepalive", "user-timeout"}},
    Group{QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Buffers"),
          {"read-buffer", "write-limit", "max-line"}},
};

QString text(const char *source)
{
    return QCoreApplication::translate("Teardown::SettingsFields", source);
}

QString settingText(const char *source)
{
    return QCoreApplication::translate("Teardown::Settings", source);
}

const char *headingOf(const Setting &setting)
{
    for (const Group &group : groups) {
        const bool isHere
            = std::any_of(group.names.begin(), group.names.end(), [&setting](const char *name) {
                  return name && QLatin1StringView(name) == QLatin1StringView(setting.name);
              });
        if (isHere)
            return group.heading;
    }
    return QT_TRANSLATE_NOOP("Teardown::SettingsFields", "Other");
}

/// What the dialog says instead of Setting::allowed(), which is English.
QString allowedText(const Setting &setting)
{
    switch (setting.kind) {
    case Setting::Kind::Duration:
        return text(QT_TRANSLATE_NOOP(
                        "Teardown::SettingsFields",
                        "Enter a time from %1 to %2, such as 250ms, 5s or 2m, or off."))
            .arg(durationToken(Milliseconds(setting.lowest)),
                 durationToken(Milliseconds(setting.highest)));
    case Setting::Kind::Size:
        return text(QT_TRANSLATE_NOOP("Teardown::SettingsFields",
                                      "Enter a size from %1 to %2, such as 4096, 64KiB or 1MiB."))
            .arg(sizeToken(setting.lowest), sizeToken(setting.highest));
    case Setting::Kind::Count:
        return text(QT_TRANSLATE_NOOP("Teardown::SettingsFields",
                                      "Enter a whole number from %1 to %2."))
            .arg(setting.lowest)
            .arg(setting.highest);
    case Setting::Kind::Switch:
        return {};
    }
    Q_UNREACHABLE();
}

QString tokenIn(const QWidget &editor)
{
    if (const auto *box = qobject_cast<const QCheckBox *>(&editor))
        return box->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    return qobject_cast<const QLineEdit *>(&editor)->text().trimmed();
}

} // namespace

SettingsFields::SettingsFields(CheckedForm &form,
                               Setting::Scope scope,
                               Audience audience,
                               const MonitorSettings &shown)
    : QObject(&form)
    , m_base(shown)
{
    std::vector<const Setting *> shownSettings;
    for (const Setting &setting : allSettings()) {
        const bool isForUs = audience == Audience::Clients || !setting.clientOnly;
        if (setting.scope == scope && isForUs)
            shownSettings.push_back(&setting);
    }
    if (scope == Setting::Scope::Program) {
        for (const Setting *setting : shownSettings)
            add(form, *setting, shown);
        return;
    }
    const auto addGroup = [&](const char *heading) {
        bool isFirst = true;
        for (const Setting *setting : shownSettings) {
            if (QLatin1StringView(headingOf(*setting)) != QLatin1StringView(heading))
                continue;
            if (std::exchange(isFirst, false))
                form.addHeading(text(heading));
            add(form, *setting, shown);
        }
    };
    for (const Group &group : groups)
        addGroup(group.heading);
    addGroup("Other");
}

void SettingsFields::add(CheckedForm &form, const Setting &setting, const MonitorSettings &shown)
{
    const QString value = setting.value(shown);
    QWidget *editor = nullptr;
    if (setting.kind == Setting::Kind::Switch) {
        auto *box = new QCheckBox(&form);
        box->setChecked(value == u"on");
        editor = box;
    } else {
        editor = new QLineEdit(value, &form);
    }
    editor->setObjectName(QLatin1StringView(setting.name));
    m_fields.push_back({&setting, editor});
    const std::size_t place = m_fields.size() - 1;
    form.addField(settingText(setting.label), editor, settingText(setting.meaning), [this, place] {
        return fault(m_fields[place]);
    });
}

QString SettingsFields::fault(const Field &field) const
{
    MonitorSettings scratch = m_base;
    if (!field.setting->apply(scratch, tokenIn(*field.editor)))
        return allowedText(*field.setting);
    // The one rule that takes two settings is told beside the later of them.
    if (QLatin1StringView(field.setting->name) == QLatin1StringView("heartbeat-timeout")
        && !checkTogether(values(m_base)))
        return text(QT_TRANSLATE_NOOP("Teardown::SettingsFields",
                                      "Enter a time longer than the heartbeat interval."));
    return {};
}

MonitorSettings SettingsFields::values(MonitorSettings base) const
{
    for (const Field &field : m_fields) {
        // A value that will not do leaves what was there; fault() tells it meanwhile.
        const bool isTaken = static_cast<bool>(field.setting->apply(base, tokenIn(*field.editor)));
        Q_UNUSED(isTaken)
    }
    return base;
}

} // namespace Teardown
