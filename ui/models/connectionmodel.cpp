// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectionmodel.h"

#include "ui/models/connectioncell.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Teardown {

static std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

ConnectionModel::ConnectionModel(const RunStart &start, QObject *parent, std::size_t endedLimit)
    : QAbstractTableModel(parent)
    , m_start(start)
    , m_latest(start.mono)
    , m_now(start.mono)
    , m_store(endedLimit)
{
}

ConnectionModel::~ConnectionModel() = default;

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : connectionColumnCount;
}

const ConnectionRecord &ConnectionModel::record(int row) const
{
    return m_store[m_rows[at(row)]];
}

Freshness ConnectionModel::freshness(const ConnectionRecord &record) const
{
    TimePoint since = record.heardAt;
    if (since >= m_pausedAt) // what came in the pause is new to the reader when it ends
        since = std::max(since, m_resumedAt);
    if (m_now - since >= freshTime)
        return Freshness::None;
    return record.hasEnded() ? Freshness::Ended : Freshness::New;
}

static QVariant sortValue(const ConnectionRecord &record, ConnectionColumn column, TimePoint now)
{
    if (column == ConnectionColumn::Local)
        return sortableAddress(record.info().local);
    if (column == ConnectionColumn::Peer)
        return sortableAddress(record.info().peer);
    const std::optional<qint64> number = cellNumber(record, column, now);
    return number ? QVariant(*number) : QVariant();
}

static QVariant fraction(const ConnectionRecord &record, ConnectionColumn column, TimePoint now)
{
    if (column != ConnectionColumn::NextDeadline)
        return {};
    const std::optional<double> left = deadlineFraction(record, now);
    return left ? QVariant(*left) : QVariant();
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionRecord &record = this->record(index.row());
    const auto column = static_cast<ConnectionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(record, column, m_now);
    case Qt::ToolTipRole:
        return cellToolTip(record, column, m_start);
    case Qt::AccessibleTextRole:
        return accessibleCellText(record, column, m_now);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case SortRole:
        return sortValue(record, column, m_now);
    case CategoryRole:
        return static_cast<int>(categoryOf(record));
    case FreshRole:
        return static_cast<int>(freshness(record));
    case FractionRole:
        return fraction(record, column, m_now);
    case IdRole:
        return QVariant::fromValue<qulonglong>(record.info().id);
    case ExportRole:
        return cellForExport(record, column, m_now);
    case ReasonRole:
        return record.hasEnded() ? QVariant(static_cast<int>(record.report->verdict.reason))
                                 : QVariant();
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= connectionColumnCount)
        return {};
    const auto column = static_cast<ConnectionColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(column);
    case Qt::ToolTipRole:
        return explanationText(column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case ExportRole:
        return QString(token(column));
    default:
        return {};
    }
}

void ConnectionModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= connectionColumnCount)
        m_order = {};
    else
        m_order = {static_cast<ConnectionColumn>(column), order};
    resort();
}

void ConnectionModel::apply(const Batch &batch)
{
    for (const Event &event : batch.events)
        m_latest = std::max(m_latest, event.mono);
    if (isPaused())
        hide(batch);
    else
        show(batch);
}

void ConnectionModel::show(const Batch &batch)
{
    m_now = m_latest;
    const ConnectionStore::Changes changes = m_store.apply(batch, m_now);
    m_rowOfSlot.resize(at(m_store.slotCount()), -1);
    m_orderIsOld = true;
    // After a big batch the next tick() does it, so that nobody has to wait for both.
    if (isResortDue() && batch.events.size() + batch.connections.size() <= smallBatch)
        resort();
    else
        placeAtEnd(changes);
    announceVisible();
    if (!changes.dropped.empty())
        emit droppedRowsChanged(m_store.dropped());
    emit updated();
}

void ConnectionModel::hide(const Batch &batch)
{
    const ConnectionStore::Changes changes = m_behind->apply(batch, m_latest);
    m_hidden.opened += changes.added.size();
    m_hidden.ended += changes.ended;
    m_hidden.changed += changes.updated;
    emit hiddenChangesChanged(m_hidden);
}

void ConnectionModel::tick(TimePoint now)
{
    m_latest = std::max(m_latest, now);
    if (isPaused())
        return;
    m_now = m_latest;
    // Live connections grow older than ended ones without any news.
    if (m_order.column == ConnectionColumn::Age)
        m_orderIsOld = true;
    if (isResortDue())
        resort();
    announceVisible();
}

void ConnectionModel::setVisibleRange(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

void ConnectionModel::setResortBlocked(bool blocked)
{
    m_resortBlocked = blocked;
}

void ConnectionModel::retranslate()
{
    m_filter.retranslate();
    resort();
    emit headerDataChanged(Qt::Horizontal, 0, connectionColumnCount - 1);
    announceVisible();
}

void ConnectionModel::setTextFilter(const QString &text)
{
    m_filter.setText(text);
    resort();
}

void ConnectionModel::setReasonFilter(std::optional<Reason> reason)
{
    m_filter.setReason(reason);
    resort();
}

void ConnectionModel::setEndpointFilter(std::vector<EndpointId> endpoints)
{
    m_filter.setEndpoints(std::move(endpoints));
    resort();
}

void ConnectionModel::setEndedHidden(bool hidden)
{
    m_filter.setEndedHidden(hidden);
    resort();
}

void ConnectionModel::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_hidden = {};
    if (paused) {
        m_behind = m_store;
        m_behind->mark();
        m_pausedAt = m_latest;
    } else {
        resume();
    }
    emit hiddenChangesChanged(m_hidden);
}

void ConnectionModel::resume()
{
    // A slot may have gone to another connection: the rows of those that left go first.
    std::vector<Slot> kept;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(kept), [this](Slot slot) {
        const ConnectionRecord &latest = (*m_behind)[slot];
        return !latest.dropped && latest.info().id == m_store[slot].info().id;
    });
    arrange(std::move(kept));

    const quint64 droppedBefore = m_store.dropped();
    m_store = *std::exchange(m_behind, std::nullopt);
    m_rowOfSlot.resize(at(m_store.slotCount()), -1);
    m_now = m_latest;
    m_resumedAt = m_now;
    resort();
    announceVisible();
    if (m_store.dropped() != droppedBefore)
        emit droppedRowsChanged(m_store.dropped());
    emit updated();
}

std::vector<ConnectionId> ConnectionModel::connections() const
{
    std::vector<ConnectionId> ids;
    for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
        if (!m_store[slot].dropped)
            ids.push_back(m_store[slot].info().id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::optional<int> ConnectionModel::rowOf(ConnectionId id) const
{
    const Slot slot = m_store.slotOf(id);
    if (slot < 0 || m_rowOfSlot[at(slot)] < 0)
        return std::nullopt;
    return m_rowOfSlot[at(slot)];
}

bool ConnectionModel::isResortDue() const
{
    return m_orderIsOld && !m_resortBlocked
        && (!m_lastResort || m_now - *m_lastResort >= resortInterval);
}

void ConnectionModel::resort()
{
    m_orderIsOld = false;
    m_lastResort = m_now;
    arrange(sortedSlots(m_store, m_filter, m_order, m_now));
}

void ConnectionModel::placeAtEnd(const ConnectionStore::Changes &changes)
{
    if (changes.added.empty() && changes.dropped.empty())
        return;
    // Not from the records: to look at all of them takes longer than all the rest.
    std::vector<bool> isDropped(m_rowOfSlot.size(), false);
    for (const Slot slot : changes.dropped)
        isDropped[at(slot)] = true;
    std::vector<Slot> order;
    order.reserve(m_rows.size() + changes.added.size());
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(order), [&](Slot slot) {
        return !isDropped[at(slot)];
    });
    std::copy_if(changes.added.begin(),
                 changes.added.end(),
                 std::back_inserter(order),
                 [&](Slot slot) {
                     return !isDropped[at(slot)] && m_filter.accepts(m_store[slot]);
                 });
    arrange(std::move(order));
}

/// Makes \a order the order of the rows: what is new comes at the end, what is to go is moved to
/// the end and leaves from there.
void ConnectionModel::arrange(std::vector<Slot> order)
{
    const int kept = static_cast<int>(order.size());
    std::vector<Slot> added;
    std::vector<bool> isKept(m_rowOfSlot.size(), false);
    for (const Slot slot : order) {
        isKept[at(slot)] = true;
        if (m_rowOfSlot[at(slot)] < 0)
            added.push_back(slot);
    }
    appendRows(added);
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(order), [&isKept](Slot slot) {
        return !isKept[at(slot)];
    });
    permuteRows(std::move(order));
    removeRowsFrom(kept);
}

void ConnectionModel::appendRows(const std::vector<Slot> &added)
{
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (const Slot slot : added) {
        m_rowOfSlot[at(slot)] = static_cast<int>(m_rows.size());
        m_rows.push_back(slot);
    }
    endInsertRows();
}

void ConnectionModel::permuteRows(std::vector<Slot> order)
{
    if (order == m_rows)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<Slot> before = std::exchange(m_rows, std::move(order));
    for (int row = 0; row < rowCount(); ++row)
        m_rowOfSlot[at(m_rows[at(row)])] = row;

    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from)
        to.append(createIndex(m_rowOfSlot[at(before[at(index.row())])], index.column()));
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void ConnectionModel::removeRowsFrom(int first)
{
    if (first == rowCount())
        return;
    beginRemoveRows({}, first, rowCount() - 1);
    for (int row = first; row < rowCount(); ++row)
        m_rowOfSlot[at(m_rows[at(row)])] = -1;
    m_rows.resize(at(first));
    endRemoveRows();
}

void ConnectionModel::announceVisible()
{
    const int first = std::max(0, m_firstVisible);
    const int last = std::min(rowCount() - 1, m_lastVisible);
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, connectionColumnCount - 1));
}

} // namespace Teardown
