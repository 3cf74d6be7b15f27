// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Teardown;

class tst_JsonText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void structure_isCompact();
    void string_isReadAsItWas_data();
    void string_isReadAsItWas();
    void integers_areExact();
    void decimal_isWrittenShort_data();
    void decimal_isWrittenShort();
};

static QLatin1StringView key(const char *name)
{
    return QLatin1StringView(name);
}

void tst_JsonText::structure_isCompact()
{
    JsonText json;
    json.beginObject().add(key("a"), 1).add(key("b"), true).beginArray(key("c"));
    json.beginObject().add(key("d"), key("e")).endObject();
    json.beginObject().endObject().endArray();
    json.beginArray(key("f")).endArray().endObject();
    QCOMPARE(json.text(), R"({"a":1,"b":true,"c":[{"d":"e"},{}],"f":[]})");
}

void tst_JsonText::string_isReadAsItWas_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QString();
    QTest::newRow("quotes and backslashes") << QStringLiteral(R"("\"\\"")");
    QTest::newRow("beyond ASCII in the middle") << QStringLiteral("a é 连接 \U0001F50C b");
    QString controls;
    for (char16_t unit = 0; unit < 0x100; ++unit)
        controls.append(QChar(unit));
    QTest::newRow("all of Latin-1, with every control character") << controls;
    QTest::newRow("line separators of JavaScript") << QStringLiteral("\u2028\u2029");
}

void tst_JsonText::string_isReadAsItWas()
{
    QFETCH(const QString, text);
    JsonText json;
    json.beginObject().add(key("text"), text).endObject();
    QVERIFY(!json.text().contains('\n'));
    QJsonParseError error;
    const QJsonObject read = QJsonDocument::fromJson(json.text(), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QCOMPARE(read[key("text")].toString(), text);

    JsonText latin;
    latin.beginObject().add(key("text"), QLatin1StringView(text.toLatin1())).endObject();
    QCOMPARE(QJsonDocument::fromJson(latin.text()).object()[key("text")].toString(),
             QString::fromLatin1(text.toLatin1()));

    JsonText utf8;
    utf8.beginObject().add(key("text"), QUtf8StringView(text.toUtf8())).endObject();
    QCOMPARE(utf8.text(), json.text());
}

void tst_JsonText::integers_areExact()
{
    JsonText json;
    json.beginObject()
        .add(key("least"), std::numeric_limits<qint64>::min())
        .add(key("most"), std::numeric_limits<quint64>::max())
        .add(key("port"), quint16{65'535})
        .endObject();
    QCOMPARE(json.text(),
             R"({"least":-9223372036854775808,"most":18446744073709551615,"port":65535})");
}

void tst_JsonText::decimal_isWrittenShort_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("whole") << 12.0 << QByteArray("12");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("zeros after the point") << 3.000045 << QByteArray("3.000045");
    QTest::newRow("zeros at the end") << 2.5 << QByteArray("2.5");
    QTest::newRow("rounded") << 0.1234567 << QByteArray("0.123457");
    QTest::newRow("rounded up to the next one") << 0.9999999 << QByteArray("1");
    QTest::newRow("the smallest") << 0.000001 << QByteArray("0.000001");
    QTest::newRow("a long run") << 1'000'000.0 << QByteArray("1000000");
    QTest::newRow("almost zero") << -0.0000001 << QByteArray("0");
    QTest::newRow("before the start") << -0.25 << QByteArray("-0.25");
}

void tst_JsonText::decimal_isWrittenShort()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);
    JsonText json;
    json.beginObject().addDecimal(key("v"), value).endObject();
    QCOMPARE(json.text(), "{\"v\":" + text + "}");
}

QTEST_GUILESS_MAIN(tst_JsonText)
#include "tst_jsontext.moc"
