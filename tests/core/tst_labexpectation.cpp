// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/expectation.h"
#include "tests/support/falsify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace Teardown {

namespace {

QJsonValue fromText(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

} // namespace

/// Comparing what was expected with what was seen.
class tst_LabExpectation : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isMet_compares_data();
    void isMet_compares();
    void nothing_meetsNothing();
    void falsifications_areNeverMet_data();
    void falsifications_areNeverMet();
    void describe_isForPeople();
};

void tst_LabExpectation::isMet_compares_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<bool>("met");

    const auto row = [](const char *name, const char *expected, const char *seen, bool met) {
        QTest::newRow(name) << QByteArray(expected) << QByteArray(seen) << met;
    };
    row("the same number", "4", "4", true);
    row("another number", "4", "5", false);
    row("a number and its text", "4", "\"4\"", false);
    row("at the lower bound", R"({"atLeast": 4})", "4", true);
    row("below the lower bound", R"({"atLeast": 4})", "3", false);
    row("at the upper bound", R"({"atMost": 4})", "4", true);
    row("above the upper bound", R"({"atMost": 4})", "5", false);
    row("between both bounds", R"({"atLeast": 1, "atMost": 9})", "5", true);
    row("the same text", "\"EPIPE\"", "\"EPIPE\"", true);
    row("another text", "\"EPIPE\"", "\"\"", false);
    row("a part of a text", R"({"contains": "BYE"})", "\"BYE now\"", true);
    row("not a part of it", R"({"contains": "BYE"})", "\"by\"", false);
    row("one of several", R"(["A", "B"])", "\"B\"", true);
    row("none of several", R"(["A", "B"])", "\"C\"", false);
    row("the same list", R"(["A", "B"])", R"(["A", "B"])", true);
    row("a list in another order", R"(["A", "B"])", R"(["B", "A"])", false);
    row("the beginning of a list", R"(["A"])", R"(["A", "B"])", false);
    row("some fields of an object", R"({"a": 1})", R"({"a": 1, "b": 2})", true);
    row("a field with another value", R"({"a": 1})", R"({"a": 2})", false);
    row("a field that was not seen", R"({"a": 1})", R"({"b": 1})", false);
    row("true for true", "true", "true", true);
    row("true for false", "true", "false", false);
}

void tst_LabExpectation::isMet_compares()
{
    QFETCH(const QByteArray, expected);
    QFETCH(const QByteArray, seen);
    QTEST(isMet(fromText(expected), fromText(seen)), "met");
}

void tst_LabExpectation::nothing_meetsNothing()
{
    const QJsonValue unseen(QJsonValue::Undefined);
    for (const char *expected : {"0", "false", "\"\"", "[]", "{}", R"({"atMost": 4})"})
        QVERIFY2(!isMet(fromText(expected), unseen), expected);
}

void tst_LabExpectation::falsifications_areNeverMet_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<int>("count");

    const auto row = [](const char *fact, const char *right, const char *seen, int count) {
        QTest::newRow(fact) << QString::fromLatin1(fact) << QByteArray(right) << QByteArray(seen)
                            << count;
    };
    row("returns", "4", "4", 2);
    row("bytes", R"({"atLeast": 1, "atMost": 9})", "4", 2);
    row("eof", "true", "true", 1);
    row("errno", "\"\"", "\"\"", 1);
    row("timer", R"(["none", "persist"])", "\"none\"", 1);
    row("text", R"({"contains": "a"})", "\"abc\"", 1);
    row("events", R"(["a", "b"])", R"(["a", "b"])", 5);
    row("report",
        R"({"wire": "rst", "truncated": false})",
        R"({"wire": "rst", "truncated": false})",
        2);
}

void tst_LabExpectation::falsifications_areNeverMet()
{
    QFETCH(const QString, fact);
    QFETCH(const QByteArray, right);
    QFETCH(const QByteArray, seen);
    QVERIFY(isMet(fromText(right), fromText(seen)));
    const auto wrong = falsifications(fact, fromText(right));
    QTEST(static_cast<int>(wrong.size()), "count");
    for (const QJsonValue &value : wrong)
        QVERIFY2(!isMet(value, fromText(seen)), qPrintable(describe(value)));
}

void tst_LabExpectation::describe_isForPeople()
{
    QCOMPARE(describe(fromText("\"\"")), QStringLiteral("none"));
    QCOMPARE(describe(fromText("\"EPIPE\"")), QStringLiteral("EPIPE"));
    QCOMPARE(describe(fromText("1000000")), QStringLiteral("1000000"));
    QCOMPARE(describe(fromText(R"({"atLeast": 1, "atMost": 9})")),
             QStringLiteral("at least 1, at most 9"));
    QCOMPARE(describe(fromText(R"({"contains": "x"})")), QStringLiteral("a text with \"x\""));
    QCOMPARE(describe(fromText(R"(["a", true])")), QStringLiteral("[a, true]"));
    QCOMPARE(describe(QJsonValue(QJsonValue::Undefined)), QStringLiteral("nothing"));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LabExpectation)

#include "tst_labexpectation.moc"
