// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/roles.h"
#include "ui/models/statepath.h"

#include <QAbstractTableModel>

namespace Teardown {

/// The states of both ends of a connection in the order they were seen: the state diagram for
/// whoever reads better in rows. Lives in the main thread.
class StateSightModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateSightModel)

public:
    enum Column {
        Time, ///< seconds since the connection was opened: "0.412"; tooltip: the date
        End, ///< whose
        State,
        How, ///< by which arrow of RFC 9293, or that it was not observed
        ColumnCount
    };

    explicit StateSightModel(const RunStart &start, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Shows \a paths of a connection opened at \a opened. The same again changes nothing.
    void setPaths(TimePoint opened, std::vector<StatePath> paths);

    void retranslate();

private:
    /// A sight of m_paths.
    struct Row
    {
        std::size_t path;
        std::size_t sight;
    };

    const StateSight &sight(const Row &row) const;
    QString cellText(const Row &row, int column) const;

    RunStart m_start;
    TimePoint m_opened;
    std::vector<StatePath> m_paths;
    std::vector<Row> m_rows; ///< in the order of time
};

} // namespace Teardown
