// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QRegularExpression>
#include <QTest>

#include <netinet/tcp.h>

namespace Teardown {

using namespace std::chrono_literals;

namespace {

/// "1 8 9": the states by their numbers in <netinet/tcp.h>; "!" follows one seen to be a reset.
QString line(const StateHistory &history)
{
    QStringList states;
    for (const StateObservation &seen : history.all())
        states += QString(QString::number(seen.state) % (seen.isReset ? u"!"_qs : QString()));
    return states.join(u' ');
}

} // namespace

/// What a connection remembers of the states of our kernel's end.
class tst_StateHistory : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void state_thatStaysIsThereOnce();
    void reset_isRememberedWhenItIsSeenLater();
    void limit_leavesOutWhatComesAfter();
    void peersFin_isFollowedToTheEnd();
    void peersReset_isSeenToBeOne();
    void ourReset_isSeenToBeOne();
    void ourFin_comesFirst();
    void snapshot_carriesTheHistoryOfTheWatched();
};

void tst_StateHistory::state_thatStaysIsThereOnce()
{
    StateHistory history;
    history.note({.mono = TimePoint(1s), .state = TCP_ESTABLISHED});
    history.note({.mono = TimePoint(2s), .state = TCP_ESTABLISHED});
    history.note({.mono = TimePoint(3s), .state = TCP_CLOSE_WAIT});
    QCOMPARE(line(history), u"1 8");
    QCOMPARE(history.all().front().mono, TimePoint(1s));
}

/// A sample may find the socket closed before anybody has seen the error.
void tst_StateHistory::reset_isRememberedWhenItIsSeenLater()
{
    StateHistory history;
    history.note({.mono = TimePoint(1s), .state = TCP_CLOSE});
    history.note({.mono = TimePoint(2s), .state = TCP_CLOSE, .isReset = true});
    history.note({.mono = TimePoint(3s), .state = TCP_CLOSE});
    QCOMPARE(line(history), u"7!");
}

void tst_StateHistory::limit_leavesOutWhatComesAfter()
{
    StateHistory history;
    for (std::size_t count = 0; count <= StateHistory::limit; ++count)
        history.note({.mono = TimePoint(1s), .state = static_cast<quint8>(1 + count % 2)});
    QCOMPARE(history.all().size(), StateHistory::limit);
    QCOMPARE(history.all().back().state, quint8{2});
}

void tst_StateHistory::peersFin_isFollowedToTheEnd()
{
    ConnectionFixture connection;
    connection.script.readable = [](Connection &) {
    };
    connection.open();
    connection.peer.shutdownWrite();
    QTRY_COMPARE(connection->state(), ConnectionState::PeerHalfClosed);
    connection->close(Reason::PeerClosed);
    meanwhile([&] { return connection.peer.readToEnd(); });
    QVERIFY(connection.waitForEnd());
    // The last ACK may be here before anybody can look.
    const QString seen = line(connection.report().states);
    QVERIFY2(seen == u"1 8 9 7" || seen == u"1 8 7", qPrintable(seen));
}

void tst_StateHistory::peersReset_isSeenToBeOne()
{
    ConnectionFixture connection;
    connection.open();
    connection.peer.reset();
    QVERIFY(connection.waitForEnd());
    QCOMPARE(line(connection.report().states), u"1 7!");
}

void tst_StateHistory::ourReset_isSeenToBeOne()
{
    ConnectionFixture connection;
    connection.open();
    connection->reset(Reason::LocalReset);
    QCOMPARE(line(connection.report().states), u"1 7!");
}

void tst_StateHistory::ourFin_comesFirst()
{
    ConnectionFixture connection;
    connection.open();
    connection->close(Reason::LocalClose);
    QTRY_COMPARE(connection->state(), ConnectionState::FinSent);
    connection->sample();
    connection.peer.close();
    QVERIFY(connection.waitForEnd());
    // TCP_INFO calls TIME-WAIT CLOSE: that is what was seen, and no more.
    const QString seen = line(connection.report().states);
    const QStringList possible{u"1 4 5 7"_qs, u"1 4 7"_qs, u"1 5 7"_qs};
    QVERIFY2(possible.contains(seen), qPrintable(seen));
}

void tst_StateHistory::snapshot_carriesTheHistoryOfTheWatched()
{
    ConnectionFixture connection;
    connection.open();
    QVERIFY(!connection->snapshot().history);
    QVERIFY(connection->takeDirty());
    connection->setWatched(true);
    QVERIFY(connection->takeDirty());
    connection->addEvidence(Layer::Service, What::RequestBegun, "WORK 100");
    QVERIFY(connection->takeDirty());
    const auto history = connection->snapshot().history;
    QVERIFY(history);
    QCOMPARE(history->evidence.front().what, What::Accepted);
    QCOMPARE(history->evidence.back().detail, "WORK 100");
    QCOMPARE(line(history->states), u"1");
    connection->setWatched(false);
    QVERIFY(!connection->snapshot().history);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_StateHistory)

#include "tst_statehistory.moc"
