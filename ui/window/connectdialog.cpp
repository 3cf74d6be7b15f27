// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/connectdialog.h"

#include "core/base/units.h"
#include "ui/widgets/checkedform.h"
#include "ui/widgets/servicebox.h"
#include "ui/widgets/settingsfields.h"
#include "ui/window/preferences.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>

namespace Teardown {

namespace {

constexpr QLatin1StringView group("connect");
constexpr int firstPort = 7400;

QString key(QLatin1StringView name)
{
    return group + u'/' + name;
}

} // namespace

ConnectDialog::ConnectDialog(Monitor &monitor, QWidget *parent)
    : FormDialog(parent)
    , m_monitor(monitor)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_count(new QSpinBox(this))
    , m_hold(new QLineEdit(this))
    , m_service(makeServiceBox(this))
{
    setWindowTitle(tr("Connect"));
    setAcceptText(tr("&Connect"));
    addBasics();
    loadBasics();
    m_settings
        = new SettingsFields(form(),
                             Setting::Scope::Connection,
                             SettingsFields::Audience::Clients,
                             loadSettings(group, Setting::Scope::Connection, monitor.settings()));
    start(m_host);
}

ConnectSpec ConnectDialog::spec() const
{
    const Result<Milliseconds> hold = parseDuration(m_hold->text().trimmed());
    const bool isHeld = hold && *hold > Milliseconds::zero();
    return {.target = {m_host->text().trimmed(), static_cast<quint16>(m_port->value())},
            .count = m_count->value(),
            .hold = isHeld ? std::optional(*hold) : std::nullopt,
            .service = chosenService(*m_service),
            .settings = m_settings->values(m_monitor.settings()).connection};
}

Result<bool> ConnectDialog::carryOut()
{
    const Result<EndpointId> started = m_monitor.connectTo(spec());
    if (!started)
        return Failure{started.error()};
    m_endpoint = *started;
    save();
    return true;
}

QString ConnectDialog::failureText(const QString &reason) const
{
    return tr("Cannot connect: %1").arg(reason);
}

void ConnectDialog::addBasics()
{
    m_port->setRange(1, 65'535);
    m_count->setRange(1, maxClientCount);
    form().addHeading(tr("Clients"));
    form().addField(tr("&Host"), m_host, tr("a name or an IP address"), [this] {
        return hostFault();
    });
    form().addField(tr("&Port"), m_port, tr("1 to 65535"));
    form().addField(tr("&Number"), m_count, tr("how many connections to open"));
    form().addField(tr("Hold &for"),
                    m_hold,
                    tr("then close in good order; off stays until somebody ends it"),
                    [this] { return holdFault(); });
    form().addField(tr("&Service"), m_service, tr("what the server speaks"));
}

QString ConnectDialog::hostFault() const
{
    const QString host = m_host->text().trimmed();
    const bool isAddress6 = host.contains(u':');
    const QString target
        = (isAddress6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(1);
    return parseHostAndPort(target)
        ? QString()
        : tr("Enter a host name or an IP address, such as localhost, 127.0.0.1 or ::1.");
}

QString ConnectDialog::holdFault() const
{
    return parseDuration(m_hold->text().trimmed())
        ? QString()
        : tr("Enter a time, such as 250ms, 5s or 2m, or off.");
}

void ConnectDialog::loadBasics()
{
    const QSettings kept;
    m_host->setText(
        kept.value(key(QLatin1StringView("host")), QStringLiteral("127.0.0.1")).toString());
    m_port->setValue(kept.value(key(QLatin1StringView("port")), firstPort).toInt());
    m_count->setValue(kept.value(key(QLatin1StringView("count")), 1).toInt());
    m_hold->setText(kept.value(key(QLatin1StringView("hold")), QStringLiteral("off")).toString());
    chooseService(*m_service, kept.value(key(QLatin1StringView("service"))).toString());
}

void ConnectDialog::save() const
{
    const ConnectSpec wanted = spec();
    QSettings kept;
    kept.setValue(key(QLatin1StringView("host")), wanted.target.host);
    kept.setValue(key(QLatin1StringView("port")), wanted.target.port);
    kept.setValue(key(QLatin1StringView("count")), wanted.count);
    kept.setValue(key(QLatin1StringView("hold")),
                  durationToken(wanted.hold.value_or(Milliseconds::zero())));
    kept.setValue(key(QLatin1StringView("service")), QString(token(wanted.service)));
    MonitorSettings settings = m_monitor.settings();
    settings.connection = wanted.settings;
    saveSettings(group, Setting::Scope::Connection, settings);
}

} // namespace Teardown
