// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectionmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

using namespace Teardown;

namespace {

using Ids = std::vector<ConnectionId>;

/// So low that slots are soon used again.
constexpr std::size_t endedLimit = 15;

/// What the model should show, worked out anew each time from a plain map.
class Reference
{
public:
    struct Entry
    {
        ConnectionSnapshot snapshot;
        std::optional<CloseReport> report;
    };

    void apply(const Batch &batch)
    {
        for (const Event &event : batch.events) {
            if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
                entries[opened->info.id].snapshot.info = opened->info;
            else if (const auto *ended = std::get_if<EndedEvent>(&event.body))
                end(*ended);
        }
        for (const ConnectionSnapshot &snapshot : batch.connections)
            entries[snapshot.info.id].snapshot = snapshot;
    }

    void end(const EndedEvent &event)
    {
        entries[event.info.id].report = *event.report;
        endedOrder.push_back(event.info.id);
        if (endedOrder.size() > endedLimit) {
            entries.erase(endedOrder.front());
            endedOrder.pop_front();
        }
    }

    bool passes(const Entry &entry) const
    {
        if (endedHidden && entry.report)
            return false;
        if (reason && !(entry.report && entry.report->verdict.reason == *reason))
            return false;
        return text.isEmpty() || entry.snapshot.info.peer.toString().contains(text);
    }

    Ids shown(ConnectionColumn column, Qt::SortOrder order) const
    {
        Ids ids;
        for (const auto &[id, entry] : entries) {
            if (passes(entry))
                ids.push_back(id);
        }
        std::stable_sort(ids.begin(), ids.end(), [=, this](ConnectionId a, ConnectionId b) {
            const QVariant left = key(entries.at(a), column);
            const QVariant right = key(entries.at(b), column);
            if (!left.isValid() || !right.isValid())
                return left.isValid() && !right.isValid();
            const auto compared = QVariant::compare(left, right);
            return order == Qt::AscendingOrder ? compared == QPartialOrdering::Less
                                               : compared == QPartialOrdering::Greater;
        });
        return ids;
    }

    std::map<ConnectionId, Entry> entries;
    std::deque<ConnectionId> endedOrder;
    std::optional<Reason> reason;
    QString text;
    bool endedHidden = false;

private:
    static QVariant key(const Entry &entry, ConnectionColumn column)
    {
        switch (column) {
        case ConnectionColumn::Id:
            return entry.snapshot.info.id;
        case ConnectionColumn::In:
            return entry.report ? entry.report->bytesIn : entry.snapshot.bytesIn;
        case ConnectionColumn::Unsent:
            return entry.report ? QVariant() : QVariant(entry.snapshot.unsent);
        case ConnectionColumn::Reason:
            return entry.report ? QVariant(static_cast<int>(entry.report->verdict.reason))
                                : QVariant();
        case ConnectionColumn::Peer: {
            const SocketAddress &peer = entry.snapshot.info.peer;
            return qulonglong{peer.address.toIPv4Address()} * 65'536 + peer.port;
        }
        default:
            return {};
        }
    }
};

constexpr std::array sortColumns{ConnectionColumn::Id,
                                 ConnectionColumn::In,
                                 ConnectionColumn::Unsent,
                                 ConnectionColumn::Reason,
                                 ConnectionColumn::Peer};

/// Does the same random things to a model and to the reference, and compares them.
class Churn
{
public:
    explicit Churn(quint32 seed)
        : m_random(seed)
    {
    }

    ConnectionModel model{start(), nullptr, endedLimit};

    void step()
    {
        m_time += m_random.bounded(400);
        switch (bounded(12)) {
        case 0:
            m_column = sortColumns[bounded(sortColumns.size())];
            m_order = bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            model.sort(static_cast<int>(m_column), m_order);
            break;
        case 1:
            m_reference.endedHidden = bounded(2) == 0;
            model.setEndedHidden(m_reference.endedHidden);
            break;
        case 2:
            m_reference.text = bounded(2) == 0 ? QString() : QStringLiteral("127.0.1.1");
            model.setTextFilter(m_reference.text);
            break;
        case 3:
            m_reference.reason = bounded(3) == 0 ? std::optional(Reason::PeerReset) : std::nullopt;
            model.setReasonFilter(m_reference.reason);
            break;
        case 4:
            model.setResortBlocked(bounded(2) == 0);
            break;
        case 5:
            togglePause();
            break;
        default:
            apply(batch());
            break;
        }
        model.tick(after(m_time));
    }

    /// Ends pauses and waits, until the model must show just what the reference says.
    void settle()
    {
        if (model.isPaused())
            togglePause();
        model.setResortBlocked(false);
        m_time += 1'000;
        model.tick(after(m_time));
    }

    Ids expected() const { return m_reference.shown(m_column, m_order); }

    Ids shown() const
    {
        Ids ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.push_back(model.id(row));
        return ids;
    }

    /// Each shown connection has one row, and the row knows its way back.
    bool isConsistent() const
    {
        std::set<ConnectionId> seen;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!seen.insert(model.id(row)).second || model.rowOf(model.id(row)) != row)
                return false;
        }
        return true;
    }

    ConnectionId anyShown() { return model.id(static_cast<int>(bounded(at(model.rowCount())))); }

private:
    static std::size_t at(int value) { return static_cast<std::size_t>(value); }

    std::size_t bounded(std::size_t limit)
    {
        return m_random.bounded(static_cast<quint32>(std::max<std::size_t>(1, limit)));
    }

    void togglePause()
    {
        model.setPaused(!model.isPaused());
        if (!model.isPaused()) {
            for (const Batch &batch : m_held)
                m_reference.apply(batch);
            m_held.clear();
        }
    }

    void apply(const Batch &batch)
    {
        model.apply(batch);
        if (model.isPaused())
            m_held.push_back(batch);
        else
            m_reference.apply(batch);
    }

    Batch batch()
    {
        Batch batch;
        for (std::size_t i = bounded(6); i > 0; --i) {
            m_live.push_back(++m_lastId);
            batch.events.push_back(opened(m_lastId));
        }
        for (std::size_t i = bounded(5); i > 0 && !m_live.empty(); --i) {
            const auto gone = m_live.begin() + static_cast<std::ptrdiff_t>(bounded(m_live.size()));
            CloseReport report = closeReport(allReasons[bounded(4)]);
            report.bytesIn = static_cast<qint64>(bounded(50));
            batch.events.push_back(ended(connectionInfo(*gone), report, after(500)));
            m_live.erase(gone);
        }
        for (const ConnectionId id : m_live) {
            if (bounded(3) != 0)
                continue;
            ConnectionSnapshot changed = snapshot(id);
            changed.bytesIn = static_cast<qint64>(bounded(50));
            changed.unsent = static_cast<qint64>(bounded(5));
            batch.connections.push_back(changed);
        }
        return batch;
    }

    QRandomGenerator m_random;
    Reference m_reference;
    std::vector<Batch> m_held;
    Ids m_live;
    ConnectionId m_lastId = 0;
    qint64 m_time = 0;
    ConnectionColumn m_column = ConnectionColumn::Id;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace

class tst_ConnectionModelChurn : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void rows_areThoseOfTheReference_data();
    void rows_areThoseOfTheReference();
};

void tst_ConnectionModelChurn::rows_areThoseOfTheReference_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ConnectionModelChurn::rows_areThoseOfTheReference()
{
    QFETCH(const quint32, seed);
    Churn churn(seed);
    const QAbstractItemModelTester tester(&churn.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    // The tester does not notice rows that come or go without a signal.
    int rows = 0;
    const auto count = [&rows](int sign) {
        return [&rows, sign](const QModelIndex &, int first, int last) {
            rows += sign * (last - first + 1);
        };
    };
    connect(&churn.model, &QAbstractItemModel::rowsInserted, &churn.model, count(1));
    connect(&churn.model, &QAbstractItemModel::rowsRemoved, &churn.model, count(-1));
    QItemSelectionModel selection(&churn.model);
    std::set<ConnectionId> selected;

    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 5; ++i) {
            churn.step();
            QVERIFY(churn.isConsistent());
            QCOMPARE(churn.model.rowCount(), rows);
        }
        // Whatever moved since: selected rows are still those of the same connections.
        for (const QModelIndex &index : selection.selectedRows())
            QVERIFY(selected.count(churn.model.id(index.row())) == 1);

        churn.settle();
        QCOMPARE(churn.shown(), churn.expected());
        if (churn.model.rowCount() > 0) {
            const ConnectionId id = churn.anyShown();
            selected.insert(id);
            selection.select(churn.model.index(*churn.model.rowOf(id), 0),
                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QVERIFY(!selected.empty());
}

QTEST_GUILESS_MAIN(tst_ConnectionModelChurn)
#include "tst_connectionmodelchurn.moc"
