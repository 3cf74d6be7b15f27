// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/labcatalogue.h"
#include "core/lab/labrunner.h"
#include "tests/support/labtestmain.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Teardown {

namespace {

QString describe(const SegmentRecord &segment)
{
    const auto side = [](const std::optional<LabSide> &where) {
        return where ? QString(token(*where)) : QStringLiteral("?");
    };
    return QStringLiteral("%1 > %2 %3 %4")
        .arg(side(segment.fromSide), side(segment.toSide), segment.summary(), segment.numbers());
}

} // namespace

/// What a run records of the wire; skipped where packets cannot be captured.
class tst_ActWire : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase()
    {
        m_options.nursery = testNursery();
        openCapture(m_options);
    }

    void segments_belongToTheirSteps();
    void segments_haveSidesThroughAMiddle();
    void segments_areThoseOfTheRunOnly();
    void reset_byNobodyHasNumberZero();
    void window_isInBytes();
    void json_hasTheSegments();
    void run_withoutACaptureSaysSo();

private:
    RunRecord run(const char *id) const
    {
        return LabRunner(*LabCatalogue::builtIn().find(QString::fromLatin1(id)), m_options).run();
    }

    LabOptions m_options;
};

#define REQUIRE_CAPTURE                                                                            \
    if (!m_options.capture)                                                                        \
    QSKIP(qPrintable(m_options.notCaptured))

void tst_ActWire::segments_belongToTheirSteps()
{
    REQUIRE_CAPTURE;
    const RunRecord record = run("A1");
    QStringList seen;
    for (const StepRecord &step : record.steps) {
        for (const SegmentRecord &segment : step.segments) {
            seen += QString(step.operation % QLatin1StringView(": ") % describe(segment));
            QVERIFY(segment.packet.time >= record.started && segment.packet.time <= record.ended);
        }
    }
    QCOMPARE(seen.mid(0, 3).join(u'\n'),
             QStringLiteral("connect: client > server SYN seq 0\n"
                            "connect: server > client SYN ACK seq 0 ack 1\n"
                            "connect: client > server ACK seq 1 ack 1"));
    QVERIFY2(seen.join(u'\n').contains(QLatin1StringView("FIN ACK")), qPrintable(seen.join(u'\n')));
    QCOMPARE(lostSegments(record), 0U);
    QCOMPARE(record.notCaptured, QString());
    QCOMPARE(packetsOf(record).size(), static_cast<std::size_t>(seen.size()));
}

void tst_ActWire::segments_haveSidesThroughAMiddle()
{
    REQUIRE_CAPTURE;
    QSet<QString> ways;
    for (const StepRecord &step : run("F1").steps) {
        for (const SegmentRecord &segment : step.segments)
            ways += describe(segment).section(u' ', 0, 2);
    }
    QCOMPARE(ways,
             (QSet<QString>{QStringLiteral("client > middle"),
                            QStringLiteral("middle > client"),
                            QStringLiteral("middle > server"),
                            QStringLiteral("server > middle")}));
}

void tst_ActWire::segments_areThoseOfTheRunOnly()
{
    REQUIRE_CAPTURE;
    // Two at a time, seen by the same capture.
    RunRecord other;
    std::thread beside([&] { other = run("B1"); });
    const RunRecord record = run("A1");
    beside.join();
    for (const RunRecord *each : std::initializer_list<const RunRecord *>{&record, &other}) {
        std::vector<SocketAddress> known;
        for (const StepRecord &step : each->steps)
            known.insert(known.end(), {step.ends.local, step.ends.peer});
        for (const StepRecord &step : each->steps) {
            for (const SegmentRecord &segment : step.segments)
                QVERIFY(std::find(known.begin(), known.end(), segment.from) != known.end());
        }
    }
}

void tst_ActWire::reset_byNobodyHasNumberZero()
{
    REQUIRE_CAPTURE;
    QStringList seen;
    for (const StepRecord &step : run("C1").steps) {
        for (const SegmentRecord &segment : step.segments)
            seen += describe(segment);
    }
    QVERIFY2(seen.contains(QStringLiteral("server > client RST ACK seq 0 ack 1")),
             qPrintable(seen.join(u'\n')));
}

void tst_ActWire::window_isInBytes()
{
    REQUIRE_CAPTURE;
    const RunRecord record = run("A1");
    std::vector<SegmentRecord> segments;
    for (const StepRecord &step : record.steps)
        segments.insert(segments.end(), step.segments.begin(), step.segments.end());
    // The kernel scales by 2^7 and more; without that the third would offer a few hundred bytes.
    QVERIFY(segments.at(0).window > 32'768);
    QVERIFY(segments.at(2).window > 32'768);
}

void tst_ActWire::json_hasTheSegments()
{
    REQUIRE_CAPTURE;
    const QJsonObject record = toJson(run("A1"));
    QCOMPARE(record.value(u"notCaptured").toString(), QString());
    const QJsonArray steps = record.value(u"steps").toArray();
    const auto connect = std::find_if(steps.begin(), steps.end(), [](const QJsonValue &step) {
        return step[QStringLiteral("do")] == QJsonValue(QStringLiteral("connect"));
    });
    const QJsonObject syn = (*connect)[QStringLiteral("segments")][0].toObject();
    QCOMPARE(syn.value(u"flags"), QJsonValue(QJsonArray{QStringLiteral("SYN")}));
    QCOMPARE(syn.value(u"fromSide").toString(), QStringLiteral("client"));
    QCOMPARE(syn.value(u"toSide").toString(), QStringLiteral("server"));
    QCOMPARE(syn.value(u"seq").toInt(-1), 0);
    QVERIFY(!syn.contains(u"ack"));
    QCOMPARE(syn.value(u"length").toInt(-1), 0);
    QVERIFY(syn.value(u"window").toInt() > 0);
    QVERIFY(syn.value(u"ms").toDouble(-1) >= 0);
    QCOMPARE(syn.value(u"from"), (*connect)[QStringLiteral("local")]);
    QCOMPARE(syn.value(u"to"), (*connect)[QStringLiteral("peer")]);
}

void tst_ActWire::run_withoutACaptureSaysSo()
{
    LabOptions options = m_options;
    options.capture.reset();
    options.notCaptured = QStringLiteral("Not today.");
    const RunRecord record
        = LabRunner(*LabCatalogue::builtIn().find(QStringLiteral("A1")), options).run();
    QCOMPARE(record.verdict, LabVerdict::Passed);
    QCOMPARE(record.notCaptured, QStringLiteral("Not today."));
    QVERIFY(packetsOf(record).empty());
}

} // namespace Teardown

int main(int argc, char **argv)
{
    return Teardown::runLabTest<Teardown::tst_ActWire>(argc, argv);
}

#include "tst_actwire.moc"
