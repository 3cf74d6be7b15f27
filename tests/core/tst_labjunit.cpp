// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/junit.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace Teardown {

namespace {

RunRecord recordOf(const QString &id, LabVerdict verdict, const QString &reason)
{
    return {.scenario = id,
            .group = id.first(1),
            .title = QStringLiteral("<&>"),
            .verdict = verdict,
            .reason = reason};
}

} // namespace

/// JUnit XML, as CI systems read it.
class tst_LabJunit : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void verdicts_areCountedAndExplained();
    void everyVerdict_hasADistinctToken();
};

void tst_LabJunit::verdicts_areCountedAndExplained()
{
    const QByteArray bytes = toJUnit(
        {recordOf(QStringLiteral("A1"), LabVerdict::Passed, {}),
         recordOf(QStringLiteral("A2"), LabVerdict::Failed, QStringLiteral("it failed")),
         recordOf(QStringLiteral("B1"), LabVerdict::Skipped, QStringLiteral("it is off"))});
    QStringList seen;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QString line = xml.name().toString();
        const auto attributes = xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes)
            line += u' ' + attribute.name() + u'=' + attribute.value();
        seen.append(line);
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    const QStringList expected{
        QStringLiteral("testsuites"),
        QStringLiteral("testsuite name=lab.A tests=2 failures=1 skipped=0"),
        QStringLiteral("testcase classname=lab.A name=A1 <&> time=0.000"),
        QStringLiteral("testcase classname=lab.A name=A2 <&> time=0.000"),
        QStringLiteral("failure message=it failed"),
        QStringLiteral("testsuite name=lab.B tests=1 failures=0 skipped=1"),
        QStringLiteral("testcase classname=lab.B name=B1 <&> time=0.000"),
        QStringLiteral("skipped message=it is off"),
    };
    QCOMPARE(seen.join(u'\n'), expected.join(u'\n'));
}

void tst_LabJunit::everyVerdict_hasADistinctToken()
{
    QStringList tokens;
    for (const LabVerdict verdict : allLabVerdicts)
        tokens.append(token(verdict));
    for (const LabLevel level : allLabLevels)
        tokens.append(token(level));
    for (const ActorKind kind : allActorKinds)
        tokens.append(token(kind));
    QCOMPARE(tokens.removeDuplicates(), 0);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LabJunit)

#include "tst_labjunit.moc"
