// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectionorder.h"

#include "ui/models/connectioncell.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace Teardown {

namespace {

using Slot = ConnectionStore::Slot;

/// IP version, the two halves of the address, port: compares in natural order.
using AddressKey = std::array<quint64, 4>;

AddressKey addressKey(const SocketAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.address.toIPv4Address(&isIPv4);
    if (isIPv4)
        return {4, 0, ipv4, address.port};
    const Q_IPV6ADDR ipv6 = address.address.toIPv6Address();
    return {6, qFromBigEndian<quint64>(ipv6.c), qFromBigEndian<quint64>(ipv6.c + 8), address.port};
}

// Both turn the order of keys round, so that one comparison serves both directions and ties
// stay as they are.
qint64 reversed(qint64 key)
{
    return ~key;
}

AddressKey reversed(AddressKey key)
{
    for (quint64 &part : key)
        part = ~part;
    return key;
}

template <typename Key> struct Entry
{
    Key key;
    ConnectionId id;
    Slot slot;

    bool operator<(const Entry &other) const
    {
        return key != other.key ? key < other.key : id < other.id;
    }
};

template <typename Key> void sort(std::vector<Entry<Key>> &entries)
{
    // Between two re-sorts little moves in most columns.
    if (!std::is_sorted(entries.begin(), entries.end()))
        std::sort(entries.begin(), entries.end());
}

/// \a keyOf gives an optional Key; slots without one come last.
template <typename Key, typename KeyOf>
std::vector<Slot> sortedBy(KeyOf keyOf,
                           const ConnectionStore &store,
                           const RowFilter &filter,
                           Qt::SortOrder direction)
{
    std::vector<Entry<Key>> known;
    std::vector<Entry<Key>> unknown;
    known.reserve(static_cast<std::size_t>(store.slotCount()));
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        const ConnectionRecord &record = store[slot];
        if (record.dropped || !filter.accepts(record))
            continue;
        const std::optional<Key> key = keyOf(record);
        if (!key)
            unknown.push_back({Key{}, record.info().id, slot});
        else if (direction == Qt::AscendingOrder)
            known.push_back({*key, record.info().id, slot});
        else
            known.push_back({reversed(*key), record.info().id, slot});
    }
    sort(known);
    sort(unknown);

    std::vector<Slot> sorted;
    sorted.reserve(known.size() + unknown.size());
    for (const auto *entries : {&known, &unknown}) {
        for (const Entry<Key> &entry : *entries)
            sorted.push_back(entry.slot);
    }
    return sorted;
}

} // namespace

std::vector<Slot> sortedSlots(const ConnectionStore &store,
                              const RowFilter &filter,
                              const ConnectionOrder &order,
                              TimePoint now)
{
    // Ids are given in the order of arrival.
    const ConnectionColumn column = order.column.value_or(ConnectionColumn::Id);
    if (column == ConnectionColumn::Local || column == ConnectionColumn::Peer) {
        const auto keyOf = [column](const ConnectionRecord &record) -> std::optional<AddressKey> {
            const ConnectionInfo &info = record.info();
            const SocketAddress &address
                = column == ConnectionColumn::Local ? info.local : info.peer;
            if (address.isNull())
                return std::nullopt;
            return addressKey(address);
        };
        return sortedBy<AddressKey>(keyOf, store, filter, order.direction);
    }
    const auto keyOf = [column, now](const ConnectionRecord &record) {
        return cellNumber(record, column, now);
    };
    return sortedBy<qint64>(keyOf, store, filter, order.direction);
}

QString sortableAddress(const SocketAddress &address)
{
    if (address.isNull())
        return {};
    const AddressKey key = addressKey(address);
    QString sortable;
    for (const quint64 part : key)
        sortable += QStringLiteral("%1").arg(part, 16, 16, QLatin1Char('0'));
    return sortable;
}

} // namespace Teardown
