// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinelayout.h"

#include "ui/models/labtexts.h"
#include "ui/models/textwrap.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

constexpr double gap = 8;
constexpr double laneMinimum = 104;
constexpr double programMinimum = 168;

/// Up to here a wait is drawn to scale; a longer one is cut, and its length written down.
constexpr auto longestToScale = 20ms;
constexpr double pixelsPerMillisecond = 2;

struct Column
{
    TimelineLane lane;
    double left;
    double width;

    double right() const { return left + width; }
    double middle() const { return left + width / 2; }
};

/// A text with what it means, before it has a place.
struct Line
{
    QString text;
    TimelineInk ink = TimelineInk::Text;
    bool bold = false;
    bool isMarked = false; ///< has the sign of its ink before it
};

class Layouter
{
public:
    Layouter(const TimelineContent &content, double width, const TimelineFont &font)
        : m_content(content)
        , m_font(font)
        , m_hasMiddle(hasMiddle(content.scenario))
    {
        placeColumns(width);
    }

    TimelinePicture layOut()
    {
        addHeader();
        m_y = gap;
        for (std::size_t step = 0; step < m_content.record.steps.size(); ++step)
            addStep(step);
        endAct();
        addFoot();
        m_picture.headerHeight = m_headerHeight;
        m_picture.height = m_headerHeight + m_y + gap;
        for (TimelineMark &mark : m_picture.marks) {
            mark.rect.translate(0, m_headerHeight);
            for (QPointF &point : mark.points)
                point.ry() += m_headerHeight;
        }
        for (TimelineRow &row : m_picture.rows) {
            row.top += m_headerHeight;
            row.bottom += m_headerHeight;
        }
        return std::move(m_picture);
    }

private:
    const StepRecord &step(std::size_t index) const { return m_content.record.steps[index]; }

    void placeColumns(double width);
    const Column *column(TimelineLane lane) const;
    void addHeader();
    void addStep(std::size_t index);
    void beginAct(int act);
    void endAct();
    void addWait(TimePoint from, TimePoint to);
    void addCallBar(const StepRecord &step, double bottom);
    double addLines(TimelineLane lane, const std::vector<Line> &lines, double top);
    void addState(TimelineLane lane, const QString &state);
    void addSegments();
    void addFoot();
    double yOf(TimePoint time) const;
    std::vector<Line> programLines(const StepRecord &step) const;

    void line(std::vector<QPointF> points, TimelineInk ink, bool dashed = false, double thick = 1)
    {
        m_picture.marks.push_back({.kind = TimelineMark::Kind::Line,
                                   .ink = ink,
                                   .points = std::move(points),
                                   .rect = {},
                                   .text = {},
                                   .dashed = dashed,
                                   .thickness = thick});
    }

    void text(const QRectF &rect, const Line &what)
    {
        m_picture.marks.push_back({.kind = TimelineMark::Kind::Text,
                                   .ink = what.ink,
                                   .points = {},
                                   .rect = rect,
                                   .text = what.text,
                                   .bold = what.bold});
    }

    void sign(TimelineInk ink, const QRectF &rect);

    const TimelineContent &m_content;
    const TimelineFont &m_font;
    bool m_hasMiddle;
    std::vector<Column> m_columns;
    double m_timeWidth = 0;
    double m_headerHeight = 0;
    double m_y = 0;
    double m_actTop = 0;
    int m_act = -1;
    TimePoint m_last;
    std::map<TimelineLane, QString> m_states; ///< shown last
    std::vector<std::pair<TimePoint, double>> m_scale; ///< of this act
    TimelinePicture m_picture;
};

void Layouter::placeColumns(double width)
{
    m_timeWidth = m_font.width(QStringLiteral("000.000 ms"), false) + 2 * gap;
    const bool isWired = !m_content.segments.empty();
    const double stateWidth
        = std::max(laneMinimum, m_font.width(QStringLiteral("ESTABLISHED"), true) + 2 * gap);
    const double wireWidth = isWired ? stateWidth * 1.6 : stateWidth * 0.9;
    const double fixed = 2 * stateWidth + wireWidth + (m_hasMiddle ? programMinimum : 0);
    const double programWidth = std::max(programMinimum, (width - m_timeWidth - fixed) / 2);
    double left = m_timeWidth;
    const auto add = [&](TimelineLane lane, double wide) {
        m_columns.push_back({lane, left, wide});
        left += wide;
    };
    add(TimelineLane::ClientProgram, programWidth);
    add(TimelineLane::ClientKernel, stateWidth);
    add(TimelineLane::Wire, wireWidth);
    if (m_hasMiddle)
        add(TimelineLane::Middle, programMinimum);
    add(TimelineLane::ServerKernel, stateWidth);
    add(TimelineLane::ServerProgram, programWidth);
    m_picture.width = left;
}

const Column *Layouter::column(TimelineLane lane) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const Column &column) {
        return column.lane == lane;
    });
    return found == m_columns.end() ? nullptr : &*found;
}

void Layouter::addHeader()
{
    m_headerHeight = m_font.lineHeight + 2 * gap;
    const auto title = [&](double left, double width, const QString &text) {
        m_picture.header.push_back({.kind = TimelineMark::Kind::Text,
                                    .ink = TimelineInk::Text,
                                    .points = {},
                                    .rect = QRectF(left + gap, gap, width - gap, m_font.lineHeight),
                                    .text = text,
                                    .bold = true});
    };
    title(0, m_timeWidth, QCoreApplication::translate("Teardown::Timeline", "time"));
    for (const Column &column : m_columns)
        title(column.left, column.width, displayText(column.lane));
    m_picture.header.push_back(
        {.kind = TimelineMark::Kind::Line,
         .ink = TimelineInk::Rule,
         .points = {QPointF(0, m_headerHeight - 1), QPointF(m_picture.width, m_headerHeight - 1)},
         .rect = {},
         .text = {}});
}

void Layouter::addStep(std::size_t index)
{
    const StepRecord &record = step(index);
    if (record.act != m_act) {
        endAct();
        beginAct(record.act);
    } else if (record.ended > m_last) {
        addWait(m_last, record.ended);
    }
    const double top = m_y;
    text(QRectF(gap, top, m_timeWidth - gap, m_font.lineHeight),
         {labTime(record.ended - m_content.record.started), TimelineInk::Muted});
    m_scale.emplace_back(record.ended, top + m_font.lineHeight / 2);

    const TimelineLane lane = record.side == LabSide::Client ? TimelineLane::ClientProgram
        : record.side == LabSide::Middle                     ? TimelineLane::Middle
                                                             : TimelineLane::ServerProgram;
    const double bottom = addLines(lane, programLines(record), top);
    const StepStates states = statesAfter(record, m_hasMiddle);
    addState(TimelineLane::ClientKernel, states.client);
    addState(TimelineLane::ServerKernel, states.server);
    addCallBar(record, top);
    m_y = std::max({bottom, m_y, top + m_font.lineHeight}) + gap;
    m_picture.rows.push_back({.top = top - gap / 2,
                              .bottom = m_y - gap / 2,
                              .step = index,
                              .reading = readingOf(record, m_content.record, m_hasMiddle)});
    m_last = std::max(m_last, record.ended);
}

void Layouter::beginAct(int act)
{
    m_act = act;
    m_states.clear();
    m_scale.clear();
    m_last = {};
    const Act &shown = m_content.scenario.acts[static_cast<std::size_t>(act)];
    if (!shown.title.isEmpty()) {
        const QRectF band(0, m_y, m_picture.width, m_font.lineHeight + gap);
        m_picture.marks.push_back({.kind = TimelineMark::Kind::Box,
                                   .ink = TimelineInk::Band,
                                   .points = {},
                                   .rect = band,
                                   .text = {}});
        text(band.adjusted(gap, 0, -gap, 0),
             {shown.title.in(m_content.language), TimelineInk::Text, true});
        m_y += band.height() + gap;
    }
    m_actTop = m_y;
}

void Layouter::endAct()
{
    if (m_act < 0)
        return;
    for (const Column &column : m_columns)
        line({QPointF(column.left, m_actTop - gap / 2), QPointF(column.left, m_y)},
             TimelineInk::Rule);
    addSegments();
    m_y += gap;
}

/// Room for the time that passed; m_y is where it begins, and will be where it ends.
void Layouter::addWait(TimePoint from, TimePoint to)
{
    const auto wait = to - from;
    if (wait <= longestToScale) {
        m_y += std::chrono::duration<double, std::milli>(wait).count() * pixelsPerMillisecond;
        return;
    }
    const double top = m_y;
    m_y += m_font.lineHeight + gap;
    const double middle = top + m_font.lineHeight / 2;
    std::vector<QPointF> zigzag;
    const double step = gap / 2;
    for (double x = m_timeWidth; x <= m_picture.width; x += step)
        zigzag.emplace_back(x, middle + (zigzag.size() % 2 == 0 ? -2 : 2));
    line(std::move(zigzag), TimelineInk::Rule);
    text(QRectF(gap, top, m_timeWidth - gap, m_font.lineHeight),
         {QString(u'+' % labTime(wait)), TimelineInk::Waiting, true});
}

/// A bar beside the program for as long as its call was in the kernel.
void Layouter::addCallBar(const StepRecord &record, double top)
{
    const bool isClient = record.side == LabSide::Client;
    const Column *lane
        = column(isClient ? TimelineLane::ClientProgram : TimelineLane::ServerProgram);
    if (record.side == LabSide::Middle || record.ended - record.started < 1ms)
        return;
    const double x = isClient ? lane->right() - 3 : lane->left + 3;
    line({QPointF(x, std::min(yOf(record.started), top)), QPointF(x, top + m_font.lineHeight / 2)},
         outcomeOf(record) == StepOutcome::Blocked ? TimelineInk::Waiting : TimelineInk::Muted,
         false,
         3);
}

double Layouter::addLines(TimelineLane lane, const std::vector<Line> &lines, double top)
{
    const Column *place = column(lane);
    const double signWidth = m_font.lineHeight;
    for (const Line &what : lines) {
        const double indent = signWidth;
        if (what.isMarked)
            sign(what.ink, QRectF(place->left + gap, top, signWidth - 4, m_font.lineHeight));
        const auto wrapped
            = wrapText(what.text, place->width - 2 * gap - indent, [&](const QString &piece) {
                  return m_font.width(piece, what.bold);
              });
        for (const QString &piece : wrapped) {
            text(QRectF(place->left + gap + indent,
                        top,
                        place->width - gap - indent,
                        m_font.lineHeight),
                 {piece, what.ink, what.bold});
            top += m_font.lineHeight;
        }
    }
    return top;
}

/// A state that is another stands out; one that stays is only a line downwards.
void Layouter::addState(TimelineLane lane, const QString &state)
{
    if (state.isEmpty())
        return;
    const Column *place = column(lane);
    const bool isSame = m_states[lane] == state;
    m_states[lane] = state;
    if (isSame) {
        line({QPointF(place->left + gap + 2, m_y + 2),
              QPointF(place->left + gap + 2, m_y + m_font.lineHeight - 2)},
             TimelineInk::Muted,
             true);
        return;
    }
    double top = m_y;
    const QStringList lines = state.split(u'\n');
    for (const QString &piece : lines) {
        const bool isFirst = top <= m_y;
        text(QRectF(place->left + gap, top, place->width - gap, m_font.lineHeight),
             {piece, isFirst ? TimelineInk::Text : TimelineInk::Muted, isFirst});
        top += m_font.lineHeight;
    }
    m_y = std::max(m_y, top - m_font.lineHeight);
}

void Layouter::addSegments()
{
    const Column *wire = column(TimelineLane::Wire);
    if (m_content.segments.empty()) {
        text(QRectF(wire->left + gap, m_actTop, wire->width - gap, m_font.lineHeight),
             {QCoreApplication::translate("Teardown::Timeline", "not captured"),
              TimelineInk::Muted});
        return;
    }
    for (const TimelineSegment &segment : m_content.segments) {
        if (m_scale.empty() || segment.time > m_scale.back().first + longestToScale)
            continue;
        const double y = yOf(segment.time);
        const double from = segment.fromClient ? wire->left + 4 : wire->right() - 4;
        const double to = segment.fromClient ? wire->right() - 4 : wire->left + 4;
        const double back = segment.fromClient ? -5 : 5;
        line({QPointF(from, y),
              QPointF(to, y),
              QPointF(to + back, y - 3),
              QPointF(to, y),
              QPointF(to + back, y + 3)},
             TimelineInk::Text);
        text(QRectF(wire->left + gap, y - m_font.lineHeight, wire->width, m_font.lineHeight),
             {segment.text, TimelineInk::Text});
    }
}

void Layouter::addFoot()
{
    if (m_content.record.steps.empty())
        return;
    const QString foot = QCoreApplication::translate(
        "Teardown::Timeline",
        "Time runs downwards, from the start of the run; 1 ms is 2 pixels and "
        "a step at least its lines. A zigzag cuts out a wait; its length "
        "stands beside it.");
    for (const QString &piece : wrapText(foot, m_picture.width - 2 * gap, [&](const QString &text) {
             return m_font.width(text, false);
         })) {
        text(QRectF(gap, m_y, m_picture.width - gap, m_font.lineHeight),
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

std::vector<Line> Layouter::programLines(const StepRecord &record) const
{
    std::vector<Line> lines;
    const StepOutcome outcome = outcomeOf(record);
    const QString said = QString(record.actor % QLatin1StringView(": ") % record.toString());
    lines.push_back({said,
                     outcome == StepOutcome::Blocked      ? TimelineInk::Waiting
                         : outcome == StepOutcome::Failed ? TimelineInk::Bad
                                                          : TimelineInk::Text,
                     outcome != StepOutcome::Done,
                     outcome != StepOutcome::Done});
    for (const QString &event : record.events)
        lines.push_back({event, TimelineInk::Muted});
    for (const CheckRecord &check : record.checks) {
        if (!check.passed)
            lines.push_back({checkText(check), TimelineInk::Bad, true, true});
    }
    if (!record.checks.empty() && isAsExpected(record))
        lines.push_back({QCoreApplication::translate("Teardown::Timeline", "as expected"),
                         TimelineInk::Good,
                         false,
                         true});
    return lines;
}

/// The shape that goes with the meaning of \a ink.
void Layouter::sign(TimelineInk ink, const QRectF &rect)
{
    const double side = std::min(rect.width(), rect.height()) * 0.6;
    const QRectF box(rect.left(), rect.center().y() - side / 2, side, side);
    if (ink == TimelineInk::Good) {
        line({QPointF(box.left(), box.center().y()),
              QPointF(box.left() + side * 0.35, box.bottom()),
              box.topRight()},
             ink,
             false,
             2);
    } else if (ink == TimelineInk::Waiting) {
        line({box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), box.topLeft()},
             ink,
             false,
             1.5);
    } else {
        line({box.topLeft(), box.bottomRight()}, ink, false, 2);
        line({box.topRight(), box.bottomLeft()}, ink, false, 2);
    }
}

} // namespace

TimelinePicture
layOutTimeline(const TimelineContent &content, double width, const TimelineFont &font)
{
    return Layouter(content, width, font).layOut();
}

QString readingOf(const StepRecord &step, const RunRecord &record, bool hasMiddle)
{
    const StepStates states = statesAfter(step, hasMiddle);
    const auto orUnknown = [](QString state) {
        return state.isEmpty() ? u"–"_qs : state.replace(u'\n', u' ');
    };
    return QCoreApplication::translate("Teardown::Timeline",
                                       "%1 · %2: %3 · client kernel %4 · server kernel %5")
        .arg(labTime(step.ended - record.started),
             step.actor,
             step.toString(),
             orUnknown(states.client),
             orUnknown(states.server));
}

QString displayText(TimelineLane lane)
{
    switch (lane) {
    case TimelineLane::ClientProgram:
        return QCoreApplication::translate("Teardown::Timeline", "client program");
    case TimelineLane::ClientKernel:
        return QCoreApplication::translate("Teardown::Timeline", "client kernel");
    case TimelineLane::Wire:
        return QCoreApplication::translate("Teardown::Timeline", "wire");
    case TimelineLane::Middle:
        return QCoreApplication::translate("Teardown::Timeline", "middle");
    case TimelineLane::ServerKernel:
        return QCoreApplication::translate("Teardown::Timeline", "server kernel");
    case TimelineLane::ServerProgram:
        return QCoreApplication::translate("Teardown::Timeline", "server program");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
