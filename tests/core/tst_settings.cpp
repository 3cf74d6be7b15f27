// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/settings.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTest>

using namespace Teardown;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void names_areThoseOfTheContract();
    void texts_areOneLineEach();
    void defaults_areThoseOfTheContract_data();
    void defaults_areThoseOfTheContract();
    void apply_changesOnlyItsOwnValue();
    void apply_takesItsLimits_data();
    void apply_takesItsLimits();
    void apply_refusesWhatIsNotAllowed_data();
    void apply_refusesWhatIsNotAllowed();
    void allowed_saysWhatIsAllowed_data();
    void allowed_saysWhatIsAllowed();
    void together_data();
    void together();
    void find_knowsNoOtherName();
};

void tst_Settings::names_areThoseOfTheContract()
{
    QStringList names;
    for (const Setting &setting : allSettings())
        names.append(QLatin1StringView(setting.name));
    QCOMPARE(names.join(u' '),
             QStringLiteral("heartbeat heartbeat-timeout read-deadline write-deadline "
                            "idle-timeout keepalive user-timeout connect-deadline linger-idle "
                            "linger-total drain-deadline max-connections read-buffer write-limit "
                            "max-line workers end-gate epoll"));
}

void tst_Settings::texts_areOneLineEach()
{
    QSet<QString> labels;
    for (const Setting &setting : allSettings()) {
        labels.insert(QString::fromLatin1(setting.label));
        const QString meaning = QString::fromLatin1(setting.meaning);
        QVERIFY2(!meaning.isEmpty() && meaning.size() <= 80, setting.name);
        QVERIFY2(!meaning.contains(u'\n') && !meaning.endsWith(u'.'), setting.name);
    }
    QCOMPARE(labels.size(), static_cast<qsizetype>(allSettings().size()));
}

void tst_Settings::defaults_areThoseOfTheContract_data()
{
    QTest::addColumn<QString>("value");

    QTest::newRow("heartbeat") << QStringLiteral("10s");
    QTest::newRow("heartbeat-timeout") << QStringLiteral("30s");
    QTest::newRow("read-deadline") << QStringLiteral("30s");
    QTest::newRow("write-deadline") << QStringLiteral("30s");
    QTest::newRow("idle-timeout") << QStringLiteral("off");
    QTest::newRow("keepalive") << QStringLiteral("off");
    QTest::newRow("user-timeout") << QStringLiteral("off");
    QTest::newRow("connect-deadline") << QStringLiteral("5s");
    QTest::newRow("linger-idle") << QStringLiteral("5s");
    QTest::newRow("linger-total") << QStringLiteral("30s");
    QTest::newRow("drain-deadline") << QStringLiteral("10s");
    QTest::newRow("max-connections") << QStringLiteral("10000");
    QTest::newRow("read-buffer") << QStringLiteral("64KiB");
    QTest::newRow("write-limit") << QStringLiteral("1MiB");
    QTest::newRow("max-line") << QStringLiteral("64KiB");
    QTest::newRow("workers") << QStringLiteral("0");
    QTest::newRow("end-gate") << QStringLiteral("on");
    QTest::newRow("epoll") << QStringLiteral("on");
}

void tst_Settings::defaults_areThoseOfTheContract()
{
    QFETCH(const QString, value);
    const Setting *setting = findSetting(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(setting);
    QCOMPARE(setting->value(MonitorSettings()), value);

    // The command line offers the default as a value, so it must be one that is taken.
    MonitorSettings settings;
    const Result<bool> applied = setting->apply(settings, value);
    QVERIFY2(applied, qPrintable(applied.error()));
    QCOMPARE(setting->value(settings), value);
}

void tst_Settings::apply_changesOnlyItsOwnValue()
{
    for (const Setting &changed : allSettings()) {
        MonitorSettings settings;
        const QString text = changed.kind == Setting::Kind::Duration ? QStringLiteral("7s")
            : changed.kind == Setting::Kind::Size                    ? QStringLiteral("2KiB")
            : changed.kind == Setting::Kind::Count                   ? QStringLiteral("7")
                                                                     : QStringLiteral("off");
        QVERIFY2(changed.apply(settings, text), changed.name);
        for (const Setting &setting : allSettings()) {
            const bool isChanged = &setting == &changed;
            QCOMPARE(setting.value(settings), isChanged ? text : setting.value(MonitorSettings()));
        }
    }
}

void tst_Settings::apply_takesItsLimits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("lowest");
    QTest::addColumn<QString>("highest");
    QTest::addColumn<QString>("tooLow");
    QTest::addColumn<QString>("tooHigh");

    const auto row = [](const char *name,
                        const char *lowest,
                        const char *highest,
                        const char *tooLow,
                        const char *tooHigh) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(lowest)
                            << QString::fromLatin1(highest) << QString::fromLatin1(tooLow)
                            << QString::fromLatin1(tooHigh);
    };
    for (const char *name : {"heartbeat",
                             "heartbeat-timeout",
                             "read-deadline",
                             "write-deadline",
                             "idle-timeout",
                             "user-timeout",
                             "connect-deadline",
                             "linger-idle",
                             "linger-total",
                             "drain-deadline"})
        row(name, "10ms", "24h", "9ms", "86400001ms");
    row("keepalive", "1s", "9h", "999ms", "32400001ms");
    row("max-connections", "1", "1000000", "0", "1000001");
    row("read-buffer", "1KiB", "64MiB", "1023", "67108865");
    row("write-limit", "1KiB", "64MiB", "1023", "67108865");
    row("max-line", "64", "1MiB", "63", "1048577");
    row("workers", "0", "64", "-1", "65");
}

void tst_Settings::apply_takesItsLimits()
{
    QFETCH(const QString, name);
    const Setting *setting = findSetting(name);
    QVERIFY(setting);
    for (const char *column : {"lowest", "highest"}) {
        const QString text = *static_cast<QString *>(QTest::qData(column, qMetaTypeId<QString>()));
        MonitorSettings settings;
        const Result<bool> applied = setting->apply(settings, text);
        QVERIFY2(applied, qPrintable(applied.error()));
        QCOMPARE(setting->value(settings), text);
    }
    for (const char *column : {"tooLow", "tooHigh"}) {
        const QString text = *static_cast<QString *>(QTest::qData(column, qMetaTypeId<QString>()));
        MonitorSettings settings;
        const Result<bool> applied = setting->apply(settings, text);
        QVERIFY2(!applied, qPrintable(text));
        QCOMPARE(setting->value(settings), setting->value(MonitorSettings()));
    }
}

void tst_Settings::apply_refusesWhatIsNotAllowed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *sentence, const char *name, const char *text) {
        QTest::newRow(sentence) << QString::fromLatin1(name) << QString::fromLatin1(text);
    };
    row("a duration without a unit", "read-deadline", "5");
    row("an empty duration", "read-deadline", "");
    row("a size as a duration", "read-deadline", "64KiB");
    row("a duration as a size", "read-buffer", "5s");
    row("a size that is off", "read-buffer", "off");
    row("a count with a unit", "max-connections", "5s");
    row("a count that is off", "max-connections", "off");
    row("a number as a switch", "end-gate", "1");
    row("place markers", "end-gate", "%1%2%3");
}

void tst_Settings::apply_refusesWhatIsNotAllowed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    const Setting *setting = findSetting(name);
    QVERIFY(setting);
    MonitorSettings settings;
    const Result<bool> applied = setting->apply(settings, text);
    QVERIFY(!applied);
    QCOMPARE(applied.error(),
             QStringLiteral("--%1: \"%2\" is not %3").arg(name, text, setting->allowed()));
}

void tst_Settings::allowed_saysWhatIsAllowed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("allowed");

    const auto row = [](const char *name, const char *allowed) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(allowed);
    };
    row("read-deadline", "a duration from 10ms to 24h, such as 250ms, 5s, 2m, or off");
    row("max-line", "a size from 64 to 1MiB, such as 4096, 64KiB, 1MiB");
    row("workers", "a whole number from 0 to 64");
    row("end-gate", "on or off");
}

void tst_Settings::allowed_saysWhatIsAllowed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, allowed);
    const Setting *setting = findSetting(name);
    QVERIFY(setting);
    QCOMPARE(setting->allowed(), allowed);
}

void tst_Settings::together_data()
{
    QTest::addColumn<int>("heartbeat");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<QString>("error");

    QTest::newRow("longer") << 1'000 << 1'001 << QString();
    QTest::newRow("equal") << 1'000 << 1'000
                           << QStringLiteral(
                                  "--heartbeat-timeout 1s must be longer than --heartbeat 1s");
    QTest::newRow("shorter") << 10'000 << 5'000
                             << QStringLiteral(
                                    "--heartbeat-timeout 5s must be longer than --heartbeat 10s");
    QTest::newRow("no interval") << 0 << 5'000 << QString();
    QTest::newRow("no timeout") << 10'000 << 0 << QString();
    QTest::newRow("neither") << 0 << 0 << QString();
}

void tst_Settings::together()
{
    QFETCH(const int, heartbeat);
    QFETCH(const int, timeout);
    QFETCH(const QString, error);
    MonitorSettings settings;
    settings.connection.heartbeat = Milliseconds{heartbeat};
    settings.connection.heartbeatTimeout = Milliseconds{timeout};
    QCOMPARE(checkTogether(settings).error(), error);
}

void tst_Settings::find_knowsNoOtherName()
{
    QVERIFY(!findSetting(u"Heartbeat"));
    QVERIFY(!findSetting(u""));
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
