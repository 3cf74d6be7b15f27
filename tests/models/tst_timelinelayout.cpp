// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/labcatalogue.h"
#include "core/lab/labrunner.h"
#include "ui/models/timelinelayout.h"
#include "ui/models/timelinesvg.h"

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

bool hasText(const TimelinePicture &picture, const QString &text)
{
    return std::any_of(picture.marks.begin(), picture.marks.end(), [&](const TimelineMark &mark) {
        return mark.text == text;
    });
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

    void rows_areTheStepsOneBelowTheOther();
    void longWait_isCutAndItsLengthWritten();
    void wire_isSaidNotToBeCaptured();
    void segments_areDrawnAsTheyWereSeen();
    void svg_isWellFormedAndHoldsEveryText();

private:
    TimelinePicture layOut(std::vector<TimelineSegment> segments = {}) const
    {
        return layOutTimeline({.scenario = m_scenario,
                               .record = m_record,
                               .language = QStringLiteral("en"),
                               .segments = std::move(segments)},
                              900,
                              font());
    }

    Scenario m_scenario;
    RunRecord m_record;
};

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

void tst_TimelineLayout::wire_isSaidNotToBeCaptured()
{
    QVERIFY(hasText(layOut(), QStringLiteral("not captured")));
}

void tst_TimelineLayout::segments_areDrawnAsTheyWereSeen()
{
    const TimelinePicture picture
        = layOut({{.time = m_record.steps[4].ended, .fromClient = true, .text = u"RST"_qs}});
    QVERIFY(hasText(picture, QStringLiteral("RST")));
    QVERIFY(!hasText(picture, QStringLiteral("not captured")));
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
