// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/category.h"
#include "ui/models/connectioncolumn.h"
#include "ui/models/elsewhere.h"
#include "ui/models/labtexts.h"
#include "ui/models/texts.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Teardown;

class tst_Texts : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyValue_hasItsOwnText_data();
    void everyValue_hasItsOwnText();
    void holdup_saysWhy_data();
    void holdup_saysWhy();
    void draining_isSaidUntilOurFinIsOut_data();
    void draining_isSaidUntilOurFinIsOut();
    void labTime_isMeasuredAsItIsRounded_data();
    void labTime_isMeasuredAsItIsRounded();
    void reasons_haveAnExplanationAndACategory();
    void categories_haveTheirShapes();
};

template <typename Values> static QStringList textsOf(const Values &values)
{
    QStringList texts;
    for (const auto value : values)
        texts += displayText(value);
    return texts;
}

void tst_Texts::everyValue_hasItsOwnText_data()
{
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("roles") << textsOf(std::array{Role::Server, Role::Client});
    QTest::newRow("ended by") << textsOf(
        std::array{EndedBy::Local, EndedBy::Peer, EndedBy::Network, EndedBy::Unknown});
    QTest::newRow("wires") << textsOf(
        std::array{Wire::Fin, Wire::Rst, Wire::FinThenRst, Wire::None, Wire::Unknown});
    QTest::newRow("phases") << textsOf(std::array{Phase::Connecting,
                                                  Phase::Idle,
                                                  Phase::Active,
                                                  Phase::HalfClosed,
                                                  Phase::Lingering,
                                                  Phase::Draining});
    QTest::newRow("grades") << textsOf(
        std::array{Grade::Observed, Grade::Inferred, Grade::Unknown});
    QTest::newRow("layers") << textsOf(
        std::array{Layer::App, Layer::Service, Layer::Qt, Layer::Kernel});
    QTest::newRow("reasons") << textsOf(allReasons);
    QTest::newRow("kinds of evidence") << textsOf(allWhats);
    QTest::newRow("states") << textsOf(allConnectionStates);
    QTest::newRow("deadlines") << textsOf(std::array{DeadlineKind::Connect,
                                                     DeadlineKind::Read,
                                                     DeadlineKind::Write,
                                                     DeadlineKind::Idle,
                                                     DeadlineKind::Heartbeat,
                                                     DeadlineKind::LingerIdle,
                                                     DeadlineKind::LingerTotal,
                                                     DeadlineKind::Drain});
    QTest::newRow("endpoint states") << textsOf(std::array{EndpointState::Starting,
                                                           EndpointState::Running,
                                                           EndpointState::Draining,
                                                           EndpointState::Stopped,
                                                           EndpointState::Failed});
    QTest::newRow("stages") << textsOf(std::array{DrainStage::Serving,
                                                  DrainStage::Draining,
                                                  DrainStage::Forcing,
                                                  DrainStage::Drained});
    QTest::newRow("services") << textsOf(allServiceKinds);
    QTest::newRow("categories") << textsOf(allCategories);
    QTest::newRow("columns") << textsOf(allConnectionColumns);
    QTest::newRow("platforms") << textsOf(std::array{Platform::Posix, Platform::Go, Platform::Qt});
    QTest::newRow("sides") << textsOf(std::array{Side::Ours, Side::Peers});
}

void tst_Texts::everyValue_hasItsOwnText()
{
    QFETCH(QStringList, texts);
    QVERIFY(!texts.contains(QString()));
    QCOMPARE(texts.removeDuplicates(), 0);
}

void tst_Texts::holdup_saysWhy_data()
{
    QTest::addColumn<Holdup>("holdup");
    QTest::addColumn<QString>("text");

    QTest::newRow("a long request") << Holdup{1, HoldupKind::InRequest, Milliseconds(3'100), 0}
                                    << QStringLiteral("in a request for 3.1 s");
    QTest::newRow("a peer that does not read")
        << Holdup{1, HoldupKind::Unsent, {}, 1'258'291}
        << QStringLiteral("1.2 MiB unsent: the peer does not read");
    QTest::newRow("a peer that keeps its side open")
        << Holdup{1, HoldupKind::AwaitingFin, Milliseconds(2'000), 0}
        << QStringLiteral("waiting for the peer's FIN for 2.0 s");
    QTest::newRow("not connected yet")
        << Holdup{1, HoldupKind::Connecting, {}, 0} << QStringLiteral("still connecting");
    QTest::newRow("not its turn yet")
        << Holdup{1, HoldupKind::NotYetTold, {}, 0} << QStringLiteral("not told yet");
}

void tst_Texts::holdup_saysWhy()
{
    QFETCH(const Holdup, holdup);
    QTEST(displayText(holdup), "text");
}

void tst_Texts::draining_isSaidUntilOurFinIsOut_data()
{
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<QString>("text");

    QTest::newRow("answering") << ConnectionState::Open << QStringLiteral("draining");
    QTest::newRow("flushing") << ConnectionState::Flushing << QStringLiteral("draining");
    QTest::newRow("our FIN is out") << ConnectionState::FinSent << QStringLiteral("lingering");
    QTest::newRow("over") << ConnectionState::Ended << QStringLiteral("ended");
}

void tst_Texts::draining_isSaidUntilOurFinIsOut()
{
    QFETCH(const ConnectionState, state);
    ConnectionSnapshot connection;
    connection.state = state;
    connection.phase = Phase::Draining;
    QTEST(stateText(connection), "text");
}

void tst_Texts::labTime_isMeasuredAsItIsRounded_data()
{
    QTest::addColumn<int>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << u"0.000 ms"_qs;
    QTest::newRow("short") << 9'999 << u"9.999 ms"_qs;
    QTest::newRow("longer") << 99'949 << u"99.9 ms"_qs;
    QTest::newRow("rounded up") << 99'951 << u"100 ms"_qs;
    QTest::newRow("nearly a second") << 999'400 << u"999 ms"_qs;
    QTest::newRow("a second, rounded") << 999'600 << u"1.00 s"_qs;
}

void tst_Texts::labTime_isMeasuredAsItIsRounded()
{
    QFETCH(int, microseconds);
    QTEST(labTime(std::chrono::microseconds(microseconds)), "text");
}

void tst_Texts::reasons_haveAnExplanationAndACategory()
{
    for (const Reason reason : allReasons) {
        QVERIFY(!explanationText(reason).isEmpty());
        QCOMPARE(categoryOf(reason) == Category::Unknown, reason == Reason::Unknown);
    }
    CloseReport report;
    report.verdict.reason = Reason::PeerClosed;
    QVERIFY(!summaryText(report).isEmpty());
}

void tst_Texts::categories_haveTheirShapes()
{
    QString shapes;
    for (const Category category : allCategories)
        shapes += glyph(category);
    QCOMPARE(shapes, QStringLiteral("●◐◔■✕⧖⌁?"));
    QCOMPARE(categoryOf(ConnectionState::Connecting), Category::Open);
    QCOMPARE(categoryOf(ConnectionState::PeerHalfClosed), Category::HalfClosed);
    QCOMPARE(categoryOf(ConnectionState::FinSent), Category::Lingering);
    QCOMPARE(categoryOf(Reason::Drained), Category::Orderly);
    QCOMPARE(categoryOf(Reason::PeerReset), Category::Reset);
    QCOMPARE(categoryOf(Reason::HeartbeatTimeout), Category::Deadline);
    QCOMPARE(categoryOf(Reason::KernelTimeout), Category::Network);
}

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_texts.moc"
