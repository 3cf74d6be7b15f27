// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/statesightmodel.h"

#include "ui/models/quantities.h"

#include <algorithm>
#include <chrono>

namespace Teardown {

namespace {

QString columnTitle(int column)
{
    switch (column) {
    case StateSightModel::Time:
        return StateSightModel::tr("Time (s)");
    case StateSightModel::End:
        return StateSightModel::tr("End");
    case StateSightModel::State:
        return StateSightModel::tr("State");
    case StateSightModel::How:
        return StateSightModel::tr("How it came there");
    default:
        return {};
    }
}

} // namespace

StateSightModel::StateSightModel(const RunStart &start, QObject *parent)
    : QAbstractTableModel(parent)
    , m_start(start)
{
}

int StateSightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StateSightModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StateSightModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time ? absoluteTime(sight(row).time, m_start)
                                      : cellText(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "heading, value")
            .arg(columnTitle(index.column()), cellText(row, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant StateSightModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(section);
}

void StateSightModel::setPaths(TimePoint opened, std::vector<StatePath> paths)
{
    if (opened == m_opened && paths == m_paths)
        return;
    beginResetModel();
    m_opened = opened;
    m_paths = std::move(paths);
    m_rows.clear();
    for (std::size_t path = 0; path < m_paths.size(); ++path) {
        for (std::size_t index = 0; index < m_paths[path].sights.size(); ++index)
            m_rows.push_back({path, index});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row &a, const Row &b) {
        return sight(a).time < sight(b).time;
    });
    endResetModel();
}

void StateSightModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const StateSight &StateSightModel::sight(const Row &row) const
{
    return m_paths[row.path].sights[row.sight];
}

QString StateSightModel::cellText(const Row &row, int column) const
{
    switch (column) {
    case Time:
        return QString::number(std::chrono::duration<double>(sight(row).time - m_opened).count(),
                               'f',
                               3);
    case End:
        return m_paths[row.path].name;
    case State:
        return sightText(sight(row));
    case How:
        return stepText(m_paths[row.path], row.sight);
    default:
        return {};
    }
}

} // namespace Teardown
