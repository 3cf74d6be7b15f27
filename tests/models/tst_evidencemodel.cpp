// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/evidencemodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Teardown;

class tst_EvidenceModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rows_areTheEvidenceInItsOrder();
    void detail_cannotMislead();
    void sameReport_changesNothing();
    void noReport_isEmpty();
};

static std::shared_ptr<const CloseReport> report(QByteArray detail)
{
    CloseReport report = closeReport(Reason::PeerReset);
    report.evidence
        = {{after(10), Layer::Kernel, What::Accepted, QByteArrayLiteral("127.0.3.8:4410")},
           {after(998), Layer::Service, What::RequestBegun, std::move(detail)}};
    return std::make_shared<const CloseReport>(report);
}

static QString line(const EvidenceModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += model.index(row, column).data().toString();
    return cells.join(u'|');
}

void tst_EvidenceModel::rows_areTheEvidenceInItsOrder()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(after(10), report(QByteArrayLiteral("DOWNLOAD 4194304")));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(line(model, 0), QStringLiteral("0.000|kernel|accepted|127.0.3.8:4410"));
    QCOMPARE(line(model, 1), QStringLiteral("0.988|service|request begun|DOWNLOAD 4194304"));
    QCOMPARE(model.index(1, EvidenceModel::Time).data(Qt::ToolTipRole).toString(),
             start().wall.addMSecs(998).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"));
    QCOMPARE(model.index(1, EvidenceModel::Seen).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("What: request begun"));
}

void tst_EvidenceModel::detail_cannotMislead()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(after(0),
                    report("ECHO \xe2\x80\xae"
                           "gpj\x1b[2J\n"));
    QCOMPARE(model.index(1, EvidenceModel::Detail).data().toString(),
             QStringLiteral("ECHO \\u{202e}gpj\\u{1b}[2J\\u{a}"));
}

void tst_EvidenceModel::sameReport_changesNothing()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto shown = report({});
    model.setReport(after(0), shown);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setReport(after(0), shown);
    QCOMPARE(reset.size(), 0);
    model.setReport(after(0), report({}));
    QCOMPARE(reset.size(), 1);
}

void tst_EvidenceModel::noReport_isEmpty()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(after(0), report({}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

QTEST_GUILESS_MAIN(tst_EvidenceModel)
#include "tst_evidencemodel.moc"
