// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/connectionstate.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Teardown;

class tst_ConnectionState : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void moves_areThoseOfTheDesign_data();
    void moves_areThoseOfTheDesign();
    void everyState_reachesEndedAndNoneLeavesIt();
    void everyState_hasADistinctToken();
};

void tst_ConnectionState::moves_areThoseOfTheDesign_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("allowed"); // C O P F S E, in the order of the states

    const auto row = [](const char *sentence, ConnectionState from, const char *allowed) {
        QTest::newRow(sentence) << static_cast<int>(from) << QString::fromLatin1(allowed);
    };
    row("connecting opens or ends", ConnectionState::Connecting, ".O...E");
    row("open half closes, flushes or ends", ConnectionState::Open, "..PF.E");
    row("peer half closed flushes or ends", ConnectionState::PeerHalfClosed, "...F.E");
    row("flushing shuts or ends", ConnectionState::Flushing, "....SE");
    row("fin sent ends", ConnectionState::FinSent, ".....E");
    row("ended stays", ConnectionState::Ended, "......");
}

void tst_ConnectionState::moves_areThoseOfTheDesign()
{
    QFETCH(const int, from);
    QFETCH(const QString, allowed);

    QString actual;
    for (const ConnectionState to : allConnectionStates) {
        const QChar letter = QStringLiteral("COPFSE").at(static_cast<int>(to));
        actual += isAllowedMove(static_cast<ConnectionState>(from), to) ? letter : QChar(u'.');
    }
    QCOMPARE(actual, allowed);
}

void tst_ConnectionState::everyState_reachesEndedAndNoneLeavesIt()
{
    for (const ConnectionState state : allConnectionStates) {
        QCOMPARE(isAllowedMove(state, ConnectionState::Ended), state != ConnectionState::Ended);
        QVERIFY(!isAllowedMove(ConnectionState::Ended, state));
    }
}

void tst_ConnectionState::everyState_hasADistinctToken()
{
    QSet<QString> tokens;
    for (const ConnectionState state : allConnectionStates)
        tokens.insert(token(state));
    QCOMPARE(tokens.size(), qsizetype{allConnectionStates.size()});
}

QTEST_GUILESS_MAIN(tst_ConnectionState)
#include "tst_connectionstate.moc"
