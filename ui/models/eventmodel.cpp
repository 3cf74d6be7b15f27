// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/eventmodel.h"

#include "ui/models/category.h"
#include "ui/models/eventtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Teardown {

static QString eventColumnTitle(int column)
{
    switch (column) {
    case EventModel::Time:
        return QCoreApplication::translate("Teardown::EventModel", "Time");
    case EventModel::Kind:
        return QCoreApplication::translate("Teardown::EventModel", "Event");
    case EventModel::Connection:
        return QCoreApplication::translate("Teardown::EventModel", "Connection");
    case EventModel::Text:
        return QCoreApplication::translate("Teardown::EventModel", "What happened");
    default:
        return {};
    }
}

static QString cellText(const Event &event, int column)
{
    switch (column) {
    case EventModel::Time:
        return event.wall.toLocalTime().toString(u"HH:mm:ss.zzz");
    case EventModel::Kind:
        return eventKindText(event);
    case EventModel::Connection: {
        const ConnectionId id = connectionOf(event);
        return id == 0 ? QString() : QStringLiteral("#%1").arg(id);
    }
    case EventModel::Text:
        return eventText(event);
    default:
        return {};
    }
}

static QVariant category(const Event &event)
{
    if (std::holds_alternative<OpenedEvent>(event.body))
        return static_cast<int>(Category::Open);
    if (const auto *ended = std::get_if<EndedEvent>(&event.body))
        return static_cast<int>(categoryOf(ended->report->verdict.reason));
    if (const auto *rejected = std::get_if<RejectedEvent>(&event.body))
        return static_cast<int>(categoryOf(rejected->reason));
    return {};
}

EventModel::EventModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Event &event = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(event, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time
            ? event.wall.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz")
            : cellText(event, index.column());
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate("Teardown::EventModel", "%1: %2", "heading, value")
            .arg(eventColumnTitle(index.column()), cellText(event, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Connection ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case CategoryRole:
        return category(event);
    case IdRole:
        return QVariant::fromValue<qulonglong>(connectionOf(event));
    case ReasonRole:
        if (const auto *ended = std::get_if<EndedEvent>(&event.body))
            return static_cast<int>(ended->report->verdict.reason);
        return {};
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return eventColumnTitle(section);
}

void EventModel::apply(const Batch &batch)
{
    if (batch.events.empty())
        return;
    if (!m_paused) {
        append(batch.events);
        return;
    }
    m_hidden.insert(m_hidden.end(), batch.events.begin(), batch.events.end());
    m_hidden.erase(m_hidden.cbegin(), firstKept(m_hidden));
    m_hiddenCount += batch.events.size();
    emit hiddenCountChanged(m_hiddenCount);
}

void EventModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (!paused)
        append(std::exchange(m_hidden, {}));
    m_hiddenCount = 0;
    emit hiddenCountChanged(m_hiddenCount);
}

/// The first of \a events that is kept: those beyond the capacity are dropped.
std::deque<Event>::const_iterator EventModel::firstKept(const std::deque<Event> &events)
{
    if (events.size() <= capacity)
        return events.begin();
    m_droppedCount += events.size() - capacity;
    return events.end() - capacity;
}

void EventModel::append(const std::deque<Event> &events)
{
    if (events.empty())
        return;
    const auto first = firstKept(events);
    const int added = static_cast<int>(events.end() - first);

    const int leaving = std::max(0, rowCount() + added - capacity);
    // First out, then in: no view ever sees more than capacity rows.
    if (leaving > 0) {
        beginRemoveRows({}, 0, leaving - 1);
        m_events.erase(m_events.begin(), m_events.begin() + leaving);
        endRemoveRows();
        m_droppedCount += static_cast<quint64>(leaving);
    }
    beginInsertRows({}, rowCount(), rowCount() + added - 1);
    m_events.insert(m_events.end(), first, events.end());
    endInsertRows();
}

void EventModel::clear()
{
    beginResetModel();
    m_events.clear();
    endResetModel();
}

void EventModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace Teardown
