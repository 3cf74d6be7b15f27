// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectioncolumn.h"
#include "ui/models/rowfilter.h"

#include <QString>

#include <optional>
#include <vector>

namespace Teardown {

/// What the connection table is sorted by.
struct ConnectionOrder
{
    std::optional<ConnectionColumn> column; ///< none: as they arrived
    Qt::SortOrder direction = Qt::AscendingOrder;
};

/// The slots of \a store that pass \a filter, sorted. Ties are in the order of arrival, unknown
/// values come last in both directions.
std::vector<ConnectionStore::Slot> sortedSlots(const ConnectionStore &store,
                                               const RowFilter &filter,
                                               const ConnectionOrder &order,
                                               TimePoint now);

/// A string that sorts as \a address should: IPv4 before IPv6, then by number, then by port.
QString sortableAddress(const SocketAddress &address);

} // namespace Teardown
