// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/units.h"
#include "core/base/wholenumber.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Teardown;

class tst_Units : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void wholeNumber_isDigitsOnly_data();
    void wholeNumber_isDigitsOnly();
    void duration_isRead_data();
    void duration_isRead();
    void duration_isRefused_data();
    void duration_isRefused();
    void durationToken_isReadBack_data();
    void durationToken_isReadBack();
    void size_isRead_data();
    void size_isRead();
    void size_isRefused_data();
    void size_isRefused();
    void sizeToken_isReadBack_data();
    void sizeToken_isReadBack();
    void duration_isShown_data();
    void duration_isShown();
    void size_isShown_data();
    void size_isShown();
};

void tst_Units::wholeNumber_isDigitsOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // -1: refused

    constexpr qint64 maximum = std::numeric_limits<qint64>::max();
    QTest::newRow("zero") << QStringLiteral("0") << qint64{0};
    QTest::newRow("leading zeros") << QStringLiteral("007") << qint64{7};
    QTest::newRow("the largest") << QStringLiteral("9223372036854775807") << maximum;
    QTest::newRow("one over the largest") << QStringLiteral("9223372036854775808") << maximum;
    QTest::newRow("far over the largest") << QString(100, u'9') << maximum;
    QTest::newRow("nothing") << QString() << qint64{-1};
    QTest::newRow("a sign") << QStringLiteral("+1") << qint64{-1};
    QTest::newRow("a space") << QStringLiteral(" 1") << qint64{-1};
    QTest::newRow("a fraction") << QStringLiteral("1.5") << qint64{-1};
    QTest::newRow("digits of another script") << QStringLiteral(u"\u0661") << qint64{-1};
}

void tst_Units::wholeNumber_isDigitsOnly()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, expected);
    QCOMPARE(parseWholeNumber(text).value_or(-1), expected);
}

void tst_Units::duration_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("milliseconds") << QStringLiteral("250ms") << qint64{250};
    QTest::newRow("seconds") << QStringLiteral("5s") << qint64{5'000};
    QTest::newRow("minutes") << QStringLiteral("2m") << qint64{120'000};
    QTest::newRow("hours") << QStringLiteral("1h") << qint64{3'600'000};
    QTest::newRow("off is zero") << QStringLiteral("off") << qint64{0};
    QTest::newRow("zero seconds is off") << QStringLiteral("0s") << qint64{0};
    QTest::newRow("the longest") << QStringLiteral("24h") << qint64{86'400'000};
    QTest::newRow("the longest in ms") << QStringLiteral("86400000ms") << qint64{86'400'000};
}

void tst_Units::duration_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, milliseconds);
    const Result<Milliseconds> duration = parseDuration(text);
    QVERIFY2(duration, qPrintable(duration.error()));
    QCOMPARE(qint64{duration->count()}, milliseconds);
}

void tst_Units::duration_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("allowed");

    const QString unit = QStringLiteral("such as 250ms, 5s, 2m or 1h, or off");
    const QString limit = QStringLiteral("at most 24h");
    QTest::newRow("nothing") << QString() << unit;
    QTest::newRow("no unit") << QStringLiteral("5") << unit;
    QTest::newRow("no number") << QStringLiteral("ms") << unit;
    QTest::newRow("unknown unit") << QStringLiteral("5d") << unit;
    QTest::newRow("capital unit") << QStringLiteral("5S") << unit;
    QTest::newRow("a fraction") << QStringLiteral("1.5s") << unit;
    QTest::newRow("a sign") << QStringLiteral("-5s") << unit;
    QTest::newRow("a space") << QStringLiteral("5 s") << unit;
    QTest::newRow("limit + 1 h") << QStringLiteral("25h") << limit;
    QTest::newRow("limit + 1 ms") << QStringLiteral("86400001ms") << limit;
    QTest::newRow("would overflow") << QStringLiteral("9223372036854775807h") << limit;
    QTest::newRow("a hundred digits") << (QString(100, u'9') + QStringLiteral("ms")) << limit;
}

void tst_Units::duration_isRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, allowed);
    const Result<Milliseconds> duration = parseDuration(text);
    QVERIFY(!duration);
    QVERIFY2(duration.error().contains(u'"' + text + u'"'), qPrintable(duration.error()));
    QVERIFY2(duration.error().contains(allowed), qPrintable(duration.error()));
}

void tst_Units::durationToken_isReadBack_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("token");

    QTest::newRow("off") << qint64{0} << QStringLiteral("off");
    QTest::newRow("not whole seconds") << qint64{1'500} << QStringLiteral("1500ms");
    QTest::newRow("not whole minutes") << qint64{90'000} << QStringLiteral("90s");
    QTest::newRow("minutes") << qint64{120'000} << QStringLiteral("2m");
    QTest::newRow("hours") << qint64{86'400'000} << QStringLiteral("24h");
}

void tst_Units::durationToken_isReadBack()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QString, token);
    QCOMPARE(durationToken(Milliseconds{milliseconds}), token);
    const Result<Milliseconds> back = parseDuration(token);
    QVERIFY(back);
    QCOMPARE(qint64{back->count()}, milliseconds);
}

void tst_Units::size_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");

    QTest::newRow("zero") << QStringLiteral("0") << qint64{0};
    QTest::newRow("bytes") << QStringLiteral("512") << qint64{512};
    QTest::newRow("KiB") << QStringLiteral("64KiB") << qint64{65'536};
    QTest::newRow("MiB") << QStringLiteral("1MiB") << qint64{1'048'576};
    QTest::newRow("GiB") << QStringLiteral("2GiB") << qint64{2'147'483'648};
    QTest::newRow("the largest") << QStringLiteral("1TiB") << qint64{1'099'511'627'776};
    QTest::newRow("the largest in bytes")
        << QStringLiteral("1099511627776") << qint64{1'099'511'627'776};
}

void tst_Units::size_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);
    const Result<qint64> size = parseSize(text);
    QVERIFY2(size, qPrintable(size.error()));
    QCOMPARE(*size, bytes);
}

void tst_Units::size_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("allowed");

    const QString unit = QStringLiteral("KiB, MiB, GiB or TiB, such as 64KiB");
    const QString limit = QStringLiteral("at most 1TiB");
    QTest::newRow("nothing") << QString() << unit;
    QTest::newRow("no number") << QStringLiteral("KiB") << unit;
    QTest::newRow("a decimal unit") << QStringLiteral("64KB") << unit;
    QTest::newRow("half a unit") << QStringLiteral("64K") << unit;
    QTest::newRow("a sign") << QStringLiteral("-1") << unit;
    QTest::newRow("a fraction") << QStringLiteral("1.5MiB") << unit;
    QTest::newRow("limit + 1") << QStringLiteral("1099511627777") << limit;
    QTest::newRow("limit + 1 GiB") << QStringLiteral("1025GiB") << limit;
    QTest::newRow("would overflow") << QStringLiteral("9223372036854775807TiB") << limit;
}

void tst_Units::size_isRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, allowed);
    const Result<qint64> size = parseSize(text);
    QVERIFY(!size);
    QVERIFY2(size.error().contains(u'"' + text + u'"'), qPrintable(size.error()));
    QVERIFY2(size.error().contains(allowed), qPrintable(size.error()));
}

void tst_Units::sizeToken_isReadBack_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("token");

    QTest::newRow("zero") << qint64{0} << QStringLiteral("0");
    QTest::newRow("not whole KiB") << qint64{1'536} << QStringLiteral("1536");
    QTest::newRow("KiB") << qint64{65'536} << QStringLiteral("64KiB");
    QTest::newRow("TiB") << qint64{1'099'511'627'776} << QStringLiteral("1TiB");
}

void tst_Units::sizeToken_isReadBack()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, token);
    QCOMPARE(sizeToken(bytes), token);
    const Result<qint64> back = parseSize(token);
    QVERIFY(back);
    QCOMPARE(*back, bytes);
}

void tst_Units::duration_isShown_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("shown");

    QTest::newRow("zero") << qint64{0} << QStringLiteral("0 ms");
    QTest::newRow("under a second") << qint64{999} << QStringLiteral("999 ms");
    QTest::newRow("a second") << qint64{1'000} << QStringLiteral("1.0 s");
    QTest::newRow("tenths are cut") << qint64{12'399} << QStringLiteral("12.3 s");
    QTest::newRow("just under a minute") << qint64{59'999} << QStringLiteral("59.9 s");
    QTest::newRow("a minute") << qint64{60'000} << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << qint64{185'000} << QStringLiteral("3 min 5 s");
    QTest::newRow("just under an hour") << qint64{3'599'999} << QStringLiteral("59 min 59 s");
    QTest::newRow("hours") << qint64{7'440'000} << QStringLiteral("2 h 4 min");
    QTest::newRow("more than a day") << qint64{180'000'000} << QStringLiteral("50 h 0 min");
}

void tst_Units::duration_isShown()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QString, shown);
    QCOMPARE(formatDuration(Milliseconds{milliseconds}), shown);
}

void tst_Units::size_isShown_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("shown");

    QTest::newRow("zero") << qint64{0} << QStringLiteral("0 B");
    QTest::newRow("bytes") << qint64{312} << QStringLiteral("312 B");
    QTest::newRow("just under a KiB") << qint64{1'023} << QStringLiteral("1023 B");
    QTest::newRow("a KiB") << qint64{1'024} << QStringLiteral("1.0 KiB");
    QTest::newRow("rounded") << qint64{1'229} << QStringLiteral("1.2 KiB");
    QTest::newRow("rounded up to the next whole") << qint64{2'047} << QStringLiteral("2.0 KiB");
    QTest::newRow("rounded up to the next unit") << qint64{1'048'575} << QStringLiteral("1.0 MiB");
    QTest::newRow("MiB") << qint64{4'194'304} << QStringLiteral("4.0 MiB");
    QTest::newRow("the largest number")
        << std::numeric_limits<qint64>::max() << QStringLiteral("8388608.0 TiB");
}

void tst_Units::size_isShown()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, shown);
    QCOMPARE(formatSize(bytes), shown);
}

QTEST_GUILESS_MAIN(tst_Units)
#include "tst_units.moc"
