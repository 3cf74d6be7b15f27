// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/units.h"
#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/window/connectdialog.h"
#include "ui/window/exportdialog.h"
#include "ui/window/listendialog.h"
#include "ui/window/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

using namespace Teardown;

namespace {

/// The line beside the buttons that says what is wrong.
QString faultOf(const FormDialog &dialog)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->accessibleName() == u"What is wrong")
            return label->text();
    }
    return QStringLiteral("there is no such line");
}

bool canBeAccepted(const FormDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
}

/// The field as a screen reader calls it.
template <typename Editor> Editor *fieldOf(const FormDialog &dialog, const QString &label)
{
    for (auto *editor : dialog.findChildren<Editor *>()) {
        if (editor->accessibleName() == label)
            return editor;
    }
    return nullptr;
}

QString tokenOf(const Setting &setting, qint64 value)
{
    switch (setting.kind) {
    case Setting::Kind::Duration:
        return QStringLiteral("%1ms").arg(value);
    case Setting::Kind::Size:
    case Setting::Kind::Count:
    case Setting::Kind::Switch:
        return QString::number(value);
    }
    Q_UNREACHABLE();
}

std::unique_ptr<FormDialog> dialogFor(const Setting &setting, Monitor &monitor)
{
    if (setting.scope == Setting::Scope::Program)
        return std::make_unique<PreferencesDialog>(monitor, Preferences{});
    return std::make_unique<ConnectDialog>(monitor);
}

} // namespace

/// What the dialogs take, and what they say about what they do not take.
class tst_WindowDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void setting_isTakenUpToItsLimits_data();
    void setting_isTakenUpToItsLimits();
    void heartbeatTimeout_mustBeLongerThanTheInterval();
    void listenAddress_isChecked_data();
    void listenAddress_isChecked();
    void listenAddress_ofOthersNeedsConsent();
    void listenFailure_isToldInTheDialog();
    void connectHost_isChecked_data();
    void connectHost_isChecked();
    void connectHold_isChecked();
    void numbers_endAtTheirLimits();
    void dialogs_startWithTheLastValues();
    void exportFile_isChecked();
    void exportFile_isReplacedOnlyWhenToldSo();
};

void tst_WindowDialogs::setting_isTakenUpToItsLimits_data()
{
    QTest::addColumn<const Setting *>("setting");
    for (const Setting &setting : allSettings()) {
        if (setting.kind != Setting::Kind::Switch)
            QTest::newRow(setting.name) << &setting;
    }
}

void tst_WindowDialogs::setting_isTakenUpToItsLimits()
{
    QFETCH(const Setting *, setting);
    Monitor monitor({});
    const auto dialog = dialogFor(*setting, monitor);
    auto *editor = dialog->findChild<QLineEdit *>(QLatin1StringView(setting->name));
    QVERIFY(editor);
    // The one rule about two settings must not be in the way.
    if (QLatin1StringView(setting->name) == u"heartbeat")
        dialog->findChild<QLineEdit *>(QStringLiteral("heartbeat-timeout"))
            ->setText(QStringLiteral("off"));
    if (QLatin1StringView(setting->name) == u"heartbeat-timeout")
        dialog->findChild<QLineEdit *>(QStringLiteral("heartbeat"))->setText(QStringLiteral("off"));

    for (const qint64 taken : {setting->lowest, setting->highest}) {
        editor->setText(tokenOf(*setting, taken));
        QVERIFY2(canBeAccepted(*dialog), qPrintable(editor->text() + faultOf(*dialog)));
        QCOMPARE(faultOf(*dialog), QString());
    }
    const QStringList refused{tokenOf(*setting, setting->highest + 1),
                              tokenOf(*setting, setting->lowest - 1),
                              QStringLiteral("soon"),
                              QString()};
    for (const QString &text : refused) {
        // A duration of 0 is off, and there may be no number below.
        if (text.startsWith(u'-') || text == u"0ms")
            continue;
        editor->setText(text);
        QVERIFY2(!canBeAccepted(*dialog), qPrintable(text));
        const QString fault = faultOf(*dialog);
        QVERIFY2(fault.startsWith(editor->accessibleName() + QStringLiteral(": Enter ")),
                 qPrintable(fault));
        QVERIFY2(fault.contains(QRegularExpression(QStringLiteral("from \\S+ to \\S+"))),
                 qPrintable(fault));
        QVERIFY(editor->accessibleDescription().startsWith(QStringLiteral("Enter ")));
    }
}

void tst_WindowDialogs::heartbeatTimeout_mustBeLongerThanTheInterval()
{
    Monitor monitor({});
    const ListenDialog dialog(monitor);
    auto *interval = dialog.findChild<QLineEdit *>(QStringLiteral("heartbeat"));
    dialog.findChild<QLineEdit *>(QStringLiteral("heartbeat-timeout"))
        ->setText(QStringLiteral("5s"));
    interval->setText(QStringLiteral("5s"));
    QVERIFY(!canBeAccepted(dialog));
    QVERIFY(faultOf(dialog).contains(QStringLiteral("longer than the heartbeat interval")));
    interval->setText(QStringLiteral("4999ms"));
    QVERIFY(canBeAccepted(dialog));
}

void tst_WindowDialogs::listenAddress_isChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("another of this machine") << QStringLiteral("127.3.2.1") << true;
    QTest::newRow("IPv6") << QStringLiteral("::1") << true;
    QTest::newRow("with spaces around") << QStringLiteral(" 127.0.0.1 ") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("a name") << QStringLiteral("localhost") << false;
    QTest::newRow("a short form") << QStringLiteral("127.1") << false;
    QTest::newRow("too large") << QStringLiteral("127.0.0.256") << false;
    QTest::newRow("too many parts") << QStringLiteral("127.0.0.0.1") << false;
    QTest::newRow("with a port") << QStringLiteral("127.0.0.1:80") << false;
    QTest::newRow("in brackets") << QStringLiteral("[::1]") << false;
}

void tst_WindowDialogs::listenAddress_isChecked()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isTaken);
    Monitor monitor({});
    const ListenDialog dialog(monitor);
    fieldOf<QComboBox>(dialog, QStringLiteral("Address"))->setCurrentText(address);
    QCOMPARE(canBeAccepted(dialog), isTaken);
    QCOMPARE(faultOf(dialog),
             isTaken ? QString()
                     : QStringLiteral("Address: Enter an IP address, such as 127.0.0.1 or ::1."));
}

void tst_WindowDialogs::listenAddress_ofOthersNeedsConsent()
{
    Monitor monitor({});
    const ListenDialog dialog(monitor);
    fieldOf<QComboBox>(dialog, QStringLiteral("Address"))
        ->setCurrentText(QStringLiteral("0.0.0.0"));
    QVERIFY(!canBeAccepted(dialog));
    QVERIFY(faultOf(dialog).contains(QStringLiteral("Let other machines in")));
    fieldOf<QCheckBox>(dialog, QStringLiteral("Let other machines in"))->setChecked(true);
    QVERIFY(canBeAccepted(dialog));
    QVERIFY(dialog.spec().allowRemote);
}

void tst_WindowDialogs::listenFailure_isToldInTheDialog()
{
    WindowFixture window;
    const SocketAddress taken = window.listen();
    QVERIFY(
        inDialog<ListenDialog>([&] { window.press(ActionId::Listen); },
                               [&](ListenDialog &dialog) {
                                   fieldOf<QSpinBox>(dialog, QStringLiteral("Port"))
                                       ->setValue(taken.port);
                                   dialog.accept();
                                   QVERIFY(dialog.isVisible());
                                   const QString fault = faultOf(dialog);
                                   QVERIFY2(fault.startsWith(QStringLiteral("Listening failed: ")),
                                            qPrintable(fault));
                                   QVERIFY2(fault.contains(taken.toString()), qPrintable(fault));
                                   // Another port mends it.
                                   fieldOf<QSpinBox>(dialog, QStringLiteral("Port"))->setValue(0);
                                   QCOMPARE(faultOf(dialog), QString());
                                   dialog.accept();
                                   QVERIFY(!dialog.isVisible());
                               }));
}

void tst_WindowDialogs::connectHost_isChecked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("IPv6") << QStringLiteral("::1") << true;
    QTest::newRow("name") << QStringLiteral("localhost") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("with a blank") << QStringLiteral("local host") << false;
    QTest::newRow("with a port") << QStringLiteral("localhost:80") << false;
}

void tst_WindowDialogs::connectHost_isChecked()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isTaken);
    Monitor monitor({});
    const ConnectDialog dialog(monitor);
    fieldOf<QLineEdit>(dialog, QStringLiteral("Host"))->setText(host);
    QCOMPARE(canBeAccepted(dialog), isTaken);
    QVERIFY(isTaken || faultOf(dialog).startsWith(QStringLiteral("Host: Enter a host name")));
}

void tst_WindowDialogs::connectHold_isChecked()
{
    Monitor monitor({});
    const ConnectDialog dialog(monitor);
    auto *hold = fieldOf<QLineEdit>(dialog, QStringLiteral("Hold for"));
    hold->setText(QStringLiteral("for ever"));
    QVERIFY(!canBeAccepted(dialog));
    QCOMPARE(faultOf(dialog),
             QStringLiteral("Hold for: Enter a time, such as 250ms, 5s or 2m, or off."));
    hold->setText(QStringLiteral("2m"));
    QCOMPARE(dialog.spec().hold, std::optional(Milliseconds(120'000)));
    hold->setText(QStringLiteral("off"));
    QCOMPARE(dialog.spec().hold, std::nullopt);
}

void tst_WindowDialogs::numbers_endAtTheirLimits()
{
    Monitor monitor({});
    const ListenDialog listen(monitor);
    const ConnectDialog connect(monitor);
    auto *number = fieldOf<QSpinBox>(connect, QStringLiteral("Number"));
    number->setValue(maxClientCount + 1);
    QCOMPARE(connect.spec().count, maxClientCount);
    number->setValue(0);
    QCOMPARE(connect.spec().count, 1);
    QCOMPARE(fieldOf<QSpinBox>(connect, QStringLiteral("Port"))->minimum(), 1);
    QCOMPARE(fieldOf<QSpinBox>(connect, QStringLiteral("Port"))->maximum(), 65'535);
    QCOMPARE(fieldOf<QSpinBox>(listen, QStringLiteral("Port"))->minimum(), 0);
    QCOMPARE(fieldOf<QSpinBox>(listen, QStringLiteral("Port"))->maximum(), 65'535);
}

void tst_WindowDialogs::dialogs_startWithTheLastValues()
{
    Monitor monitor({});
    {
        ConnectDialog dialog(monitor);
        fieldOf<QLineEdit>(dialog, QStringLiteral("Host"))->setText(QStringLiteral("127.9.9.9"));
        fieldOf<QSpinBox>(dialog, QStringLiteral("Port"))->setValue(1);
        fieldOf<QSpinBox>(dialog, QStringLiteral("Number"))->setValue(3);
        dialog.findChild<QLineEdit *>(QStringLiteral("connect-deadline"))
            ->setText(QStringLiteral("2s"));
        dialog.accept();
        QVERIFY(dialog.endpoint() != 0);
    }
    const ConnectDialog dialog(monitor);
    const ConnectSpec spec = dialog.spec();
    QCOMPARE(spec.target.host, QStringLiteral("127.9.9.9"));
    QCOMPARE(spec.target.port, quint16(1));
    QCOMPARE(spec.count, 3);
    QCOMPARE(spec.settings.connectDeadline, Milliseconds(2'000));
}

void tst_WindowDialogs::exportFile_isChecked()
{
    const QTemporaryDir folder;
    const ExportDialog dialog({.selected = 0, .displayed = 1, .all = 2});
    auto *file = fieldOf<QLineEdit>(dialog, QStringLiteral("File"));
    for (const QString &path : {QString(), folder.path()}) {
        file->setText(path);
        QVERIFY(!canBeAccepted(dialog));
        QCOMPARE(faultOf(dialog), QStringLiteral("File: Enter the name of a file."));
    }
    file->setText(folder.filePath(QStringLiteral("none/out.csv")));
    QCOMPARE(faultOf(dialog), QStringLiteral("File: This folder does not exist. Enter another."));

    file->setText(folder.filePath(QStringLiteral("out.jsonl")));
    QVERIFY(canBeAccepted(dialog));
    auto *format = fieldOf<QComboBox>(dialog, QStringLiteral("Format"));
    format->setCurrentIndex(1);
    QCOMPARE(file->text(), QDir::toNativeSeparators(folder.filePath(QStringLiteral("out.csv"))));
    // A name of one's own stays.
    file->setText(folder.filePath(QStringLiteral("out.txt")));
    format->setCurrentIndex(0);
    QVERIFY(file->text().endsWith(QStringLiteral("out.txt")));
    // Nothing is selected, so that it is not offered.
    QCOMPARE(fieldOf<QComboBox>(dialog, QStringLiteral("Connections"))->count(), 2);
}

void tst_WindowDialogs::exportFile_isReplacedOnlyWhenToldSo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.jsonl"));
    QFile there(path);
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    ExportDialog dialog({.selected = 0, .displayed = 1, .all = 1});
    fieldOf<QLineEdit>(dialog, QStringLiteral("File"))->setText(path);
    dialog.show();
    QVERIFY(inDialog<QMessageBox>([&] { dialog.accept(); },
                                  [&](QMessageBox &box) {
                                      QVERIFY(box.text().contains(path));
                                      box.button(QMessageBox::No)->click();
                                  }));
    QVERIFY(dialog.isVisible());
    QCOMPARE(faultOf(dialog), QStringLiteral("The file exists already. Enter another name."));
    QVERIFY(inDialog<QMessageBox>([&] { dialog.accept(); },
                                  [](QMessageBox &box) { box.button(QMessageBox::Yes)->click(); }));
    QCOMPARE(dialog.result(), QDialog::Accepted);
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowDialogs>(argc, argv);
}

#include "tst_windowdialogs.moc"
