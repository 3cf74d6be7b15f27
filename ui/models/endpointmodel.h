// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/eventbatch.h"
#include "ui/models/roles.h"

#include <QAbstractItemModel>

#include <cstddef>
#include <vector>

namespace Teardown {

/// The endpoints as a tree of two levels: an address with its listeners (":7400 line"), and
/// "clients" with one row for each target.
///
/// Endpoints are never taken away: a stopped listener can be started again. Lives in the main
/// thread.
class EndpointModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointModel)

public:
    enum Column { Name, State, Open, Ended, Rejected, ColumnCount };

    explicit EndpointModel(QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

    /// Groups show the sums of their endpoints. IdRole is 0 for a group. CategoryRole is Open for
    /// one that starts or runs, Lingering for one that drains, Orderly for a stopped and Reset for
    /// a failed one; a group has none.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void apply(const Teardown::Batch &batch);
    void retranslate();

    /// The endpoint of a row, or those of a group: what to filter by. Empty for an invalid index.
    std::vector<EndpointId> endpoints(const QModelIndex &index) const;

    /// The endpoint of a row; null for a group. Valid until the model changes.
    const EndpointSnapshot *endpoint(const QModelIndex &index) const;
    const EndpointSnapshot *endpoint(EndpointId id) const;

    /// Its first column; invalid when there is none.
    QModelIndex indexOf(EndpointId id) const;

private:
    struct Group
    {
        QString host; ///< empty for clients
        std::vector<EndpointSnapshot> endpoints;
    };

    static constexpr std::size_t clients = 0; ///< its place in m_groups

    const Group &groupAt(int row) const;
    int rowOf(std::size_t group) const;
    std::size_t obtainGroup(const EndpointSnapshot &endpoint);
    void add(const EndpointSnapshot &endpoint);
    void announce(const QModelIndex &index);

    /// Places in it never change, so that an index can name its group by it. The clients come
    /// first here and last in the view, and only once there are any.
    std::vector<Group> m_groups{1};
};

} // namespace Teardown
