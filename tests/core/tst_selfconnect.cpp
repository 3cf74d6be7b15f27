// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/privatenetwork.h"
#include "core/monitor.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

namespace Teardown {

/// What connects to a port nobody listens on, and gets that very port from the kernel for its own
/// end, meets itself. A network with two ports makes that likely.
class tst_SelfConnect : public QObject
{
    Q_OBJECT

public:
    explicit tst_SelfConnect(const Result<std::unique_ptr<PrivateNetwork>> &network)
        : m_network(network)
    {
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void nobodyListens_isRefused_data();
    void nobodyListens_isRefused();

private:
    const Result<std::unique_ptr<PrivateNetwork>> &m_network;
};

void tst_SelfConnect::nobodyListens_isRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1");
    QTest::newRow("IPv6") << QStringLiteral("::1");
    QTest::newRow("IPv4 within IPv6") << QStringLiteral("::ffff:127.0.0.1");
    QTest::newRow("any") << QStringLiteral("0.0.0.0");
}

void tst_SelfConnect::nobodyListens_isRefused()
{
    QFETCH(const QString, host);
    if (!m_network)
        QSKIP(qPrintable(m_network.error()));
    PrivateNetwork &network = **m_network;
    const NamespaceVisit there = network.visit(LabSide::Client);
    QCOMPARE(network.setSysctl(LabSide::Client, "ip_local_port_range", "32768 60999"), 0);
    Monitor monitor({.workers = 1});
    QVERIFY(monitor.endGateWorks()); // it has tried with ports of its own
    QCOMPARE(network.setSysctl(LabSide::Client, "ip_local_port_range", "40000 40001"), 0);

    int opened = 0;
    std::vector<CloseReport> ends;
    connect(&monitor, &Monitor::batchTaken, this, [&](const Batch &batch) {
        for (const Event &event : batch.events) {
            opened += std::holds_alternative<OpenedEvent>(event.body) ? 1 : 0;
            if (const auto *ended = std::get_if<EndedEvent>(&event.body))
                ends.push_back(*ended->report);
        }
    });
    int metItself = 0;
    for (std::size_t turn = 1; turn <= 10; ++turn) {
        QVERIFY(monitor.connectTo({.target = {host, 40'000}}));
        QTRY_COMPARE(ends.size(), turn);
        const CloseReport &report = ends.back();
        QCOMPARE(token(report.verdict.reason), token(Reason::ConnectRefused));
        QCOMPARE(token(report.verdict.wire), token(Wire::Rst));
        for (const Evidence &evidence : report.evidence)
            metItself += evidence.detail.endsWith(" self-connect") ? 1 : 0;
    }
    QCOMPARE(opened, 0);
    QVERIFY(metItself > 0);
}

} // namespace Teardown

int main(int argc, char **argv)
{
    // Qt Test starts a thread, after which no user namespace can be entered.
    const auto network = Teardown::PrivateNetwork::make();
    const QCoreApplication application(argc, argv);
    Teardown::tst_SelfConnect test(network);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_selfconnect.moc"
