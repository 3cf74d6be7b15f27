// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <vector>

namespace Teardown {

/// How many connections ended for each reason, the most frequent first.
///
/// Only reasons that occurred have a row. The order changes at most once a second. FractionRole is
/// the share of the most frequent reason, for the length of a bar. Lives in the main thread.
class ReasonModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonModel)

public:
    enum Column {
        Title, ///< tooltip: one line that explains the reason
        Count,
        Share, ///< of all that ended: "61 %"
        ColumnCount
    };

    explicit ReasonModel(QObject *parent = nullptr);

    /// Re-sorts are at least this far apart.
    static constexpr Milliseconds resortInterval{1'000};

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

    /// Qt::CheckStateRole of the first column is Qt::Checked for the selected reason.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void apply(const Teardown::Batch &batch);

    /// Re-sorts when it is due. Called several times a second by the view.
    void tick(TimePoint now);

    void retranslate();

    /// The reason the table is filtered by.
    void setSelected(std::optional<Reason> reason);
    std::optional<Reason> selected() const { return m_selected; }

    /// Selects \a reason, or nothing if it is selected already: a click on its bar.
    void toggle(Reason reason);

    /// \a row must exist.
    Reason reason(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    quint64 count(Reason reason) const { return m_counts[static_cast<std::size_t>(reason)]; }
    quint64 total() const { return m_total; }

signals:
    void selectedChanged(std::optional<Teardown::Reason> reason);

private:
    QVariant cell(int row, int column) const;
    QString shareText(Reason reason) const;
    void announceAll();
    void resortIfDue();
    void resort();

    std::array<quint64, allReasons.size()> m_counts{};
    std::vector<Reason> m_rows;
    std::optional<Reason> m_selected;
    TimePoint m_now;
    std::optional<TimePoint> m_lastResort;
    quint64 m_total = 0;
};

} // namespace Teardown
