// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/demo.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace Teardown {

/// The demo against a real monitor.
class tst_Demo : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void catalogue_hasEveryReason();
    void catalogue_namesAreDistinct();
    void once_everyRowIsAsExpected();
    void lively_keepsAFewConnectionsOpen();
    void deletion_endsTheThreadsAtOnce();
};

namespace {

QString describe(const DemoRow &row)
{
    const Verdict verdict = row.verdict.value_or(Verdict{});
    return QStringLiteral("%1: %2 %3 %4, lost %5, seen: %6")
        .arg(row.name,
             row.verdict ? QString(token(verdict.reason)) : QStringLiteral("no end"),
             QString(token(verdict.endedBy)),
             QString(token(verdict.wire)))
        .arg(row.lost)
        .arg(row.seen);
}

} // namespace

void tst_Demo::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_Demo::catalogue_hasEveryReason()
{
    for (const Reason reason : allReasons) {
        const bool isThere
            = std::any_of(demoCases().begin(), demoCases().end(), [reason](const DemoCase &one) {
                  return one.expected.reason == reason;
              });
        QVERIFY2(isThere, token(reason).data());
    }
}

void tst_Demo::catalogue_namesAreDistinct()
{
    QSet<QString> names;
    for (const DemoCase &one : demoCases())
        names.insert(QString::fromLatin1(one.name));
    QCOMPARE(static_cast<std::size_t>(names.size()), demoCases().size());
}

void tst_Demo::once_everyRowIsAsExpected()
{
    Monitor monitor(Demo::recommendedSettings());
    Demo demo(monitor);
    std::vector<DemoRow> rows;
    connect(&demo, &Demo::rowFinished, this, [&](const DemoRow &row) { rows.push_back(row); });
    const QSignalSpy finished(&demo, &Demo::finished);
    demo.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);

    QCOMPARE(rows.size(), demoCases().size());
    QStringList leftOut;
    QStringList wrong;
    for (const DemoRow &row : rows) {
        if (!row.leftOut.isEmpty())
            leftOut << row.name;
        if (!row.isAsExpected())
            wrong << describe(row);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QCOMPARE(leftOut,
             (QStringList{QStringLiteral("Unreachable"), QStringLiteral("Socket destroyed")}));
    QCOMPARE(finished.front().front().toBool(), true);
    QCOMPARE(monitor.settings().drainDeadline, MonitorSettings().drainDeadline);
}

void tst_Demo::lively_keepsAFewConnectionsOpen()
{
    Monitor monitor(MonitorSettings{});
    Demo demo(monitor);
    int open = 0;
    int most = 0;
    connect(&monitor, &Monitor::batchTaken, this, [&](const Batch &batch) {
        for (const Event &event : batch.events) {
            open += std::holds_alternative<OpenedEvent>(event.body) ? 1 : 0;
            open -= std::holds_alternative<EndedEvent>(event.body) ? 1 : 0;
            most = std::max(most, open);
        }
    });
    demo.start(Demo::Mode::Lively);
    QTRY_VERIFY_WITH_TIMEOUT(open >= 10, 10'000);
    demo.stop();
    QTRY_COMPARE_WITH_TIMEOUT(open, 0, 10'000);
    QVERIFY(most <= 20);
}

void tst_Demo::deletion_endsTheThreadsAtOnce()
{
    Monitor monitor(Demo::recommendedSettings());
    const QSignalSpy batches(&monitor, &Monitor::batchTaken);
    const TimePoint before = steadyNow();
    {
        Demo demo(monitor);
        demo.start(Demo::Mode::Lively);
        QTRY_VERIFY(batches.count() >= 3);
    }
    QVERIFY(millisecondsBetween(before, steadyNow()) < 6'000);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Demo)
#include "tst_demo.moc"
