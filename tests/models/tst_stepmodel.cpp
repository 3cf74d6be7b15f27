// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/stepmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

RunRecord recordOf(std::vector<SegmentRecord> segments)
{
    RunRecord record;
    StepRecord step;
    step.actor = QStringLiteral("client");
    step.result = {.call = QStringLiteral("close()"), .returned = 0};
    step.ended = record.started + 3ms;
    step.segments = std::move(segments);
    record.steps.push_back(step);
    return record;
}

} // namespace

class tst_StepModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rows_areTheSteps();
    void wire_isInOneLine();

private:
    QString cell(int column) const
    {
        return m_model.index(0, column).data(Qt::DisplayRole).toString();
    }

    StepModel m_model;
    QAbstractItemModelTester m_tester{&m_model};
};

void tst_StepModel::rows_areTheSteps()
{
    m_model.setRecord(recordOf({}), false);
    QCOMPARE(m_model.rowCount(), 1);
    QCOMPARE(cell(StepModel::TimeColumn), QStringLiteral("3.000 ms"));
    QCOMPARE(cell(StepModel::ActorColumn), QStringLiteral("client"));
    QCOMPARE(cell(StepModel::CallColumn), QStringLiteral("close() → 0"));
    QCOMPARE(cell(StepModel::WireColumn), QString());
    m_model.setRecord({}, false);
    QCOMPARE(m_model.rowCount(), 0);
}

void tst_StepModel::wire_isInOneLine()
{
    const SegmentRecord fin{.fromSide = LabSide::Client,
                            .toSide = LabSide::Server,
                            .flags = {TcpFlags::fin | TcpFlags::ack},
                            .sequence = 5,
                            .acknowledgment = 1};
    SegmentRecord reset = fin;
    std::swap(reset.fromSide, reset.toSide);
    reset.flags = {TcpFlags::rst};
    SegmentRecord unknown = reset;
    unknown.toSide.reset();
    m_model.setRecord(recordOf({fin, reset, unknown}), false);
    QCOMPARE(cell(StepModel::WireColumn),
             QStringLiteral("→ FIN ACK seq 5 ack 1, ← RST seq 5, – RST seq 5"));
}

QTEST_GUILESS_MAIN(tst_StepModel)
#include "tst_stepmodel.moc"
