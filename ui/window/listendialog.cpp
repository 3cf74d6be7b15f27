// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/listendialog.h"

#include "ui/widgets/checkedform.h"
#include "ui/widgets/servicebox.h"
#include "ui/widgets/settingsfields.h"
#include "ui/window/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSettings>
#include <QSpinBox>

namespace Teardown {

namespace {

constexpr QLatin1StringView group("listen");
constexpr int firstPort = 7400;

/// Editable at once: otherwise its line would come after later fields for Shift+Tab (Qt 6.4).
QComboBox *makeAddressBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->addItems({QStringLiteral("127.0.0.1"), QStringLiteral("::1"), QStringLiteral("0.0.0.0")});
    return box;
}

QString key(QLatin1StringView name)
{
    return group + u'/' + name;
}

} // namespace

ListenDialog::ListenDialog(Monitor &monitor, QWidget *parent)
    : FormDialog(parent)
    , m_monitor(monitor)
    , m_address(makeAddressBox(this))
    , m_port(new QSpinBox(this))
    , m_service(makeServiceBox(this))
    , m_allowRemote(new QCheckBox(this))
{
    setWindowTitle(tr("Listen"));
    setAcceptText(tr("&Listen"));
    addBasics();
    loadBasics();
    m_settings
        = new SettingsFields(form(),
                             Setting::Scope::Connection,
                             SettingsFields::Audience::Listeners,
                             loadSettings(group, Setting::Scope::Connection, monitor.settings()));
    form().addNote(
        tr("The drain deadline, the connection limit and the I/O threads are those of the "
           "program: see Preferences."));
    start(m_port);
}

ListenSpec ListenDialog::spec() const
{
    return {.address = {QHostAddress(m_address->currentText().trimmed()),
                        static_cast<quint16>(m_port->value())},
            .service = chosenService(*m_service),
            .allowRemote = m_allowRemote->isChecked(),
            .settings = m_settings->values(m_monitor.settings()).connection};
}

Result<bool> ListenDialog::carryOut()
{
    const Result<EndpointSnapshot> opened = m_monitor.listen(spec());
    if (!opened)
        return Failure{opened.error()};
    m_endpoint = opened->id;
    save();
    return true;
}

QString ListenDialog::failureText(const QString &reason) const
{
    return tr("Listening failed: %1").arg(reason);
}

void ListenDialog::addBasics()
{
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("any free"));
    m_allowRemote->setText(tr("yes"));

    form().addHeading(tr("Listener"));
    form().addField(tr("&Address"),
                    m_address,
                    tr("127.0.0.1 and ::1 can be reached from this machine only"),
                    [this] { return addressFault(); });
    form().addField(tr("&Port"), m_port, tr("0 takes any free port"));
    form().addField(tr("&Service"), m_service, tr("what is spoken; line is Teardown's own"));
    form().addField(tr("Let &other machines in"),
                    m_allowRemote,
                    tr("needed for every address but those of this machine"));
}

QString ListenDialog::addressFault() const
{
    const QString text = m_address->currentText().trimmed();
    const QHostAddress address(text);
    // QHostAddress also takes the short forms of inet_aton(3), such as 127.1, which surprise.
    const bool isShort
        = address.protocol() == QAbstractSocket::IPv4Protocol && address.toString() != text;
    if (address.isNull() || isShort)
        return tr("Enter an IP address, such as 127.0.0.1 or ::1.");
    if (!address.isLoopback() && !m_allowRemote->isChecked())
        return tr("Others can reach this address: tick “Let other machines in”, or use 127.0.0.1.");
    return {};
}

void ListenDialog::loadBasics()
{
    const QSettings kept;
    m_address->setCurrentText(
        kept.value(key(QLatin1StringView("address")), QStringLiteral("127.0.0.1")).toString());
    const int port = kept.value(key(QLatin1StringView("port")), firstPort).toInt();
    m_suggestsAnyPort = m_monitor.listensOn(static_cast<quint16>(port));
    m_port->setValue(m_suggestsAnyPort ? 0 : port);
    chooseService(*m_service, kept.value(key(QLatin1StringView("service"))).toString());
    m_allowRemote->setChecked(kept.value(key(QLatin1StringView("allow-remote"))).toBool());
}

void ListenDialog::save() const
{
    const ListenSpec wanted = spec();
    QSettings kept;
    kept.setValue(key(QLatin1StringView("address")), wanted.address.address.toString());
    if (!m_suggestsAnyPort || wanted.address.port != 0)
        kept.setValue(key(QLatin1StringView("port")), wanted.address.port);
    kept.setValue(key(QLatin1StringView("service")), QString(token(wanted.service)));
    kept.setValue(key(QLatin1StringView("allow-remote")), wanted.allowRemote);
    MonitorSettings settings = m_monitor.settings();
    settings.connection = wanted.settings;
    saveSettings(group, Setting::Scope::Connection, settings);
}

} // namespace Teardown
