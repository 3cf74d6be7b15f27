// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/statediagram.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace Teardown {

namespace {

constexpr double padding = 8;
constexpr double boxPadding = 5; ///< beside a name
constexpr double leastGap = 14; ///< between two boxes in a row
constexpr double asideBy = 3; ///< of the middle of a line: how far the way of an end is drawn

/// Places on a grid: x in columns along the life of a connection, y in rows across it.
constexpr double columns = 7;
constexpr double topRow = -0.5;
constexpr double bottomRow = 4.5;
constexpr QPointF firstClosed(0, 2);
constexpr QPointF lastClosed(6, 3.5);

QPointF placeOf(TcpState state)
{
    switch (state) {
    case TcpState::Closed:
        return lastClosed;
    case TcpState::Listen:
        return {1, 0.5};
    case TcpState::SynSent:
        return {1, 3.5};
    case TcpState::SynReceived:
        return {2, 0.5};
    case TcpState::Established:
        return {3, 2};
    case TcpState::FinWait1:
        return {4, 0.5};
    case TcpState::FinWait2:
        return {5, 0.5};
    case TcpState::CloseWait:
        return {4, 3.5};
    case TcpState::Closing:
        return {5, 2};
    case TcpState::LastAck:
        return {5, 3.5};
    case TcpState::TimeWait:
        return {6, 0.5};
    }
    Q_UNREACHABLE();
}

/// True where the arrow leads back to the beginning.
bool leadsToBeginning(TcpState from)
{
    return from == TcpState::Closed || from == TcpState::Listen || from == TcpState::SynSent;
}

/// Where the arrow bends, if it does: to pass by the boxes in its way.
std::vector<QPointF> bendsOf(TcpState from, TcpState to)
{
    if (from == TcpState::FinWait1 && to == TcpState::TimeWait)
        return {{4.4, -0.3}, {5.6, -0.3}};
    return {};
}

/// A reset goes below, or between the rows, to the end.
std::vector<QPointF> resetBendsOf(TcpState from)
{
    constexpr double below = 4.35;
    constexpr double between = 2.75;
    switch (from) {
    case TcpState::SynSent:
    case TcpState::CloseWait:
    case TcpState::LastAck:
        return {{placeOf(from).x(), below}, {6, below}};
    case TcpState::SynReceived:
        return {{2, below}, {6, below}};
    case TcpState::Established:
        return {{3, below}, {6, below}};
    case TcpState::FinWait1:
        return {{4.4, between}, {5.4, between}};
    case TcpState::FinWait2:
        return {{5.5, 1.4}, {5.5, between}};
    case TcpState::Closed:
    case TcpState::Listen:
    case TcpState::Closing:
    case TcpState::TimeWait:
        return {};
    }
    Q_UNREACHABLE();
}

/// Where the line from the middle of \a box to \a other leaves it.
QPointF edgeOf(const QRectF &box, QPointF other)
{
    const QPointF way = other - box.center();
    const double across = std::abs(way.x()) / (box.width() / 2);
    const double along = std::abs(way.y()) / (box.height() / 2);
    const double most = std::max(across, along);
    return most <= 1 ? other : box.center() + way / most;
}

/// \a points moved to the left of their way by \a distance.
std::vector<QPointF> aside(std::vector<QPointF> points, double distance)
{
    const QPointF way = points.back() - points.front();
    const double length = std::hypot(way.x(), way.y());
    if (length > 0) {
        const QPointF by = QPointF(way.y(), -way.x()) / length * distance;
        for (QPointF &point : points)
            point += by;
    }
    return points;
}

bool crosses(const QLineF &line, const QRectF &rect)
{
    if (rect.contains(line.p1()) || rect.contains(line.p2()))
        return true;
    const std::array sides{QLineF(rect.topLeft(), rect.topRight()),
                           QLineF(rect.topRight(), rect.bottomRight()),
                           QLineF(rect.bottomRight(), rect.bottomLeft()),
                           QLineF(rect.bottomLeft(), rect.topLeft())};
    return std::any_of(sides.begin(), sides.end(), [&](const QLineF &side) {
        return line.intersects(side) == QLineF::BoundedIntersection;
    });
}

class Layouter
{
public:
    Layouter(const std::vector<StatePath> &paths,
             QSizeF size,
             const TimelineFont &font,
             const TimelineFont &labelFont)
        : m_paths(paths)
        , m_labelFont(labelFont)
        , m_isUpright(size.height() > size.width())
    {
        double width = 0;
        for (const TcpState state : allTcpStates)
            width = std::max(width, font.width(nameOf(state), true));
        m_box = QSizeF(width + 2 * boxPadding, font.lineHeight + padding);
        fit(size);
    }

    StateDiagram layOut()
    {
        addBox(TcpState::Closed, false);
        for (const TcpState state : allTcpStates)
            addBox(state, state == TcpState::Closed);
        for (const TcpTransition &transition : tcpTransitions())
            addArrow(transition);
        for (const StatePath &path : m_paths) {
            for (std::size_t index = 0; index < path.sights.size(); ++index)
                addSight(path, index);
        }
        placeLabels();
        return std::move(m_diagram);
    }

private:
    void fit(QSizeF size);
    void addBox(TcpState state, bool isLast);
    void addArrow(const TcpTransition &transition);
    void addSight(const StatePath &path, std::size_t index);
    void addWay(const StatePath &path, std::size_t index, std::size_t from, std::size_t to);
    void placeLabels();
    void placeLabel(StateLine &line) const;
    bool isFree(const QRectF &label) const;
    QPointF pointAt(QPointF place) const;
    std::vector<QPointF>
    route(std::size_t from, std::size_t to, const std::vector<QPointF> &bends) const;
    std::size_t boxOf(const StatePath &path, std::size_t index) const;

    const std::vector<StatePath> &m_paths;
    const TimelineFont &m_labelFont;
    bool m_isUpright;
    QSizeF m_box;
    QSizeF m_step; ///< from column to column, from row to row
    StateDiagram m_diagram;
};

/// Shares \a size out among columns and rows.
void Layouter::fit(QSizeF size)
{
    const double rows = bottomRow - topRow;
    const double along = m_isUpright ? size.height() : size.width();
    const double across = m_isUpright ? size.width() : size.height();
    const double boxAlong = m_isUpright ? m_box.height() : m_box.width();
    const double boxAcross = m_isUpright ? m_box.width() : m_box.height();
    // The tags of the ends stand above and below the boxes of two rows that are 1.5 apart.
    const double leastAcross = m_isUpright ? (boxAcross + padding) / 1.5
                                           : (boxAcross + 2 * m_labelFont.lineHeight) / 1.5;
    const double leastAlong = boxAlong + leastGap + (m_isUpright ? 2 * m_labelFont.lineHeight : 0);
    const double column = std::max(leastAlong, (along - boxAlong - 2 * padding) / (columns - 1));
    const double row = std::max(leastAcross, across / rows);
    m_step = QSizeF(column, row);
    const QSizeF used((columns - 1) * column + boxAlong + 2 * padding, rows * row);
    m_diagram.size = m_isUpright ? used.transposed() : used;
}

QPointF Layouter::pointAt(QPointF place) const
{
    const double boxAlong = m_isUpright ? m_box.height() : m_box.width();
    const QPointF point(padding + boxAlong / 2 + place.x() * m_step.width(),
                        (place.y() - topRow) * m_step.height());
    return m_isUpright ? point.transposed() : point;
}

void Layouter::addBox(TcpState state, bool isLast)
{
    const bool isFirst = state == TcpState::Closed && !isLast;
    QRectF rect(QPointF(), m_box);
    rect.moveCenter(pointAt(isFirst ? firstClosed : placeOf(state)));
    m_diagram.boxes.push_back(
        {.state = state, .isLast = isLast, .rect = rect, .seenBy = {}, .current = {}});
}

/// The first box is the CLOSED of the beginning, the others are in the order of the states.
std::size_t Layouter::boxOf(const StatePath &path, std::size_t index) const
{
    const TcpState state = path.sights[index].state;
    const bool isBeginning = state == TcpState::Closed
        && (index == 0
            || (stepTo(path, index) == StateStep::Arrow
                && leadsToBeginning(path.sights[index - 1].state)));
    return isBeginning ? 0 : 1 + static_cast<std::size_t>(state);
}

std::vector<QPointF>
Layouter::route(std::size_t from, std::size_t to, const std::vector<QPointF> &bends) const
{
    std::vector<QPointF> points{m_diagram.boxes[from].rect.center()};
    for (const QPointF &bend : bends)
        points.push_back(pointAt(bend));
    points.push_back(m_diagram.boxes[to].rect.center());
    points.front() = edgeOf(m_diagram.boxes[from].rect, points[1]);
    points.back() = edgeOf(m_diagram.boxes[to].rect, points[points.size() - 2]);
    return points;
}

void Layouter::addArrow(const TcpTransition &transition)
{
    const auto box = [&](TcpState state) {
        return state == TcpState::Closed && leadsToBeginning(transition.from)
            ? std::size_t{0}
            : 1 + static_cast<std::size_t>(state);
    };
    const bool hasReturn = findTransition(transition.to, transition.from) != nullptr;
    m_diagram.lines.push_back({.points = aside(route(box(transition.from),
                                                     box(transition.to),
                                                     bendsOf(transition.from, transition.to)),
                                               hasReturn ? asideBy : 0),
                               .step = StateStep::Arrow,
                               .end = std::nullopt,
                               .event = QString::fromLatin1(transition.event),
                               .action = QString::fromLatin1(transition.action),
                               .label = {}});
}

void Layouter::addSight(const StatePath &path, std::size_t index)
{
    const std::size_t to = boxOf(path, index);
    const bool isCurrent = index + 1 == path.sights.size();
    const auto mark = [&](StateBox &box) {
        if (std::find(box.seenBy.begin(), box.seenBy.end(), path.end) == box.seenBy.end())
            box.seenBy.push_back(path.end);
        if (isCurrent)
            box.current.push_back(path.end);
    };
    if (path.sights[index].mayBeTimeWait) {
        // It is in one of the two, so it was seen in neither.
        m_diagram.boxes[to].current.push_back(path.end);
        m_diagram.boxes[1 + static_cast<std::size_t>(TcpState::TimeWait)].current.push_back(
            path.end);
    } else {
        mark(m_diagram.boxes[to]);
    }
    if (index > 0)
        addWay(path, index, boxOf(path, index - 1), to);
}

void Layouter::addWay(const StatePath &path, std::size_t index, std::size_t from, std::size_t to)
{
    const TcpState before = path.sights[index - 1].state;
    const StateStep step = stepTo(path, index);
    std::vector<QPointF> bends;
    if (step == StateStep::Arrow)
        bends = bendsOf(before, path.sights[index].state);
    else if (step == StateStep::Reset)
        bends = resetBendsOf(before);
    m_diagram.lines.push_back(
        {.points = aside(route(from, to, bends), path.end == PathEnd::First ? asideBy : -asideBy),
         .step = step,
         .end = path.end,
         .event = step == StateStep::Reset ? stepText(path, index) : QString(),
         .action = {},
         .label = {}});
}

void Layouter::placeLabels()
{
    for (StateLine &line : m_diagram.lines) {
        if (!line.event.isEmpty())
            placeLabel(line);
    }
}

/// Beside the line, where nothing else is; nowhere if there is no such place.
void Layouter::placeLabel(StateLine &line) const
{
    const double width
        = std::max(m_labelFont.width(line.event, false), m_labelFont.width(line.action, false));
    QRectF label(0, 0, width + 2, m_labelFont.lineHeight * (line.action.isEmpty() ? 1 : 2));
    const double aside = label.width() / 2 + 2 * asideBy;
    const double over = label.height() / 2 + asideBy;
    const std::size_t middle = (line.points.size() - 1) / 2;
    const QLineF way(line.points[middle], line.points[middle + 1]);
    const std::initializer_list<QPointF> places{{0, -over},
                                                {0, over},
                                                {aside, 0},
                                                {-aside, 0},
                                                {aside, -over / 2},
                                                {aside, over / 2},
                                                {-aside, -over / 2},
                                                {-aside, over / 2}};
    for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7}) {
        for (const QPointF &place : places) {
            label.moveCenter(way.pointAt(part) + place);
            if (isFree(label)) {
                line.label = label;
                return;
            }
        }
    }
}

/// True when nothing is drawn or written in \a label.
bool Layouter::isFree(const QRectF &label) const
{
    const auto isCrossed = [&](const StateLine &line) {
        if (line.label.intersects(label))
            return true;
        for (std::size_t point = 1; point < line.points.size(); ++point) {
            if (crosses(QLineF(line.points[point - 1], line.points[point]), label))
                return true;
        }
        return false;
    };
    return QRectF(QPointF(), m_diagram.size).contains(label)
        && std::none_of(m_diagram.boxes.begin(),
                        m_diagram.boxes.end(),
                        [&](const StateBox &box) { return box.rect.intersects(label); })
        && std::none_of(m_diagram.lines.begin(), m_diagram.lines.end(), isCrossed);
}

} // namespace

StateDiagram layOutStates(const std::vector<StatePath> &paths,
                          QSizeF size,
                          const TimelineFont &font,
                          const TimelineFont &labelFont)
{
    return Layouter(paths, size, font, labelFont).layOut();
}

} // namespace Teardown
