// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/epolldispatcher.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/meanwhile.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <utility>

namespace Teardown {

using namespace std::chrono_literals;

namespace {

enum class Call { Close, CloseWhenIdle, HalfClose, Reset, Send, Read, Drain };
enum class Place { Opened, Readable, Writable, Finish, Ended, EndedLater };

const std::pair<Call, const char *> calls[]{{Call::Close, "close"},
                                            {Call::CloseWhenIdle, "closeWhenIdle"},
                                            {Call::HalfClose, "halfClose"},
                                            {Call::Reset, "reset"},
                                            {Call::Send, "send"},
                                            {Call::Read, "read"},
                                            {Call::Drain, "drain"}};

const std::pair<Place, const char *> places[]{{Place::Opened, "opened()"},
                                              {Place::Readable, "readable()"},
                                              {Place::Writable, "writable()"},
                                              {Place::Finish, "finish()"},
                                              {Place::Ended, "ended, by reset"},
                                              {Place::EndedLater, "ended, by both FINs"}};

void make(Call call, Connection &connection)
{
    switch (call) {
    case Call::Close:
        connection.close(Reason::LocalClose);
        break;
    case Call::CloseWhenIdle:
        connection.closeWhenIdle(Reason::LocalClose);
        break;
    case Call::HalfClose:
        connection.halfClose();
        break;
    case Call::Reset:
        connection.reset(Reason::LocalReset);
        break;
    case Call::Send:
        connection.send("from inside");
        break;
    case Call::Read:
        connection.read(1'000);
        break;
    case Call::Drain:
        connection.drain(connection.now() + 10s);
        break;
    }
}

/// The reason two calls have to lead to; without a reason of ours the peer's FIN ends it.
Reason reasonOf(Call first, Call second, Reason without)
{
    if (first == Call::Reset || second == Call::Reset)
        return Reason::LocalReset;
    for (const Call call : {first, second}) {
        if (call != Call::Send && call != Call::Read)
            return call == Call::Drain ? Reason::Drained : Reason::LocalClose;
    }
    return without;
}

} // namespace

/// Whatever is called from whatever call or slot, a connection ends once, and by the right reason.
class tst_ConnectionReentrancy : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void callsInside_endOnce_data();
    void callsInside_endOnce();
    void deletionInside_endsAtMostOnce_data();
    void deletionInside_endsAtMostOnce();
    void deleteLaterInEnded_isAllowed();
    void deletedAlive_isResetWithoutAReport();
    void endInsideTheFin_isTheOnlyEnd();
};

void tst_ConnectionReentrancy::callsInside_endOnce_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<Call>("first");
    QTest::addColumn<Call>("second");
    for (const auto &[place, where] : places) {
        for (const auto &[first, name] : calls) {
            for (const auto &[second, secondName] : calls)
                QTest::addRow("%s, %s in %s", name, secondName, where) << place << first << second;
        }
    }
}

void tst_ConnectionReentrancy::callsInside_endOnce()
{
    QFETCH(const Place, place);
    QFETCH(const Call, first);
    QFETCH(const Call, second);

    ConnectionFixture connection;
    bool wasThere = false;
    const auto act = [&](Connection &inside) {
        if (std::exchange(wasThere, true))
            return;
        make(first, inside);
        make(second, inside);
    };
    const auto actWhen = [&](Place here) {
        return [&act, isHere = place == here](Connection &inside) {
            if (isHere)
                act(inside);
        };
    };
    connection.script.opened = actWhen(Place::Opened);
    connection.script.writable = actWhen(Place::Writable);
    connection.script.readable = [&](Connection &inside) {
        actWhen(Place::Readable)(inside);
        throwInputAway(inside);
    };
    connection.script.finish = [&](Connection &inside, Reason reason) {
        actWhen(Place::Finish)(inside);
        inside.close(reason);
    };
    connect(&*connection, &Connection::ended, this, [&] {
        actWhen(Place::Ended)(*connection);
        actWhen(Place::EndedLater)(*connection);
    });

    connection.open();
    connection->send("makes it writable"); // and is refused after an end inside opened()
    connection.peer.send("makes it readable");
    if (place == Place::Finish)
        connection->closeWhenIdle(Reason::LocalClose);
    else if (place == Place::Ended)
        connection->reset(Reason::LocalReset);
    else if (place != Place::EndedLater)
        QTRY_VERIFY(wasThere);
    connection.peer.shutdownWrite();
    meanwhile([&] { return connection.peer.readToEnd(); });
    connection.peer.close();

    QVERIFY(connection.waitForEnd());
    QVERIFY(wasThere);
    QCoreApplication::processEvents();
    QCOMPARE(connection.reports.size(), 1);
    QCOMPARE(connection->state(), ConnectionState::Ended);
    const Reason without = place == Place::Finish ? Reason::LocalClose : Reason::PeerClosed;
    const Reason expected = place == Place::Ended ? Reason::LocalReset
        : place == Place::EndedLater              ? Reason::PeerClosed
                                                  : reasonOf(first, second, without);
    QCOMPARE(token(connection.report().verdict.reason), token(expected));
    QCOMPARE(connection.report().verdict.grade, Grade::Observed);
    QCOMPARE(count(connection.report(), What::SocketClosed)
                 + count(connection.report(), What::RstSent),
             1);
}

void tst_ConnectionReentrancy::deletionInside_endsAtMostOnce_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<Call>("call");
    for (const auto &[place, where] : places) {
        for (const auto &[call, name] : calls)
            QTest::addRow("%s, deleteLater in %s", name, where) << place << call;
    }
}

void tst_ConnectionReentrancy::deletionInside_endsAtMostOnce()
{
    QFETCH(const Place, place);
    QFETCH(const Call, call);

    ConnectionFixture connection;
    const QPointer<Connection> alive(&*connection);
    bool wasThere = false;
    const auto actWhen = [&](bool isHere) {
        return [&, isHere](Connection &inside) {
            if (!isHere || std::exchange(wasThere, true))
                return;
            make(call, inside);
            connection.deleteLater();
        };
    };
    connection.script.opened = actWhen(place == Place::Opened);
    connection.script.readable = actWhen(place == Place::Readable);
    connection.script.writable = actWhen(place == Place::Writable);
    connection.script.finish = [act = actWhen(place == Place::Finish)](Connection &inside, Reason) {
        act(inside);
    };
    connect(&*connection,
            &Connection::ended,
            this,
            [&, act = actWhen(place == Place::Ended || place == Place::EndedLater)] {
                act(*alive);
            });

    connection.open();
    if (!wasThere)
        connection->send("makes it writable");
    connection.peer.send("makes it readable");
    if (place == Place::Finish)
        connection->closeWhenIdle(Reason::LocalClose);
    else if (place == Place::Ended)
        connection->reset(Reason::LocalReset);
    else if (place == Place::EndedLater)
        connection->close(Reason::LocalClose);
    connection.peer.shutdownWrite();
    const Observation seen = meanwhile([&] { return connection.peer.readToEnd(); });
    connection.peer.close();

    QVERIFY2(seen.end != Observation::End::TimeLimit, qPrintable(seen.toString()));
    QTRY_VERIFY(!alive);
    QVERIFY(wasThere);
    QVERIFY(connection.reports.size() <= 1);
}

void tst_ConnectionReentrancy::deleteLaterInEnded_isAllowed()
{
    SteadyClock clock;
    Deadlines deadlines(clock);
    ThreadContext context{.deadlines = deadlines};
    QPointer<Connection> connection
        = new Connection({}, std::make_shared<const ConnectionSettings>(), context);
    connect(connection, &Connection::ended, connection, &QObject::deleteLater);
    connection->failConnect(ECONNREFUSED);
    QTRY_VERIFY(!connection);
}

void tst_ConnectionReentrancy::deletedAlive_isResetWithoutAReport()
{
    ConnectionFixture connection;
    connection.open();
    connection->send(QByteArray(1'000'000, 'x'));
    connection.destroy();
    QCOMPARE(connection.peer.waitForReset().error, ECONNRESET);
    QCOMPARE(connection.reports.size(), 0);
}

void tst_ConnectionReentrancy::endInsideTheFin_isTheOnlyEnd()
{
    // The gate has FIN and RST to tell at once; the service ends it at the first.
    ConnectionFixture connection;
    connection.script.readable = [](Connection &inside) {
        inside.reset(Reason::ProtocolError);
    };
    connection.open();
    connection.peer.shutdownWrite();
    connection.peer.reset();
    QVERIFY(connection.waitForEnd());
    QCoreApplication::processEvents();
    QCOMPARE(connection.reports.size(), 1);
    QCOMPARE(token(connection.report().verdict.reason), token(Reason::ProtocolError));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ConnectionReentrancy)
#include "tst_connectionreentrancy.moc"
