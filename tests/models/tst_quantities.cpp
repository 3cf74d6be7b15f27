// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/quantities.h"

#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

class tst_Quantities : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void compactDuration_keepsToOneUnit_data();
    void compactDuration_keepsToOneUnit();
    void compactRoundTrip_suitsItsSize_data();
    void compactRoundTrip_suitsItsSize();
    void spokenDuration_isInWords_data();
    void spokenDuration_isInWords();
    void absoluteTime_isLocalWithMilliseconds();
    void escapedForDisplay_showsWhatMisleads_data();
    void escapedForDisplay_showsWhatMisleads();
};

void tst_Quantities::compactDuration_keepsToOneUnit_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("before it began") << qint64(-5) << QStringLiteral("0.0 s");
    QTest::newRow("under a tenth") << qint64(99) << QStringLiteral("0.0 s");
    QTest::newRow("tenths are cut, not rounded") << qint64(499) << QStringLiteral("0.4 s");
    QTest::newRow("last with tenths") << qint64(9'999) << QStringLiteral("9.9 s");
    QTest::newRow("first without") << qint64(10'000) << QStringLiteral("10 s");
    QTest::newRow("last second") << qint64(59'999) << QStringLiteral("59 s");
    QTest::newRow("first minute") << qint64(60'000) << QStringLiteral("1 min");
    QTest::newRow("last minute") << qint64(3'599'999) << QStringLiteral("59 min");
    QTest::newRow("first hour") << qint64(3'600'000) << QStringLiteral("1 h");
    QTest::newRow("last hour") << qint64(86'399'999) << QStringLiteral("23 h");
    QTest::newRow("first day") << qint64(86'400'000) << QStringLiteral("1 d");
}

void tst_Quantities::compactDuration_keepsToOneUnit()
{
    QFETCH(const qint64, milliseconds);
    QTEST(compactDuration(Milliseconds(milliseconds)), "text");
}

void tst_Quantities::compactRoundTrip_suitsItsSize_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("loopback") << qint64(43) << QStringLiteral("43 µs");
    QTest::newRow("last in microseconds") << qint64(999) << QStringLiteral("999 µs");
    QTest::newRow("first with tenths") << qint64(1'000) << QStringLiteral("1.0 ms");
    QTest::newRow("last with tenths") << qint64(9'999) << QStringLiteral("9.9 ms");
    QTest::newRow("far away") << qint64(412'900) << QStringLiteral("412 ms");
    QTest::newRow("very far") << qint64(1'200'000) << QStringLiteral("1.2 s");
}

void tst_Quantities::compactRoundTrip_suitsItsSize()
{
    QFETCH(const qint64, microseconds);
    QTEST(compactRoundTrip(std::chrono::microseconds(microseconds)), "text");
}

void tst_Quantities::spokenDuration_isInWords_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");

    // The plural forms come with the translation files, English included.
    QTest::newRow("passed") << qint64(-1) << QStringLiteral("0 second(s)");
    QTest::newRow("seconds") << qint64(59'999) << QStringLiteral("59 second(s)");
    QTest::newRow("minutes") << qint64(60'000) << QStringLiteral("1 minute(s)");
    QTest::newRow("hours") << qint64(7'200'000) << QStringLiteral("2 hour(s)");
}

void tst_Quantities::spokenDuration_isInWords()
{
    QFETCH(const qint64, milliseconds);
    QTEST(spokenDuration(Milliseconds(milliseconds)), "text");
}

void tst_Quantities::absoluteTime_isLocalWithMilliseconds()
{
    const QDateTime wall(QDate(2026, 11, 22), QTime(8, 30, 0, 500), Qt::UTC);
    const RunStart start{TimePoint(std::chrono::seconds(100)), wall};
    QCOMPARE(absoluteTime(start.mono + Milliseconds(1'734), start),
             wall.addMSecs(1'734).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"));
}

void tst_Quantities::escapedForDisplay_showsWhatMisleads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words, signs and other scripts")
        << QStringLiteral("ECHO 你好 🙂 \\ \"") << QStringLiteral("ECHO 你好 🙂 \\ \"");
    QTest::newRow("line ends and tabs")
        << QStringLiteral("a\r\n\tb") << QStringLiteral("a\\u{d}\\u{a}\\u{9}b");
    QTest::newRow("an escape sequence of a terminal")
        << QStringLiteral("\x1b[31m") << QStringLiteral("\\u{1b}[31m");
    QTest::newRow("C1 control") << QString(QChar(0x9b)) << QStringLiteral("\\u{9b}");
    QTest::newRow("delete and null")
        << QString(QChar(0x7f)) + QChar(0) << QStringLiteral("\\u{7f}\\u{0}");
    QTest::newRow("right-to-left override")
        << QString(u"txt." + QString(QChar(0x202e)) + u"exe") << QStringLiteral("txt.\\u{202e}exe");
    QTest::newRow("isolates and marks") << QString(QChar(0x2066)) + QChar(0x2069) + QChar(0x200f)
            + QChar(0x061c) << QStringLiteral("\\u{2066}\\u{2069}\\u{200f}\\u{61c}");
    QTest::newRow("what has no width")
        << QString(QChar(0x200b)) + QChar(0xfeff) << QStringLiteral("\\u{200b}\\u{feff}");
    QTest::newRow("line and paragraph separator")
        << QString(QChar(0x2028)) + QChar(0x2029) << QStringLiteral("\\u{2028}\\u{2029}");
    QTest::newRow("invisible tags beyond the basic plane")
        << QStringLiteral("\U000e0041") << QStringLiteral("\\u{e0041}");
}

void tst_Quantities::escapedForDisplay_showsWhatMisleads()
{
    QFETCH(const QString, text);
    QTEST(escapedForDisplay(text), "shown");
}

QTEST_GUILESS_MAIN(tst_Quantities)
#include "tst_quantities.moc"
