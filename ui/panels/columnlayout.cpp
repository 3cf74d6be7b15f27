// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/columnlayout.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>
#include <array>

namespace Teardown {

namespace {

constexpr int air = 14;
constexpr int mostRowsToMeasure = 500;
constexpr int leastWidth = 16;
constexpr int mostWidth = 2000;

using Column = ConnectionColumn;

/// What is in sight at the first start, the question "why" close to the front.
constexpr std::array firstColumns{Column::Id,
                                  Column::State,
                                  Column::Peer,
                                  Column::Reason,
                                  Column::Age,
                                  Column::Idle,
                                  Column::In,
                                  Column::Out,
                                  Column::Unsent,
                                  Column::NextDeadline,
                                  Column::EndedBy,
                                  Column::Wire,
                                  Column::Lost};

int section(Column column)
{
    return static_cast<int>(column);
}

Column column(int section)
{
    return static_cast<Column>(section);
}

/// A text as wide as most of the column's texts get, in any language.
QString sample(Column column)
{
    switch (column) {
    case Column::Id:
        return QStringLiteral("88888");
    case Column::State:
        return QStringLiteral("●  half closed");
    case Column::Role:
    case Column::Service:
    case Column::EndedBy:
        return QStringLiteral("mnetwork");
    case Column::Local:
    case Column::Peer:
        return QStringLiteral("127.188.188.188:58888");
    case Column::Age:
    case Column::Idle:
    case Column::Rtt:
        return QStringLiteral("888 min");
    case Column::In:
    case Column::Out:
    case Column::Unsent:
    case Column::Lost:
        return QStringLiteral("888.8 MiB");
    case Column::Retransmits:
        return QStringLiteral("88888");
    case Column::NextDeadline:
        return QStringLiteral("▬▬▬▬ heartbeat 88 s");
    case Column::Wire:
        return QStringLiteral("FIN, then RST");
    case Column::Reason:
        return QStringLiteral("peer closed, then reset");
    }
    Q_UNREACHABLE();
}

} // namespace

ColumnLayout::ColumnLayout(QTableView &view)
    : QObject(view.horizontalHeader())
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_letter(view.fontMetrics().averageCharWidth())
{
    m_header.setSectionsMovable(true);
    m_header.setSortIndicatorClearable(true);
    m_header.setMinimumSectionSize(leastWidth);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this, &ColumnLayout::showMenu);
    reset();
    view.setSortingEnabled(true);
    view.installEventFilter(this);
}

std::vector<ConnectionColumn> ColumnLayout::shown() const
{
    std::vector<ConnectionColumn> columns;
    for (int place = 0; place < m_header.count(); ++place) {
        const int logical = m_header.logicalIndex(place);
        if (!m_header.isSectionHidden(logical))
            columns.push_back(column(logical));
    }
    return columns;
}

void ColumnLayout::setShown(ConnectionColumn column, bool shown)
{
    const bool isLast = m_header.count() - m_header.hiddenSectionCount() == 1 && isShown(column);
    if (shown || !isLast)
        m_header.setSectionHidden(section(column), !shown);
}

bool ColumnLayout::isShown(ConnectionColumn column) const
{
    return !m_header.isSectionHidden(section(column));
}

void ColumnLayout::fillMenu(QMenu &menu)
{
    menu.clear();
    for (const Column each : allConnectionColumns) {
        QAction *action = menu.addAction(displayText(each));
        action->setToolTip(explanationText(each));
        action->setCheckable(true);
        action->setChecked(isShown(each));
        connect(action, &QAction::toggled, this, [this, each](bool isWanted) {
            setShown(each, isWanted);
        });
    }
}

void ColumnLayout::fitToContents()
{
    m_header.setResizeContentsPrecision(mostRowsToMeasure);
    for (const Column each : shown())
        m_view.resizeColumnToContents(section(each));
}

void ColumnLayout::sortAsArrived()
{
    m_header.setSortIndicator(-1, Qt::AscendingOrder);
}

void ColumnLayout::reset()
{
    int place = 0;
    for (const Column each : firstColumns)
        m_header.moveSection(m_header.visualIndex(section(each)), place++);
    for (const Column each : allConnectionColumns) {
        const bool isFirst
            = std::find(firstColumns.begin(), firstColumns.end(), each) != firstColumns.end();
        // A hidden section forgets a width it is given.
        m_header.setSectionHidden(section(each), false);
        m_header.resizeSection(section(each), defaultWidth(each));
        m_header.setSectionHidden(section(each), !isFirst);
    }
    sortAsArrived();
}

QStringList ColumnLayout::save() const
{
    QStringList saved;
    for (int place = 0; place < m_header.count(); ++place) {
        const int logical = m_header.logicalIndex(place);
        const bool isHidden = m_header.isSectionHidden(logical);
        saved += QStringLiteral("%1 %2 %3")
                     .arg(token(column(logical)),
                          isHidden ? QStringLiteral("hidden") : QStringLiteral("shown"),
                          QString::number(m_header.sectionSize(logical)));
    }
    if (m_header.sortIndicatorSection() >= 0) {
        const bool isDown = m_header.sortIndicatorOrder() == Qt::DescendingOrder;
        saved += QStringLiteral("sort %1 %2")
                     .arg(token(column(m_header.sortIndicatorSection())),
                          isDown ? QStringLiteral("down") : QStringLiteral("up"));
    }
    return saved;
}

void ColumnLayout::restore(const QStringList &saved)
{
    sortAsArrived();
    int place = 0;
    for (const QString &entry : saved) {
        const QStringList words = entry.split(u' ');
        if (words.size() != 3)
            continue;
        if (words[0] != u"sort") {
            restoreColumn(words, place++);
        } else if (const auto sorted = connectionColumnFromToken(words[1])) {
            const bool isDown = words[2] == u"down";
            m_header.setSortIndicator(section(*sorted),
                                      isDown ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
    }
}

void ColumnLayout::restoreColumn(const QStringList &words, int place)
{
    const auto named = connectionColumnFromToken(words[0]);
    if (!named)
        return;
    m_header.moveSection(m_header.visualIndex(section(*named)),
                         std::min(place, m_header.count() - 1));
    const int width = words[2].toInt();
    if (width > 0) {
        m_header.setSectionHidden(section(*named), false);
        m_header.resizeSection(section(*named), std::clamp(width, leastWidth, mostWidth));
    }
    setShown(*named, words[1] != u"hidden");
}

bool ColumnLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        followFont();
    return QObject::eventFilter(watched, event);
}

void ColumnLayout::followFont()
{
    const int letter = m_view.fontMetrics().averageCharWidth();
    const double growth = static_cast<double>(letter) / m_letter;
    m_letter = letter;
    for (const Column each : shown())
        m_header.resizeSection(section(each), qRound(m_header.sectionSize(section(each)) * growth));
}

int ColumnLayout::defaultWidth(ConnectionColumn column) const
{
    const QFontMetrics metrics = m_view.fontMetrics();
    // The arrow of the sort order needs its place beside the heading.
    const int heading = metrics.horizontalAdvance(displayText(column)) + 2 * air;
    return std::max(heading, metrics.horizontalAdvance(sample(column)) + air);
}

void ColumnLayout::showMenu(const QPoint &position)
{
    QMenu menu(&m_view);
    fillMenu(menu);
    menu.exec(m_header.mapToGlobal(position));
}

} // namespace Teardown
