// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <deque>

namespace Teardown {

/// The journal: the last events, the newest at the end. Lives in the main thread.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventModel)

public:
    enum Column {
        Time, ///< local time with milliseconds; tooltip: the date
        Kind, ///< "opened", "ended" …
        Connection, ///< "#41"
        Text, ///< what happened, in one line
        ColumnCount
    };

    /// How many events are kept; beyond it the oldest leave.
    static constexpr int capacity = 10'000;

    explicit EventModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void apply(const Teardown::Batch &batch);

    /// While true no event is shown; the last \c capacity of them are kept for the end of the
    /// pause.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

    /// Events that came in the pause; 0 unless paused.
    quint64 hiddenCount() const { return m_hiddenCount; }

    /// Events that had to leave, or came in a pause too long for them.
    quint64 droppedCount() const { return m_droppedCount; }

    void clear();
    void retranslate();

    /// \a row must exist.
    const Event &at(int row) const { return m_events[static_cast<std::size_t>(row)]; }

signals:
    void hiddenCountChanged(quint64 count);

private:
    void append(const std::deque<Event> &events);
    std::deque<Event>::const_iterator firstKept(const std::deque<Event> &events);

    std::deque<Event> m_events;
    std::deque<Event> m_hidden;
    quint64 m_hiddenCount = 0;
    quint64 m_droppedCount = 0;
    bool m_paused = false;
};

} // namespace Teardown
