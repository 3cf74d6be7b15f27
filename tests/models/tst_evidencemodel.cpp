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
    void sameEvidence_changesNothing();
    void moreEvidence_isAddedAtTheEnd();
    void noEvidence_isEmpty();
};

static std::vector<Evidence> list(QByteArray detail)
{
    return {{after(10), Layer::Kernel, What::Accepted, QByteArrayLiteral("127.0.3.8:4410")},
            {after(998), Layer::Service, What::RequestBegun, std::move(detail)}};
}

static EvidenceModel::List evidence(QByteArray detail)
{
    return std::make_shared<const std::vector<Evidence>>(list(std::move(detail)));
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
    model.setEvidence(after(10), evidence(QByteArrayLiteral("DOWNLOAD 4194304")));
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
    model.setEvidence(after(0),
                      evidence("ECHO \xe2\x80\xae"
                               "gpj\x1b[2J\n"));
    QCOMPARE(model.index(1, EvidenceModel::Detail).data().toString(),
             QStringLiteral("ECHO \\u{202e}gpj\\u{1b}[2J\\u{a}"));
}

void tst_EvidenceModel::sameEvidence_changesNothing()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto shown = evidence({});
    model.setEvidence(after(0), shown);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setEvidence(after(0), shown);
    model.setEvidence(after(0), evidence({}));
    QCOMPARE(reset.size(), 0);
    model.setEvidence(after(0), evidence(QByteArrayLiteral("another")));
    QCOMPARE(reset.size(), 1);
    model.setEvidence(after(1), evidence(QByteArrayLiteral("another")));
    QCOMPARE(reset.size(), 2);
}

/// A live connection: the rows a person looks at stay where they are.
void tst_EvidenceModel::moreEvidence_isAddedAtTheEnd()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvidence(after(10), evidence({}));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    std::vector<Evidence> more = list({});
    more.push_back({after(1'010), Layer::Kernel, What::FinReceived, {}});
    model.setEvidence(after(10), std::make_shared<const std::vector<Evidence>>(more));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(line(model, 2), QStringLiteral("1.000|kernel|FIN received|"));
}

void tst_EvidenceModel::noEvidence_isEmpty()
{
    EvidenceModel model(start());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvidence(after(0), evidence({}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

QTEST_GUILESS_MAIN(tst_EvidenceModel)
#include "tst_evidencemodel.moc"
