// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/endings.h"
#include "tests/support/served.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <map>
#include <memory>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

constexpr int peersAtATime = 100;
constexpr qsizetype shownFailures = 20;

/// Shorter than a peer waits to see whether its buffer is full.
constexpr Milliseconds stall{60};

/// One connection of the battery.
struct Planned
{
    const Ending *ending = nullptr;
    unsigned seed = 0;
    QString key; ///< the peer's address
    Truth truth;
};

unsigned numberFromEnvironment(const char *name, unsigned otherwise)
{
    bool ok = false;
    const unsigned number = qEnvironmentVariable(name).toUInt(&ok);
    return ok ? number : otherwise;
}

/// Chooses by weight among the endings for which \a isWanted is true.
template <typename Wanted>
std::vector<Planned> plan(unsigned seed, unsigned count, const Wanted &isWanted)
{
    std::vector<int> weights;
    for (const Ending &ending : allEndings())
        weights.push_back(isWanted(ending) ? ending.weight : 0);
    std::minstd_rand random(seed);
    std::discrete_distribution<std::size_t> choose(weights.begin(), weights.end());
    std::vector<Planned> planned(count);
    for (Planned &one : planned) {
        one.ending = &allEndings()[choose(random)];
        one.seed = static_cast<unsigned>(random());
    }
    return planned;
}

} // namespace

/// Endings of every kind by plain sockets against the program, judged by what the peers know.
class tst_Endings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void everyEnding_getsItsVerdict_data();
    void everyEnding_getsItsVerdict();
    void randomEndings_getTheirVerdicts();
    void randomEndings_getTheirVerdictsFromAStallingServer();
    void everyConnection_endsOnce();
    void servers_endInGoodOrder();

private:
    void run(Planned &one) const;
    void runAll(std::vector<Planned> &planned) const;
    void judgeAll(const std::vector<Planned> &planned, unsigned seed) const;
    QString verdictOn(const Planned &one) const;

    std::map<BatteryServer, std::unique_ptr<Served>> m_servers;
};

void tst_Endings::initTestCase()
{
    for (const BatteryServer kind : allBatteryServers) {
        auto server = std::make_unique<Served>(optionsOf(kind));
        QVERIFY2(server->isListening(), server->program().errorOutput().constData());
        m_servers[kind] = std::move(server);
    }
}

void tst_Endings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_Endings::everyEnding_getsItsVerdict_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Ending &ending : allEndings())
        QTest::newRow(ending.name) << index++;
}

void tst_Endings::everyEnding_getsItsVerdict()
{
    QFETCH(const int, index);
    std::vector<Planned> planned(5);
    for (Planned &one : planned) {
        one.ending = &allEndings()[static_cast<std::size_t>(index)];
        one.seed = static_cast<unsigned>(&one - planned.data()) + 1;
    }
    runAll(planned);
    for (const Planned &one : planned) {
        const QString wrong = verdictOn(one);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void tst_Endings::randomEndings_getTheirVerdicts()
{
    const unsigned seed = numberFromEnvironment("TEARDOWN_SEED", std::random_device{}());
    const unsigned count = numberFromEnvironment("TEARDOWN_ENDINGS", 2'000);
    qInfo("%u endings, TEARDOWN_SEED=%u", count, seed);

    std::vector<Planned> planned = plan(seed, count, [](const Ending &) { return true; });
    runAll(planned);
    judgeAll(planned, seed);
}

void tst_Endings::randomEndings_getTheirVerdictsFromAStallingServer()
{
    const unsigned seed = numberFromEnvironment("TEARDOWN_SEED", std::random_device{}());
    const unsigned count = numberFromEnvironment("TEARDOWN_ENDINGS", 2'000) / 4;
    qInfo("%u endings, TEARDOWN_SEED=%u", count, seed);

    // Stopped again and again, the server finds several ends of a connection at once.
    std::vector<Planned> planned = plan(seed, count, [](const Ending &ending) {
        return ending.server == BatteryServer::Plain;
    });
    const ProgramRunner &program = m_servers.at(BatteryServer::Plain)->program();
    std::atomic<bool> done = false;
    std::thread staller([&] {
        while (!done) {
            program.sendSignal(SIGSTOP);
            std::this_thread::sleep_for(stall);
            program.sendSignal(SIGCONT);
            std::this_thread::sleep_for(stall);
        }
    });
    runAll(planned);
    done = true;
    staller.join();
    judgeAll(planned, seed);
}

void tst_Endings::everyConnection_endsOnce()
{
    for (const auto &[kind, server] : m_servers) {
        qsizetype opened = 0;
        qsizetype ended = 0;
        std::map<qint64, int> endsById;
        for (const QJsonObject &record : server->program().records()) {
            const QString event = record[QLatin1String("event")].toString();
            if (event == QLatin1String("opened"))
                ++opened;
            if (event == QLatin1String("ended")) {
                ++ended;
                QCOMPARE(++endsById[record[QLatin1String("id")].toInteger()], 1);
            }
        }
        QVERIFY(opened > 0);
        QCOMPARE(ended, opened);
    }
}

void tst_Endings::servers_endInGoodOrder()
{
    for (const auto &[kind, server] : m_servers) {
        server->program().sendSignal(SIGTERM);
        QCOMPARE(server->program().waitForExit().value_or(-1), 0);
        QCOMPARE(server->program().otherOutput(), QByteArray());
    }
}

void tst_Endings::judgeAll(const std::vector<Planned> &planned, unsigned seed) const
{
    QStringList failures;
    for (const Planned &one : planned) {
        if (const QString wrong = verdictOn(one); !wrong.isEmpty())
            failures << wrong;
    }
    const qsizetype total = failures.size();
    failures = failures.mid(0, shownFailures);
    QVERIFY2(total == 0,
             qPrintable(QStringLiteral("%1 of %2 wrong, seed %3:\n%4")
                            .arg(total)
                            .arg(planned.size())
                            .arg(seed)
                            .arg(failures.join(QLatin1Char('\n')))));
}

void tst_Endings::run(Planned &one) const
{
    RawPeer peer;
    one.key = peer.key();
    const SocketAddress &target = m_servers.at(one.ending->server)->address();
    const Observation connected = peer.connectTo(target, one.ending->receiveBuffer);
    if (!connected) {
        one.truth.problem = QStringLiteral("no connection: %1").arg(connected.toString());
        return;
    }
    std::minstd_rand random(one.seed);
    one.truth = one.ending->run(peer, random);
}

void tst_Endings::runAll(std::vector<Planned> &planned) const
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index; (index = next++) < planned.size();)
            run(planned[index]);
    };
    std::vector<std::thread> threads;
    threads.reserve(peersAtATime);
    for (int count = 0; count < peersAtATime; ++count)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
}

/// What is wrong with that connection; empty when nothing is.
QString tst_Endings::verdictOn(const Planned &one) const
{
    const QString name = QString::fromLatin1(one.ending->name);
    ProgramRunner &program = m_servers.at(one.ending->server)->program();
    const std::optional<QJsonObject> record = program.waitForEnded(one.key);
    if (!record)
        return QStringLiteral("%1: no ended record; the peer saw %2").arg(name, one.truth.problem);
    QString wrong = judge(one.truth, *record);
    if (program.endedOf(one.key).size() != 1)
        wrong += QStringLiteral(" more than one ended record;");
    if (wrong.isEmpty())
        return {};
    return QStringLiteral("%1:%2 %3")
        .arg(name, wrong, QString::fromUtf8(QJsonDocument(*record).toJson(QJsonDocument::Compact)));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Endings)
#include "tst_endings.moc"
