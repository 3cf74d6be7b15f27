// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/namespacesupport.h"
#include "core/lab/run/labcapture.h"
#include "core/lab/run/labrunner.h"
#include "core/lab/run/segmentchannel.h"
#include "core/lab/scenario/labcatalogue.h"
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
    void privateLoopback_isCaptured();
    void privateNetwork_isCapturedOnce();
    void message_holdsAsManySegmentsAsItMay();

private:
    RunRecord run(const char *id) const { return run(id, m_options); }
    static RunRecord run(const char *id, const LabOptions &options)
    {
        return LabRunner(*LabCatalogue::builtIn().find(QString::fromLatin1(id)), options).run();
    }

    LabOptions m_options;
};

#define REQUIRE_CAPTURE                                                                            \
    if (!m_options.notCaptured.isEmpty())                                                          \
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
    const RunRecord record = run("A1", options);
    QCOMPARE(record.verdict, LabVerdict::Passed);
    QCOMPARE(record.notCaptured, QStringLiteral("Not today."));
    QVERIFY(packetsOf(record).empty());
}

void tst_ActWire::privateLoopback_isCaptured()
{
    if (!networkNamespaceFault().isEmpty())
        QSKIP(qPrintable(networkNamespaceFault()));
    LabOptions options = m_options;
    options.capture.reset();
    options.notCaptured.clear();
    options.isPrivate = true;
    const RunRecord here = run("A1");
    const RunRecord there = run("A1", options);
    QCOMPARE(there.notCaptured, QString());
    const auto describeAll = [](const RunRecord &record) {
        QStringList all;
        for (const SegmentRecord &segment : record.steps[1].segments)
            all += describe(segment);
        return all.join(u'\n');
    };
    QCOMPARE(describeAll(there), describeAll(here));
    for (const StepRecord &step : there.steps) {
        for (const SegmentRecord &segment : step.segments) {
            QVERIFY(segment.packet.time >= there.started && segment.packet.time <= there.ended);
            QVERIFY(!segment.from.isNull() && !segment.to.isNull());
            QVERIFY(segment.window > 0);
        }
    }
    QVERIFY(packetsOf(there).size() > 3);
}

void tst_ActWire::privateNetwork_isCapturedOnce()
{
    if (!networkNamespaceFault().isEmpty())
        QSKIP(qPrintable(networkNamespaceFault()));
    LabOptions options = m_options;
    options.notCaptured.clear();
    QStringList handshake;
    for (const StepRecord &step : run("B15", options).steps) {
        for (const SegmentRecord &segment : step.segments) {
            if (step.act == 0 && handshake.size() < 3)
                handshake += describe(segment);
        }
    }
    QCOMPARE(handshake.join(u'\n'),
             QStringLiteral("client > server SYN seq 0\n"
                            "server > client SYN ACK seq 0 ack 1\n"
                            "client > server ACK seq 1 ack 1"));
}

void tst_ActWire::message_holdsAsManySegmentsAsItMay()
{
    QByteArray bytes(PacketSocket::snapLength, '\0');
    bytes.replace(0, 4, QByteArray::fromHex("45000100"));
    bytes[9] = 6;
    bytes[32] = 0x50;
    constexpr auto largest = std::numeric_limits<quint32>::max();
    const SegmentRecord segment{.fromSide = LabSide::Client,
                                .toSide = LabSide::Server,
                                .sequence = largest,
                                .acknowledgment = largest,
                                .window = largest,
                                .packet = {.time = TimePoint::max(),
                                           .wallTime = std::numeric_limits<qint64>::max(),
                                           .bytes = bytes,
                                           .length = largest}};
    const std::vector segments(segmentsPerMessage + 1, segment);
    auto [ours, theirs] = JsonChannel::makePair();
    const JsonChannel sender(std::move(ours));
    const JsonChannel receiver(std::move(theirs));
    QVERIFY(sendSegments(sender, segments));
    const auto first = segmentsIn(*receiver.receive());
    QCOMPARE(first->size(), segmentsPerMessage);
    QCOMPARE(first->front().packet.bytes, bytes);
    QCOMPARE(first->front().packet.time, TimePoint::max());
    QCOMPARE(first->front().packet.wallTime, segment.packet.wallTime);
    QCOMPARE(first->front().sequence, largest);
    QCOMPARE(segmentsIn(*receiver.receive())->size(), std::size_t{1});
    QVERIFY(!segmentsIn({}));
}

} // namespace Teardown

int main(int argc, char **argv)
{
    return Teardown::runLabTest<Teardown::tst_ActWire>(argc, argv);
}

#include "tst_actwire.moc"
