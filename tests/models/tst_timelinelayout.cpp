// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labrunner.h"
#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/timelinecolumns.h"
#include "ui/models/timelinesvg.h"
#include "ui/models/timelinewire.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

TimelineFont font()
{
    return {.width
            = [](const QString &text, bool) { return 7.0 * static_cast<double>(text.size()); },
            .lineHeight = 16};
}

SegmentRecord segmentAt(TimePoint time, quint8 flags, quint32 length = 0, bool fromClient = true)
{
    return {.fromSide = fromClient ? LabSide::Client : LabSide::Server,
            .toSide = fromClient ? LabSide::Server : LabSide::Client,
            .flags = {flags},
            .sequence = 5,
            .acknowledgment = 1,
            .length = length,
            .packet = {.time = time}};
}

const TimelineMark *findText(const TimelinePicture &picture, const QString &text)
{
    const auto found = std::find_if(picture.marks.begin(),
                                    picture.marks.end(),
                                    [&](const TimelineMark &mark) { return mark.text == text; });
    return found == picture.marks.end() ? nullptr : &*found;
}

bool hasText(const TimelinePicture &picture, const QString &text)
{
    return findText(picture, text) != nullptr;
}

/// All texts one after the other: a sentence may be in several lines.
QString allText(const TimelinePicture &picture)
{
    QStringList texts;
    for (const TimelineMark &mark : picture.marks) {
        if (mark.kind == TimelineMark::Kind::Text)
            texts += mark.text;
    }
    return texts.join(u' ');
}

/// The tips of the arrows, from above.
std::vector<QPointF> tipsOf(const TimelinePicture &picture)
{
    std::vector<QPointF> tips;
    for (const TimelineMark &mark : picture.marks) {
        if (mark.kind == TimelineMark::Kind::Line && mark.points.size() == 3
            && mark.thickness == 1.5)
            tips.push_back(mark.points[1]);
    }
    return tips;
}

} // namespace

class tst_TimelineLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase()
    {
        m_scenario = *LabCatalogue::builtIn().find(QStringLiteral("B1"));
        m_record = LabRunner(m_scenario, {}).run();
        QCOMPARE(m_record.verdict, LabVerdict::Passed);
    }

    void noRun_saysWhatBelongsThere();
    void rows_areTheStepsOneBelowTheOther();
    void longWait_isCutAndItsLengthWritten();
    void wire_saysWhyItIsNotCaptured();
    void segments_areArrowsInTheirDirection();
    void segments_doNotOverlap();
    void segments_haveNumbersWhereThereIsRoom();
    void segments_ofDataShareALineWhenTheyAreMany();
    void segments_thatCameEarlierStandAboveTheStep();
    void segments_haveRowsThatReadThemOut();
    void segments_behindAMiddleHaveALaneOfTheirOwn();
    void segments_thatWereLostAreSaidToBe();
    void svg_isWellFormedAndHoldsEveryText();

private:
    TimelinePicture layOut(double width = 1'200) const { return layOut(m_record, width); }

    TimelinePicture layOut(const RunRecord &record, double width = 1'200) const
    {
        return layOutTimeline({.scenario = m_scenario,
                               .record = record,
                               .language = QStringLiteral("en")},
                              width,
                              font());
    }

    /// The record with \a segments in one of its steps, and nothing else captured.
    RunRecord recordWith(std::vector<SegmentRecord> segments, std::size_t step = 4) const
    {
        RunRecord record = m_record;
        record.notCaptured.clear();
        record.steps[step].segments = std::move(segments);
        return record;
    }

    TimePoint ended(std::size_t step = 4) const { return m_record.steps[step].ended; }

    Scenario m_scenario;
    RunRecord m_record;
};

void tst_TimelineLayout::noRun_saysWhatBelongsThere()
{
    const TimelinePicture picture = layOut(RunRecord{});
    QVERIFY(picture.rows.empty());
    QVERIFY2(allText(picture).contains(u"Every step of the run will stand here"),
             qPrintable(allText(picture)));
}

void tst_TimelineLayout::rows_areTheStepsOneBelowTheOther()
{
    const TimelinePicture picture = layOut();
    QCOMPARE(picture.rows.size(), m_record.steps.size());
    for (std::size_t row = 1; row < picture.rows.size(); ++row) {
        QCOMPARE(picture.rows[row].step, row);
        QVERIFY(picture.rows[row].top >= picture.rows[row - 1].bottom);
    }
    QVERIFY(picture.height > picture.rows.back().bottom);
}

void tst_TimelineLayout::longWait_isCutAndItsLengthWritten()
{
    const double before = layOut().height;
    const RunRecord kept = m_record;
    for (std::size_t step = 1; step < m_record.steps.size(); ++step)
        m_record.steps[step].ended = m_record.steps[0].ended + 3'600s;
    const TimelinePicture picture = layOut();
    m_record = kept;
    QVERIFY(hasText(picture, QStringLiteral("+3600.00 s")));
    QVERIFY(picture.height < before + 200);
}

void tst_TimelineLayout::wire_saysWhyItIsNotCaptured()
{
    RunRecord record = m_record;
    record.notCaptured = QStringLiteral("Nobody-knows.");
    QVERIFY(allText(layOut(record)).contains(QStringLiteral("Not captured. Nobody-knows.")));
    record.notCaptured.clear();
    QVERIFY(!allText(layOut(record)).contains(QStringLiteral("Not captured.")));
}

void tst_TimelineLayout::segments_areArrowsInTheirDirection()
{
    const TimelinePicture picture
        = layOut(recordWith({segmentAt(ended(), TcpFlags::psh | TcpFlags::ack, 4),
                             segmentAt(ended(), TcpFlags::rst, 0, false)}));
    const TimelineMark *push = findText(picture, QStringLiteral("PSH ACK 4"));
    const TimelineMark *reset = findText(picture, QStringLiteral("RST"));
    QVERIFY(push && reset);
    QCOMPARE(reset->ink, TimelineInk::Bad);
    const std::vector<QPointF> tips = tipsOf(picture);
    QCOMPARE(tips.size(), std::size_t{2});
    QVERIFY(tips[0].x() > push->rect.right());
    QCOMPARE(tips[0].y(), push->rect.center().y());
    QVERIFY(tips[1].x() < reset->rect.left());
    QCOMPARE(tips[1].y(), reset->rect.center().y());
}

void tst_TimelineLayout::segments_doNotOverlap()
{
    std::vector<SegmentRecord> segments;
    for (int i = 0; i < 5; ++i)
        segments.push_back(segmentAt(ended() + i * 1ns, TcpFlags::syn));
    const TimelinePicture picture = layOut(recordWith(std::move(segments)));
    double bottom = 0;
    int count = 0;
    for (const TimelineRow &row : picture.rows) {
        if (row.wire.isNull()) {
            QVERIFY(row.top >= bottom);
        } else {
            QVERIFY(row.wire.top() >= bottom);
            bottom = row.wire.bottom();
            ++count;
        }
    }
    QCOMPARE(count, 5);
    QVERIFY(picture.height > bottom);
}

void tst_TimelineLayout::segments_haveNumbersWhereThereIsRoom()
{
    const RunRecord record = recordWith({segmentAt(ended(), TcpFlags::fin | TcpFlags::ack)});
    QVERIFY(hasText(layOut(record, 1'400), QStringLiteral("FIN ACK")));
    QVERIFY(hasText(layOut(record, 1'400), QStringLiteral("seq 5 ack 1")));
    QVERIFY(hasText(layOut(record, 600), QStringLiteral("FIN ACK")));
    QVERIFY(!hasText(layOut(record, 600), QStringLiteral("seq 5 ack 1")));
}

void tst_TimelineLayout::segments_ofDataShareALineWhenTheyAreMany()
{
    std::vector<SegmentRecord> segments(2 * wireLinesAround + 2,
                                        segmentAt(ended(), TcpFlags::ack, 1'024));
    segments.push_back(segmentAt(ended(), TcpFlags::rst));
    const auto lines = wireLines(segments);
    QCOMPARE(lines.size(), 2 * wireLinesAround + 2);
    QCOMPARE(lines[wireLinesAround].segments.size(), std::size_t{2});
    QVERIFY(lines.back().segments.front().flags.has(TcpFlags::rst));
    const TimelinePicture picture = layOut(recordWith(segments));
    QVERIFY(hasText(picture, QStringLiteral("2 more")));

    // One less, and each has its own.
    segments.erase(segments.begin());
    QCOMPARE(wireLines(segments).size(), segments.size());
}

void tst_TimelineLayout::segments_thatCameEarlierStandAboveTheStep()
{
    RunRecord record = recordWith({segmentAt(ended() - 300ms, TcpFlags::syn),
                                   segmentAt(ended() - 100ms, TcpFlags::fin),
                                   segmentAt(ended(), TcpFlags::rst)});
    for (std::size_t step = 0; step < 4; ++step)
        record.steps[step].ended = ended() - 400ms;
    const TimelinePicture picture = layOut(record);
    QStringList order;
    double last = 0;
    for (const TimelineRow &row : picture.rows) {
        if (row.step != 4)
            continue;
        order += row.wire.isNull() ? QStringLiteral("step") : row.reading.section(u' ', 9, 9);
        QVERIFY(row.top >= last);
        last = row.top;
    }
    QCOMPARE(order.join(u' '), QStringLiteral("SYN, FIN, step RST,"));
    QVERIFY(hasText(picture, QStringLiteral("+200 ms")));
}

void tst_TimelineLayout::segments_haveRowsThatReadThemOut()
{
    RunRecord record = recordWith({segmentAt(ended(), TcpFlags::fin | TcpFlags::ack)});
    SegmentRecord &segment = record.steps[4].segments[0];
    segment.window = 65'536;
    segment.from = {QHostAddress(u"127.0.0.1"_qs), 5};
    segment.to = {QHostAddress(u"127.0.0.2"_qs), 6};
    const TimelinePicture picture = layOut(record);
    QCOMPARE(picture.rows.size(), record.steps.size() + 1);
    const TimelineRow &row = picture.rows[5];
    QCOMPARE(row.step, std::size_t{4});
    QVERIFY2(row.reading.endsWith(QStringLiteral("wire, client 127.0.0.1:5 → server "
                                                 "127.0.0.2:6: FIN ACK, seq 5 ack 1, "
                                                 "window 64.0 KiB")),
             qPrintable(row.reading));
}

void tst_TimelineLayout::segments_behindAMiddleHaveALaneOfTheirOwn()
{
    const Scenario kept = m_scenario;
    m_scenario = *LabCatalogue::builtIn().find(QStringLiteral("F1"));
    const TimelineColumns columns = placeColumns(1'600, font(), true, true);
    SegmentRecord segment = segmentAt(ended(), TcpFlags::syn);
    segment.fromSide = LabSide::Middle;
    const TimelinePicture picture = layOut(recordWith({segment}), 1'600);
    m_scenario = kept;
    const TimelineColumn *lane = columns.find(TimelineLane::ServerWire);
    QVERIFY(lane);
    const TimelineMark *text = findText(picture, QStringLiteral("SYN"));
    QVERIFY(text && text->rect.left() > lane->left && text->rect.right() < lane->right());
    QVERIFY(columns.find(TimelineLane::Middle)->right() <= lane->left);
}

void tst_TimelineLayout::segments_thatWereLostAreSaidToBe()
{
    RunRecord record = recordWith({});
    record.steps[4].lostSegments = 3;
    const TimelinePicture picture = layOut(record);
    QVERIFY(allText(picture).contains(QStringLiteral("3 segments were lost")));
}

void tst_TimelineLayout::svg_isWellFormedAndHoldsEveryText()
{
    const TimelinePicture picture = layOut();
    const QByteArray svg = toSvg(picture,
                                 {.colour = [](TimelineInk) { return QStringLiteral("#000000"); },
                                  .background = QStringLiteral("#ffffff"),
                                  .fontFamily = QStringLiteral("sans-serif")},
                                 QStringLiteral("B1 <Reset & more>"));
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
            texts += reader.readElementText();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    for (const TimelineMark &mark : picture.marks) {
        if (mark.kind == TimelineMark::Kind::Text)
            QVERIFY2(texts.contains(mark.text), qPrintable(mark.text));
    }
}

QTEST_GUILESS_MAIN(tst_TimelineLayout)
#include "tst_timelinelayout.moc"
