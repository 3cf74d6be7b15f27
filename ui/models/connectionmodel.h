// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"
#include "ui/models/connectionorder.h"
#include "ui/models/connectionstore.h"
#include "ui/models/roles.h"
#include "ui/models/rowfilter.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace Teardown {

/// How much a paused table holds back.
struct HiddenCounts
{
    quint64 opened = 0; ///< connections
    quint64 ended = 0; ///< connections
    quint64 changed = 0; ///< connections shown, with news

    bool isEmpty() const { return opened == 0 && ended == 0 && changed == 0; }
    bool operator==(const HiddenCounts &) const = default;
};

/// The connection table: live connections and the last ended ones, sorted and filtered.
///
/// Built for 10 000 rows that all change (DESIGN decision 6). A row is a position in the model's
/// own order, which refers to the slots of a ConnectionStore. New rows come at the end, rows leave
/// at the end, and everything between is one layoutChanged() a re-sort; persistent indexes, and
/// with them the selection, stay with their connection. Changed figures are announced for the
/// visible rows only: other listeners use updated().
///
/// Time stands still between calls of tick(). Lives in the main thread.
class ConnectionModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionModel)

public:
    /// \a start turns times into dates; at most \a endedLimit ended connections are kept.
    explicit ConnectionModel(const RunStart &start,
                             QObject *parent = nullptr,
                             std::size_t endedLimit = ConnectionStore::endedLimit);
    ~ConnectionModel() override;

    /// Automatic re-sorts are at least this far apart.
    static constexpr Milliseconds resortInterval{1'000};
    /// Events and snapshots; an apply() of more of them does not re-sort.
    static constexpr std::size_t smallBatch = 1'000;
    /// How long a row that is new or has ended stands out.
    static constexpr Milliseconds freshTime{3'000};

    // QAbstractItemModel

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Sorts by \a column now (see sortedSlots()); -1 is the order of arrival.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const ConnectionOrder &order() const { return m_order; }

    // Input

    /// Takes what happened. New rows appear at once, at the end until the next re-sort: at once
    /// when one is due, but after more than a smallBatch only in tick().
    void apply(const Teardown::Batch &batch);

    /// Steps the time to \a now: ages, time left, rows that stood out long enough, and a re-sort
    /// when one is due. Called several times a second by the view. No effect while paused.
    void tick(TimePoint now);

    /// Which rows the view shows, inclusive; only these get dataChanged().
    void setVisibleRange(int first, int last);

    /// While true, because the pointer is over the rows, no row moves unless the user asks for it;
    /// new ones stay at the end. Only rows beyond ConnectionStore::endedLimit leave all the same.
    void setResortBlocked(bool blocked);

    /// Headings and texts are said again in the language now installed.
    void retranslate();

    // Filters; a row must pass all of them. They act at once.

    /// Every word must be found in an address or in the state, role, service, ended by, wire or
    /// reason, as token or translated; upper and lower case are the same.
    void setTextFilter(const QString &text);
    QString textFilter() const { return m_filter.text(); }

    /// Only connections that ended for \a reason.
    void setReasonFilter(std::optional<Reason> reason);
    std::optional<Reason> reasonFilter() const { return m_filter.reason(); }

    /// Only connections of these endpoints; all when empty.
    void setEndpointFilter(std::vector<EndpointId> endpoints);

    void setEndedHidden(bool hidden);
    bool isEndedHidden() const { return m_filter.isEndedHidden(); }

    /// True when some filter is set, so that an empty table can say why.
    bool isFiltered() const { return m_filter.isActive(); }

    // Pause

    /// True holds rows, figures and times as they are; what happens meanwhile is kept and shown
    /// all at once when it ends.
    void setPaused(bool paused);
    bool isPaused() const { return m_behind.has_value(); }

    /// What is held back; all zero unless paused.
    const HiddenCounts &hiddenChanges() const { return m_hidden; }

    // Access

    /// The time shown.
    TimePoint now() const { return m_now; }

    int liveCount() const { return m_store.liveCount(); }
    int endedCount() const { return m_store.endedCount(); }

    /// Ended connections that left because there were too many (ConnectionStore::endedLimit).
    quint64 droppedRows() const { return m_store.dropped(); }

    /// \a row must exist.
    ConnectionId id(int row) const { return record(row).info().id; }
    const ConnectionInfo &info(int row) const { return record(row).info(); }
    /// The last one; of an ended connection the one before its end.
    const ConnectionSnapshot &snapshot(int row) const { return record(row).snapshot; }
    /// Null while it lives.
    std::shared_ptr<const CloseReport> report(int row) const { return record(row).report; }

    /// All of them, shown or not, in the order of their ids.
    std::vector<ConnectionId> connections() const;

    /// Empty when the connection is filtered out or gone.
    std::optional<int> rowOf(ConnectionId id) const;

    /// Whether it is shown or not; null when it is gone. Valid until the model changes.
    const ConnectionRecord *find(ConnectionId id) const { return m_store.find(id); }

    /// See ConnectionStore; null when the peer is no connection of this program.
    const ConnectionRecord *findOtherEnd(const ConnectionRecord &record) const
    {
        return m_store.findOtherEnd(record);
    }

    /// What the exports need.
    const RunStart &start() const { return m_start; }

signals:
    /// The shown figures of some connection changed: after apply(), and at the end of a pause.
    void updated();

    /// At the start and the end of a pause, and while it lasts.
    void hiddenChangesChanged(const Teardown::HiddenCounts &counts);

    /// droppedRows() grew.
    void droppedRowsChanged(quint64 dropped);

private:
    using Slot = ConnectionStore::Slot;

    const ConnectionRecord &record(int row) const;
    Freshness freshness(const ConnectionRecord &record) const;
    void show(const Batch &batch);
    void hide(const Batch &batch);
    void resume();
    bool isResortDue() const;
    void resort();
    void placeAtEnd(const ConnectionStore::Changes &changes);
    void arrange(std::vector<Slot> order);
    void appendRows(const std::vector<Slot> &added);
    void permuteRows(std::vector<Slot> order);
    void removeRowsFrom(int first);
    void announceVisible();

    RunStart m_start;
    TimePoint m_latest; ///< runs on in a pause
    TimePoint m_now; ///< what is shown
    ConnectionStore m_store; ///< what is shown
    std::optional<ConnectionStore> m_behind; ///< in a pause: what goes on behind it
    RowFilter m_filter;
    ConnectionOrder m_order;
    HiddenCounts m_hidden;
    TimePoint m_pausedAt = TimePoint::max(); ///< the last pause
    TimePoint m_resumedAt;
    std::vector<Slot> m_rows; ///< the order: slot by row
    std::vector<int> m_rowOfSlot; ///< its inverse, -1 for slots without a row
    std::optional<TimePoint> m_lastResort;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    bool m_orderIsOld = false;
    bool m_resortBlocked = false;
};

} // namespace Teardown
