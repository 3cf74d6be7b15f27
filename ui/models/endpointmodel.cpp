// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/endpointmodel.h"

#include "ui/models/category.h"
#include "ui/models/quantities.h"
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace Teardown {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString columnTitle(int column)
{
    switch (column) {
    case EndpointModel::Name:
        return QCoreApplication::translate("Teardown::EndpointModel", "Endpoint");
    case EndpointModel::State:
        return QCoreApplication::translate("Teardown::EndpointModel", "State");
    case EndpointModel::Open:
        return QCoreApplication::translate("Teardown::EndpointModel", "Open");
    case EndpointModel::Ended:
        return QCoreApplication::translate("Teardown::EndpointModel", "Ended");
    case EndpointModel::Rejected:
        return QCoreApplication::translate("Teardown::EndpointModel", "Rejected");
    default:
        return {};
    }
}

/// The figure of a column; 0 for columns without one.
quint64 figure(const EndpointSnapshot &endpoint, int column)
{
    switch (column) {
    case EndpointModel::Open:
        return static_cast<quint64>(std::max(0, endpoint.open));
    case EndpointModel::Ended:
        return endpoint.ended;
    case EndpointModel::Rejected:
        return endpoint.rejected;
    default:
        return 0;
    }
}

bool hasFigures(int column)
{
    return column >= EndpointModel::Open;
}

QString endpointName(const EndpointSnapshot &endpoint)
{
    const QString port = endpoint.port == 0 ? unknownText() : QString::number(endpoint.port);
    const QString service = displayText(endpoint.service);
    if (endpoint.role == Role::Server)
        return QStringLiteral(":%1 %2").arg(port, service);
    const QString host = escapedForDisplay(endpoint.host);
    // As in SocketAddress::toString(): the colons of an IPv6 address are not that of the port.
    return (host.contains(u':') ? QStringLiteral("[%1]:%2 %3") : QStringLiteral("%1:%2 %3"))
        .arg(host, port, service);
}

Category category(EndpointState state)
{
    switch (state) {
    case EndpointState::Starting:
    case EndpointState::Running:
        return Category::Open;
    case EndpointState::Draining:
        return Category::Lingering;
    case EndpointState::Stopped:
        return Category::Orderly;
    case EndpointState::Failed:
        return Category::Reset;
    }
    Q_UNREACHABLE();
}

QString cellText(const EndpointSnapshot &endpoint, int column)
{
    if (column == EndpointModel::Name)
        return endpointName(endpoint);
    if (column == EndpointModel::State)
        return displayText(endpoint.state);
    return QLocale().toString(figure(endpoint, column));
}

QString accessibleText(int column, const QString &value)
{
    return QCoreApplication::translate("Teardown::EndpointModel", "%1: %2", "heading, value")
        .arg(columnTitle(column), value);
}

QVariant endpointData(const EndpointSnapshot &endpoint, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(endpoint, column);
    case Qt::AccessibleTextRole:
        return accessibleText(column, cellText(endpoint, column));
    case Qt::ToolTipRole:
        return endpoint.error.isEmpty() ? displayText(endpoint.state)
                                        : escapedForDisplay(endpoint.error);
    case SortRole:
        return hasFigures(column) ? QVariant(figure(endpoint, column))
                                  : QVariant(cellText(endpoint, column));
    case CategoryRole:
        return static_cast<int>(category(endpoint.state));
    case IdRole:
        return QVariant::fromValue<qulonglong>(endpoint.id);
    default:
        return {};
    }
}

QVariant
groupData(const QString &name, const std::vector<EndpointSnapshot> &endpoints, int column, int role)
{
    const auto add = [column](quint64 sum, const EndpointSnapshot &endpoint) {
        return sum + figure(endpoint, column);
    };
    const quint64 sum = std::accumulate(endpoints.begin(), endpoints.end(), quint64{0}, add);
    QString text;
    if (column == EndpointModel::Name)
        text = name;
    else if (hasFigures(column))
        text = QLocale().toString(sum);

    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? QVariant() : accessibleText(column, text);
    case SortRole:
        return hasFigures(column) ? QVariant(sum) : QVariant(text);
    case IdRole:
        return QVariant::fromValue<qulonglong>(0);
    default:
        return {};
    }
}

} // namespace

EndpointModel::EndpointModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

// The internal id of a group's row is 0, that of an endpoint's row is the place of its group
// plus 1.

const EndpointModel::Group &EndpointModel::groupAt(int row) const
{
    return row == rowOf(clients) ? m_groups[clients] : m_groups[at(row) + 1];
}

int EndpointModel::rowOf(std::size_t group) const
{
    return static_cast<int>(group == clients ? m_groups.size() - 1 : group - 1);
}

QModelIndex EndpointModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr{0});
    const auto place = static_cast<std::size_t>(&groupAt(parent.row()) - m_groups.data());
    return createIndex(row, column, quintptr{place + 1});
}

QModelIndex EndpointModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(rowOf(index.internalId() - 1), 0, quintptr{0});
}

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return rowOf(clients) + (m_groups[clients].endpoints.empty() ? 0 : 1);
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(groupAt(parent.row()).endpoints.size());
}

int EndpointModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = hasFigures(index.column()) ? Qt::AlignRight : Qt::AlignLeft;
        return static_cast<int>((side | Qt::AlignVCenter).toInt());
    }
    if (const EndpointSnapshot *shown = endpoint(index))
        return endpointData(*shown, index.column(), role);
    const Group &group = groupAt(index.row());
    const QString name = group.host.isEmpty()
        ? QCoreApplication::translate("Teardown::EndpointModel", "clients")
        : escapedForDisplay(group.host);
    return groupData(name, group.endpoints, index.column(), role);
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(section);
}

void EndpointModel::apply(const Batch &batch)
{
    for (const EndpointSnapshot &endpoint : batch.endpoints) {
        const QModelIndex known = indexOf(endpoint.id);
        if (!known.isValid()) {
            add(endpoint);
            continue;
        }
        m_groups[known.internalId() - 1].endpoints[at(known.row())] = endpoint;
        announce(known);
    }
}

std::size_t EndpointModel::obtainGroup(const EndpointSnapshot &endpoint)
{
    if (endpoint.role == Role::Client)
        return clients;
    const auto found
        = std::find_if(m_groups.begin() + 1, m_groups.end(), [&endpoint](const Group &group) {
              return group.host == endpoint.host;
          });
    if (found != m_groups.end())
        return static_cast<std::size_t>(found - m_groups.begin());

    const int row = rowOf(clients);
    beginInsertRows({}, row, row);
    m_groups.push_back({endpoint.host, {}});
    endInsertRows();
    return m_groups.size() - 1;
}

void EndpointModel::add(const EndpointSnapshot &endpoint)
{
    const std::size_t place = obtainGroup(endpoint);
    std::vector<EndpointSnapshot> &endpoints = m_groups[place].endpoints;
    if (place == clients && endpoints.empty()) {
        // The group appears together with its first row: an empty one is not shown.
        const int row = rowOf(clients);
        beginInsertRows({}, row, row);
        endpoints.push_back(endpoint);
        endInsertRows();
        return;
    }
    const int row = static_cast<int>(endpoints.size());
    const QModelIndex group = createIndex(rowOf(place), 0, quintptr{0});
    beginInsertRows(group, row, row);
    endpoints.push_back(endpoint);
    endInsertRows();
    announce(index(row, 0, group));
}

void EndpointModel::announce(const QModelIndex &index)
{
    for (const QModelIndex &changed : {index, index.parent()})
        emit dataChanged(changed.siblingAtColumn(0), changed.siblingAtColumn(ColumnCount - 1));
}

void EndpointModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (const Group &group : m_groups) {
        for (const EndpointSnapshot &endpoint : group.endpoints)
            announce(indexOf(endpoint.id));
    }
}

std::vector<EndpointId> EndpointModel::endpoints(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (const EndpointSnapshot *single = endpoint(index))
        return {single->id};
    std::vector<EndpointId> ids;
    for (const EndpointSnapshot &endpoint : groupAt(index.row()).endpoints)
        ids.push_back(endpoint.id);
    return ids;
}

const EndpointSnapshot *EndpointModel::endpoint(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups[index.internalId() - 1].endpoints[at(index.row())];
}

const EndpointSnapshot *EndpointModel::endpoint(EndpointId id) const
{
    return endpoint(indexOf(id));
}

QModelIndex EndpointModel::indexOf(EndpointId id) const
{
    for (std::size_t place = 0; place < m_groups.size(); ++place) {
        const std::vector<EndpointSnapshot> &endpoints = m_groups[place].endpoints;
        const auto found = std::find_if(endpoints.begin(),
                                        endpoints.end(),
                                        [id](const EndpointSnapshot &one) { return one.id == id; });
        if (found != endpoints.end())
            return createIndex(static_cast<int>(found - endpoints.begin()), 0, quintptr{place + 1});
    }
    return {};
}

} // namespace Teardown
