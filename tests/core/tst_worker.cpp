// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/plainpeer.h"
#include "core/monitor.h"
#include "core/net/worker.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace Teardown {

using namespace std::chrono_literals;

namespace {

/// What the events of a monitor say of its clients.
struct Clients
{
    std::vector<ConnectionId> opened;
    int ended = 0;
    QList<Reason> rejected;
    EndpointSnapshot endpoint; ///< the last one

    explicit Clients(Monitor &monitor)
    {
        QObject::connect(&monitor, &Monitor::batchTaken, &monitor, [this](const Batch &batch) {
            for (const Event &event : batch.events)
                count(event);
            if (!batch.endpoints.empty())
                endpoint = batch.endpoints.back();
        });
    }

    void count(const Event &event)
    {
        if (const auto *begun = std::get_if<OpenedEvent>(&event.body))
            opened.push_back(begun->info.id);
        else if (std::holds_alternative<EndedEvent>(event.body))
            ++ended;
        else if (const auto *refused = std::get_if<RejectedEvent>(&event.body))
            rejected.append(refused->reason);
    }

    int settled() const { return ended + static_cast<int>(rejected.size()); }
};

} // namespace

/// The clients of an I/O thread, from the order to dial them to their end.
class tst_Worker : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void drain_meetsClientsBeingDialled_data();
    void drain_meetsClientsBeingDialled();
    void stop_meetsClientsBeingDialled();
    void clientsOverTheCap_areNotAwaited();

private:
    static constexpr int crowd = Worker::dialsPerPass * 5;

    PlainListener m_listener{QHostAddress(QHostAddress::LocalHost)};
    HostAndPort m_target;
};

void tst_Worker::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    if (m_target.port != 0)
        return;
    QVERIFY(m_listener.listen(4096));
    m_target = {QStringLiteral("127.0.0.1"), m_listener.address().port};
}

void tst_Worker::drain_meetsClientsBeingDialled_data()
{
    QTest::addColumn<int>("passes");
    QTest::newRow("before the first is dialled") << 0;
    QTest::newRow("after some are") << 1;
}

void tst_Worker::drain_meetsClientsBeingDialled()
{
    QFETCH(const int, passes);
    Monitor monitor({.drainDeadline = 200ms, .workers = 1});
    monitor.setBatchInterval(1ms);
    Clients clients(monitor);
    QSignalSpy drained(&monitor, &Monitor::drained);
    QVERIFY(monitor.connectTo({.target = m_target, .count = crowd}));
    if (passes > 0)
        QTRY_VERIFY(!clients.opened.empty());
    monitor.requestDrain();
    QTRY_COMPARE(drained.size(), 1);
    QTRY_COMPARE(clients.settled(), crowd);
    for (const Reason reason : clients.rejected)
        QCOMPARE(token(reason), token(Reason::Drained));
    QVERIFY(passes > 0 || clients.rejected.size() >= crowd - Worker::dialsPerPass);
}

void tst_Worker::stop_meetsClientsBeingDialled()
{
    Monitor monitor({.workers = 1});
    Clients clients(monitor);
    const auto endpoint = monitor.connectTo({.target = m_target, .count = crowd});
    QVERIFY(endpoint);
    monitor.stopEndpoint(*endpoint);
    QTRY_COMPARE(clients.settled(), crowd);
    QVERIFY(!clients.rejected.empty());
    QCOMPARE(token(clients.rejected.front()), token(Reason::LocalReset));
}

void tst_Worker::clientsOverTheCap_areNotAwaited()
{
    Monitor monitor({.maxConnections = 2, .workers = 1});
    Clients clients(monitor);
    const auto endpoint = monitor.connectTo({.target = m_target, .count = 3});
    QVERIFY(endpoint);
    QTRY_COMPARE(clients.rejected.size(), 1);
    QCOMPARE(token(clients.endpoint.state), token(EndpointState::Running));
    QTRY_COMPARE(clients.opened.size(), 2u);
    monitor.end(clients.opened, CloseCommand::Reset);
    QTRY_COMPARE(clients.ended, 2);
    QCOMPARE(token(clients.endpoint.state), token(EndpointState::Stopped));
    QCOMPARE(clients.endpoint.rejected, 1u);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Worker)
#include "tst_worker.moc"
