// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "ui/models/roles.h"

#include <QAbstractItemModel>

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

    /// Groups show the sums of their endpoints. IdRole is 0 for a group. CategoryRole tells a
    /// running endpoint (Open), one that drains (Lingering), a stopped (Unknown) and a failed one
    /// (Reset).
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
        Role role = Role::Server;
        QString host; ///< empty for clients
        std::vector<EndpointSnapshot> endpoints;
    };

    void add(const EndpointSnapshot &endpoint);
    void update(const QModelIndex &index, const EndpointSnapshot &endpoint);
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant endpointData(const EndpointSnapshot &endpoint, int column, int role) const;

    std::vector<Group> m_groups; ///< addresses as they came, clients last
};

} // namespace Teardown
