// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// What a call of the connection table costs the GUI thread under full load, beside the same load on
// a plain model below a QSortFilterProxyModel: every live row changes ten times a second, 10 000
// connections open and end each second, the table is sorted by a column that changes all the time.
//
// usage: models [ROUNDS]; a round is a tenth of a second of the load.

#include "tests/bench/batchload.h"
#include "ui/models/connectioncell.h"
#include "ui/models/connectionmodel.h"

#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Teardown;

namespace {

constexpr int visibleRows = 40;
constexpr auto sortColumn = ConnectionColumn::In;

/// The obvious way: one signal for each change, sorted by a proxy above.
class PlainModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : connectionColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const ConnectionRecord &record = m_rows[static_cast<std::size_t>(index.row())];
        const auto column = static_cast<ConnectionColumn>(index.column());
        if (role == Qt::DisplayRole)
            return cellText(record, column, m_now);
        if (role != SortRole)
            return {};
        const std::optional<qint64> number = cellNumber(record, column, m_now);
        return number ? QVariant(*number) : QVariant();
    }

    void apply(const Batch &batch, TimePoint now)
    {
        m_now = now;
        for (const Event &event : batch.events) {
            if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
                add(opened->info);
            else if (const auto *ended = std::get_if<EndedEvent>(&event.body))
                remove(ended->info.id);
        }
        for (const ConnectionSnapshot &snapshot : batch.connections) {
            const int row = m_rowOf.value(snapshot.info.id);
            m_rows[static_cast<std::size_t>(row)].snapshot = snapshot;
            emit dataChanged(index(row, 0), index(row, connectionColumnCount - 1));
        }
    }

private:
    void add(const ConnectionInfo &info)
    {
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_rows.emplace_back().snapshot.info = info;
        m_rowOf.insert(info.id, row);
        endInsertRows();
    }

    /// The last row takes the place of the removed one, so that the row numbers hold.
    void remove(ConnectionId id)
    {
        const int row = m_rowOf.take(id);
        const int last = rowCount() - 1;
        if (row != last) {
            m_rows[static_cast<std::size_t>(row)] = m_rows.back();
            m_rowOf[m_rows.back().info().id] = row;
            emit dataChanged(index(row, 0), index(row, connectionColumnCount - 1));
        }
        beginRemoveRows({}, last, last);
        m_rows.pop_back();
        endRemoveRows();
    }

    std::vector<ConnectionRecord> m_rows;
    QHash<ConnectionId, int> m_rowOf;
    TimePoint m_now;
};

struct Times
{
    std::vector<double> milliseconds;

    void measure(const std::function<void()> &call)
    {
        // Time of this processor alone: what else runs on the machine does not count.
        const std::clock_t begin = std::clock();
        call();
        milliseconds.push_back(1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    double worst() const { return *std::max_element(milliseconds.begin(), milliseconds.end()); }
    double median()
    {
        const auto middle
            = milliseconds.begin() + static_cast<std::ptrdiff_t>(milliseconds.size() / 2);
        std::nth_element(milliseconds.begin(), middle, milliseconds.end());
        return *middle;
    }
};

/// What a view of the first rows asks for at each repaint, and a selection to be kept.
class Onlooker
{
public:
    explicit Onlooker(QAbstractItemModel &model)
        : m_model(model)
        , m_selection(&model)
    {
        for (int row = 0; row < std::min(100, model.rowCount()); ++row)
            m_selection.select(model.index(row * 7 % model.rowCount(), 0),
                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    void repaint() const
    {
        for (int row = 0; row < std::min(visibleRows, m_model.rowCount()); ++row) {
            for (int column = 0; column < connectionColumnCount; ++column)
                m_model.index(row, column).data(Qt::DisplayRole);
        }
    }

private:
    QAbstractItemModel &m_model;
    QItemSelectionModel m_selection;
};

struct Case
{
    const char *name;
    int live;
    bool endedHidden;
};

void report(const char *what, Times &times)
{
    std::printf("    %-34s median %8.2f ms   worst %8.2f ms\n",
                what,
                times.median(),
                times.worst());
}

Times runOwn(const Case &one, int rounds)
{
    ConnectionModel model{start()};
    model.setEndedHidden(one.endedHidden);
    model.sort(static_cast<int>(sortColumn), Qt::DescendingOrder);
    model.setVisibleRange(0, visibleRows - 1);
    BatchLoad load(one.live, runStart);
    model.apply(load.first());
    // Until the ended rows are at their limit, so that rows are dropped as fast as they come.
    while (model.droppedRows() == 0)
        model.apply(load.next());
    const Onlooker onlooker(model);

    Times rounded;
    Times applying;
    Times ticking;
    for (int round = 0; round < rounds; ++round) {
        const Batch batch = load.next();
        Times parts;
        parts.measure([&] { model.apply(batch); });
        parts.measure([&] { model.tick(load.time()); });
        applying.milliseconds.push_back(parts.milliseconds[0]);
        ticking.milliseconds.push_back(parts.milliseconds[1]);
        rounded.measure([&] { onlooker.repaint(); });
        rounded.milliseconds.back() += parts.milliseconds[0] + parts.milliseconds[1];
    }
    std::printf("  %d rows\n", model.rowCount());
    report("apply()", applying);
    report("tick()", ticking);
    report("a round, with the visible cells", rounded);

    Times typing;
    for (const char *text : {"127", "127.0.1.12", "peer", "nothing at all", ""})
        typing.measure([&] { model.setTextFilter(QString::fromLatin1(text)); });
    report("setTextFilter()", typing);

    Times resuming;
    Times pausing;
    pausing.measure([&] { model.setPaused(true); });
    report("begin of a pause", pausing);
    for (int round = 0; round < 50; ++round)
        model.apply(load.next());
    resuming.measure([&] { model.setPaused(false); });
    report("end of a pause of 5 s", resuming);
    return rounded;
}

/// Re-sorted once a second as the own model is; dynamic: at each signal, as it is by default.
Times runProxy(const Case &one, int rounds, bool dynamic)
{
    PlainModel source;
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&source);
    proxy.setSortRole(SortRole);
    proxy.setDynamicSortFilter(dynamic);
    BatchLoad load(one.live, runStart);
    source.apply(load.first(), load.time());
    proxy.sort(static_cast<int>(sortColumn), Qt::DescendingOrder);
    const Onlooker onlooker(proxy);

    Times rounded;
    for (int round = 0; round < rounds; ++round) {
        const Batch batch = load.next();
        rounded.measure([&] {
            source.apply(batch, load.time());
            if (!dynamic && round % 10 == 0)
                proxy.sort(static_cast<int>(sortColumn), Qt::DescendingOrder);
            onlooker.repaint();
        });
    }
    report(dynamic ? "proxy, dynamic, a round" : "proxy, sorted at 1 Hz, a round", rounded);
    return rounded;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 100;
    constexpr std::array cases{
        Case{"10 000 live rows, all changing", 10'000, true},
        Case{"50 000 live rows, all changing", 50'000, true},
        Case{"10 000 live rows, all changing, and 50 000 ended", 10'000, false},
    };
    for (const Case &one : cases) {
        std::printf("%s\n", one.name);
        Times own = runOwn(one, rounds);
        if (!one.endedHidden)
            continue; // the plain model keeps no ended rows
        Times proxy = runProxy(one, rounds, false);
        std::printf("    proxy : own                        median %8.1f      worst %8.1f\n",
                    proxy.median() / own.median(),
                    proxy.worst() / own.worst());
        if (one.live <= 10'000) // a round takes seconds: one is enough to know
            runProxy(one, 1, true);
        std::fflush(stdout);
    }
    return 0;
}

#include "models.moc"
