// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinelayout.h"

#include "ui/models/labtexts.h"
#include "ui/models/textwrap.h"
#include "ui/models/timelinecolumns.h"
#include "ui/models/timelinemarks.h"
#include "ui/models/timelinetexts.h"
#include "ui/models/timelinewire.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// Up to here a wait is drawn to scale; a longer one is cut, and its length written down.
constexpr auto longestToScale = 20ms;
constexpr double pixelsPerMillisecond = 2;

/// What is nearer together has one label of time.
constexpr auto simultaneous = 1ms;

class Layouter
{
public:
    Layouter(const TimelineContent &content, double width, const TimelineFont &font)
        : m_content(content)
        , m_font(font)
        , m_isRelayed(hasRelay(content.scenario))
        , m_columns(placeColumns(width, font, hasMiddle(content.scenario), m_isRelayed))
    {
        m_picture.width = m_columns.right();
    }

    TimelinePicture layOut()
    {
        addHeader();
        m_y = timelineGap;
        for (std::size_t step = 0; step < m_content.record.steps.size(); ++step)
            addStep(step);
        endAct();
        addFoot();
        m_picture.headerHeight = m_headerHeight;
        m_picture.height = m_headerHeight + m_y + timelineGap;
        for (TimelineMark &mark : m_picture.marks) {
            mark.rect.translate(0, m_headerHeight);
            for (QPointF &point : mark.points)
                point.ry() += m_headerHeight;
        }
        for (TimelineRow &row : m_picture.rows) {
            row.top += m_headerHeight;
            row.bottom += m_headerHeight;
            row.wire.translate(0, m_headerHeight);
        }
        return std::move(m_picture);
    }

private:
    const StepRecord &step(std::size_t index) const { return m_content.record.steps[index]; }

    void addHeader();
    void addStep(std::size_t index);
    void addTime(TimePoint time);
    void beginAct(int act);
    void endAct();
    void addWait(TimePoint from, TimePoint to);
    void addCallBar(const StepRecord &step, double bottom);
    double addLines(TimelineLane lane, const std::vector<TimelineLine> &lines, double top);
    double addState(TimelineLane lane, const QString &state, double top);
    void addWireLine(const WireLine &line, std::size_t step);
    void addLost(int count);
    double addWhyNotCaptured();
    void addFoot();
    double yOf(TimePoint time) const;

    void line(std::vector<QPointF> points, TimelineInk ink, bool dashed = false, double thick = 1)
    {
        m_picture.marks.push_back(lineMark(std::move(points), ink, dashed, thick));
    }

    void text(const QRectF &rect, const TimelineLine &what)
    {
        m_picture.marks.push_back(textMark(rect, what));
    }

    void addMarks(std::vector<TimelineMark> marks)
    {
        std::move(marks.begin(), marks.end(), std::back_inserter(m_picture.marks));
    }

    const TimelineContent &m_content;
    const TimelineFont &m_font;
    bool m_isRelayed;
    TimelineColumns m_columns;
    double m_headerHeight = 0;
    double m_y = 0;
    double m_actTop = 0;
    int m_act = -1;
    TimePoint m_last;
    std::optional<TimePoint> m_label; ///< the time written last in this act
    double m_labelBottom = 0;
    std::map<TimelineLane, QString> m_states; ///< shown last
    std::vector<std::pair<TimePoint, double>> m_scale; ///< of this act
    TimelinePicture m_picture;
};

void Layouter::addHeader()
{
    m_headerHeight = m_font.lineHeight + 2 * timelineGap;
    const auto title = [&](double left, double width, const QString &text) {
        m_picture.header.push_back(textMark(QRectF(left + timelineGap,
                                                   timelineGap,
                                                   width - timelineGap,
                                                   m_font.lineHeight),
                                            {text, TimelineInk::Text, true}));
    };
    title(0, m_columns.timeWidth, QCoreApplication::translate("Teardown::Timeline", "time"));
    for (const TimelineColumn &column : m_columns.lanes)
        title(column.left, column.width, displayText(column.lane));
    m_picture.header.push_back(
        lineMark({QPointF(0, m_headerHeight - 1), QPointF(m_picture.width, m_headerHeight - 1)},
                 TimelineInk::Rule));
}

/// The step stands where its call returned, among the segments before and after that.
void Layouter::addStep(std::size_t index)
{
    const StepRecord &record = step(index);
    if (record.act != m_act) {
        endAct();
        beginAct(record.act);
    }
    const std::vector<WireLine> wire = wireLines(record.segments);
    const auto late = std::find_if(wire.begin(), wire.end(), [&](const WireLine &line) {
        return line.time() + simultaneous > record.ended;
    });
    for (auto line = wire.begin(); line != late; ++line)
        addWireLine(*line, index);

    addWait(m_last, record.ended);
    addTime(record.ended);
    const double top = m_y;
    const TimelineLane lane = record.side == LabSide::Client ? TimelineLane::ClientProgram
        : record.side == LabSide::Middle                     ? TimelineLane::Middle
                                                             : TimelineLane::ServerProgram;
    const double program = addLines(lane, programLines(record), top);
    const StepStates states = statesAfter(record, m_isRelayed);
    const double bottom = std::max(program, top + m_font.lineHeight);
    addCallBar(record, top);
    const std::size_t row = m_picture.rows.size();
    m_picture.rows.push_back(
        {.step = index, .reading = readingOf(record, m_content.record, m_isRelayed)});
    m_last = std::max(m_last, record.ended);
    for (auto line = late; line != wire.end(); ++line) {
        if (line->time() - m_last > longestToScale)
            m_y = std::max(m_y, bottom); // the zigzag goes all across
        addWireLine(*line, index);
    }
    // The states were looked at when all of that had happened.
    const double looked = std::max(top, m_y - m_font.lineHeight);
    const double client = addState(TimelineLane::ClientKernel, states.client, looked);
    const double server = addState(TimelineLane::ServerKernel, states.server, looked);
    addLost(static_cast<int>(record.lostSegments));
    m_y = std::max({m_y, bottom, client, server}) + timelineGap;
    m_picture.rows[row].top = top - timelineGap / 2;
    m_picture.rows[row].bottom = m_y - timelineGap / 2;
}

/// Writes \a time at m_y, or below the one before.
void Layouter::addTime(TimePoint time)
{
    m_y = std::max(m_y, m_labelBottom);
    m_label = time;
    m_labelBottom = m_y + m_font.lineHeight;
    m_scale.emplace_back(time, m_y + m_font.lineHeight / 2);
    text(QRectF(timelineGap, m_y, m_columns.timeWidth - timelineGap, m_font.lineHeight),
         {labTime(time - m_content.record.started), TimelineInk::Muted});
}

void Layouter::beginAct(int act)
{
    m_act = act;
    m_states.clear();
    m_scale.clear();
    m_last = {};
    m_label.reset();
    const Act &shown = m_content.scenario.acts[static_cast<std::size_t>(act)];
    if (!shown.title.isEmpty()) {
        const QRectF band(0, m_y, m_picture.width, m_font.lineHeight + timelineGap);
        m_picture.marks.push_back({.kind = TimelineMark::Kind::Box,
                                   .ink = TimelineInk::Band,
                                   .points = {},
                                   .rect = band,
                                   .text = {}});
        text(band.adjusted(timelineGap, 0, -timelineGap, 0),
             {shown.title.in(m_content.language), TimelineInk::Text, true});
        m_y += band.height() + timelineGap;
    }
    m_actTop = m_y;
}

void Layouter::endAct()
{
    if (m_act < 0)
        return;
    m_y = std::max(m_y, addWhyNotCaptured());
    for (const TimelineColumn &column : m_columns.lanes)
        line({QPointF(column.left, m_actTop - timelineGap / 2), QPointF(column.left, m_y)},
             TimelineInk::Rule);
    m_y += timelineGap;
}

/// Room for the time that passed; m_y is where it begins, and will be where it ends. Nothing at the
/// beginning of an act, nor for what happened meanwhile.
void Layouter::addWait(TimePoint from, TimePoint to)
{
    const auto wait = to - from;
    if (from == TimePoint{} || wait <= 0ms)
        return;
    if (wait <= longestToScale) {
        m_y += std::chrono::duration<double, std::milli>(wait).count() * pixelsPerMillisecond;
        return;
    }
    const double top = m_y;
    m_y += m_font.lineHeight + timelineGap;
    const double middle = top + m_font.lineHeight / 2;
    std::vector<QPointF> zigzag;
    const double step = timelineGap / 2;
    for (double x = m_columns.timeWidth; x <= m_picture.width; x += step)
        zigzag.emplace_back(x, middle + (zigzag.size() % 2 == 0 ? -2 : 2));
    line(std::move(zigzag), TimelineInk::Rule);
    text(QRectF(timelineGap, top, m_columns.timeWidth - timelineGap, m_font.lineHeight),
         {QString(u'+' % labTime(wait)), TimelineInk::Waiting, true});
}

/// A bar beside the program for as long as its call was in the kernel.
void Layouter::addCallBar(const StepRecord &record, double top)
{
    const bool isClient = record.side == LabSide::Client;
    const TimelineColumn *lane
        = m_columns.find(isClient ? TimelineLane::ClientProgram : TimelineLane::ServerProgram);
    if (record.side == LabSide::Middle || record.ended - record.started < 1ms)
        return;
    const double x = isClient ? lane->right() - 3 : lane->left + 3;
    line({QPointF(x, std::min(yOf(record.started), top)), QPointF(x, top + m_font.lineHeight / 2)},
         outcomeOf(record) == StepOutcome::Blocked ? TimelineInk::Waiting : TimelineInk::Muted,
         false,
         3);
}

double Layouter::addLines(TimelineLane lane, const std::vector<TimelineLine> &lines, double top)
{
    const TimelineColumn *place = m_columns.find(lane);
    const double signWidth = m_font.lineHeight;
    for (const TimelineLine &what : lines) {
        const double indent = signWidth;
        if (what.isMarked)
            addMarks(signMarks(what.ink,
                               QRectF(place->left + timelineGap,
                                      top,
                                      signWidth - 4,
                                      m_font.lineHeight)));
        const auto wrapped
            = wrapText(what.text,
                       place->width - 2 * timelineGap - indent,
                       [&](const QString &piece) { return m_font.width(piece, what.bold); });
        for (const QString &piece : wrapped) {
            text(QRectF(place->left + timelineGap + indent,
                        top,
                        place->width - timelineGap - indent,
                        m_font.lineHeight),
                 {piece, what.ink, what.bold});
            top += m_font.lineHeight;
        }
    }
    return top;
}

/// A state that is another stands out; one that stays is only a line downwards.
double Layouter::addState(TimelineLane lane, const QString &state, double top)
{
    if (state.isEmpty())
        return top;
    const TimelineColumn *place = m_columns.find(lane);
    const bool isSame = m_states[lane] == state;
    m_states[lane] = state;
    if (isSame) {
        const double x = place->left + timelineGap + 2;
        line({QPointF(x, top + 2), QPointF(x, top + m_font.lineHeight - 2)},
             TimelineInk::Muted,
             true);
        return top;
    }
    bool isFirst = true;
    const QStringList lines = state.split(u'\n');
    for (const QString &piece : lines) {
        text(QRectF(place->left + timelineGap, top, place->width - timelineGap, m_font.lineHeight),
             {piece, isFirst ? TimelineInk::Text : TimelineInk::Muted, isFirst});
        top += m_font.lineHeight;
        isFirst = false;
    }
    return top;
}

void Layouter::addWireLine(const WireLine &line, std::size_t step)
{
    addWait(m_last, line.time());
    if (!m_label || line.time() - *m_label >= simultaneous)
        addTime(line.time());
    const TimelineColumn *lane = m_columns.find(line.lane);
    const QRectF place(lane->left, m_y, lane->width, m_font.lineHeight);
    addMarks(wireMarks(line, place, m_font));
    m_picture.rows.push_back({.top = place.top(),
                              .bottom = place.bottom(),
                              .step = step,
                              .reading = readingOf(line, m_content.record),
                              .wire = place});
    m_y = place.bottom();
    m_last = std::max(m_last, line.segments.back().packet.time);
}

void Layouter::addLost(int count)
{
    if (count == 0)
        return;
    const QString lost = QCoreApplication::translate("Teardown::Timeline",
                                                     "%n segments were lost by the capture",
                                                     nullptr,
                                                     count);
    m_y = addLines(TimelineLane::Wire, {{lost, TimelineInk::Bad, true, true}}, m_y);
}

/// Returns where it ends.
double Layouter::addWhyNotCaptured()
{
    const QString &reason = m_content.record.notCaptured;
    if (reason.isEmpty())
        return m_y;
    const QString sentence = QCoreApplication::translate("Teardown::Timeline", "Not captured. %1")
                                 .arg(labReasonText(reason));
    return addLines(TimelineLane::Wire, {{sentence, TimelineInk::Muted}}, m_actTop);
}

void Layouter::addFoot()
{
    const QString foot = m_content.record.steps.empty()
        ? QCoreApplication::translate("Teardown::Timeline",
                                      "Every step of the run will stand here: its call, the "
                                      "states of both kernels, and the segments on the wire.")
        : QCoreApplication::translate(
            "Teardown::Timeline",
            "Time runs downwards, from the start of the run; 1 ms is 2 pixels and "
            "a step at least its lines. A zigzag cuts out a wait; its length "
            "stands beside it. An arrow is a segment, in the order they were sent.");
    for (const QString &piece :
         wrapText(foot, m_picture.width - 2 * timelineGap, [&](const QString &text) {
             return m_font.width(text, false);
         })) {
        text(QRectF(timelineGap, m_y, m_picture.width - timelineGap, m_font.lineHeight),
             {piece, TimelineInk::Muted});
        m_y += m_font.lineHeight;
    }
}

/// Between two steps in proportion to their times.
double Layouter::yOf(TimePoint time) const
{
    const auto after = std::find_if(m_scale.begin(), m_scale.end(), [&](const auto &point) {
        return point.first >= time;
    });
    if (after == m_scale.end())
        return m_scale.back().second;
    if (after == m_scale.begin())
        return after->second;
    const auto before = std::prev(after);
    const double part = std::chrono::duration<double>(time - before->first)
        / std::chrono::duration<double>(after->first - before->first);
    return before->second + part * (after->second - before->second);
}

} // namespace

TimelinePicture
layOutTimeline(const TimelineContent &content, double width, const TimelineFont &font)
{
    return Layouter(content, width, font).layOut();
}

} // namespace Teardown
