// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <limits>

using namespace Teardown;

class tst_Jsonl : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyEvent_hasTheFieldsOfTheContract_data();
    void everyEvent_hasTheFieldsOfTheContract();
    void time_isWrittenOnBothClocks();
    void listening_isWritten();
    void opened_isWritten();
    void ended_isWritten();
    void ended_keepsLargeNumbersExact();
    void ended_keepsTheLineWholeWhateverThePeerSent();
    void rejected_mayLackAPeer();
    void drain_isWritten();
    void drainProgress_isWrittenAsProgress();
    void stats_isWritten();
    void snapshot_isAnObjectWithoutLineEnd();

private:
    RunStart m_start{.mono = TimePoint(std::chrono::seconds(1'000)),
                     .wall = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)};

    Event eventOf(EventBody body) const;
    QJsonObject written(const Event &event) const;
};

namespace {

ConnectionInfo someConnection()
{
    return {.id = 41,
            .role = Role::Server,
            .endpoint = 2,
            .service = ServiceKind::Line,
            .local = {QHostAddress(QStringLiteral("127.0.0.1")), 7'400},
            .peer = {QHostAddress(QStringLiteral("::1")), 5'151},
            .opened = TimePoint(std::chrono::seconds(1'001))};
}

EventBody bodyOf(const QString &name)
{
    if (name == u"listening")
        return ListeningEvent{};
    if (name == u"opened")
        return OpenedEvent{someConnection()};
    if (name == u"ended")
        return EndedEvent{someConnection(), std::make_shared<CloseReport>()};
    if (name == u"rejected")
        return RejectedEvent{};
    if (name == u"drain")
        return DrainEvent{};
    return StatsEvent{};
}

} // namespace

Event tst_Jsonl::eventOf(EventBody body) const
{
    return {.mono = m_start.mono + std::chrono::microseconds(12'345'678),
            .wall = m_start.wall.addMSecs(12'345),
            .body = std::move(body)};
}

QJsonObject tst_Jsonl::written(const Event &event) const
{
    const QByteArray line = toJsonLine(event, m_start);
    if (line.count('\n') != 1 || !line.endsWith('\n'))
        qWarning("not one line: %s", line.constData());
    return QJsonDocument::fromJson(line).object();
}

void tst_Jsonl::everyEvent_hasTheFieldsOfTheContract_data()
{
    QTest::addColumn<QString>("fields"); // sorted

    QTest::newRow("listening") << QStringLiteral("address event listener mono port service t");
    QTest::newRow("opened") << QStringLiteral("event id listener local mono peer role t");
    QTest::newRow("ended") << QStringLiteral(
        "bytesIn bytesOut durationMs endedBy errno event evidence grade id local mono peer phase "
        "reason role summary t truncated undelivered unread wire");
    QTest::newRow("rejected") << QStringLiteral("event mono peer reason t");
    QTest::newRow("drain") << QStringLiteral(
        "event forced holdups mono open orderly otherwise remainingMs stage t total undelivered");
    QTest::newRow("stats") << QStringLiteral(
        "bytesIn bytesOut dropped ended event loopLagMs mono open t");
}

void tst_Jsonl::everyEvent_hasTheFieldsOfTheContract()
{
    QFETCH(const QString, fields);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QJsonObject object = written(eventOf(bodyOf(name)));
    QCOMPARE(object.keys().join(u' '), fields);
    QCOMPARE(object[u"event"].toString(), name);
}

void tst_Jsonl::time_isWrittenOnBothClocks()
{
    const QJsonObject object = written(eventOf(StatsEvent{}));
    QCOMPARE(object[u"t"].toString(), QStringLiteral("2026-11-22T10:00:12.345Z"));
    QVERIFY(toJsonLine(eventOf(StatsEvent{}), m_start).contains("\"mono\":12.345678}"));
}

void tst_Jsonl::listening_isWritten()
{
    const QJsonObject object
        = written(eventOf(ListeningEvent{.listener = 2,
                                         .address = {QHostAddress(QStringLiteral("::1")), 7'400},
                                         .service = ServiceKind::Echo}));
    QCOMPARE(object[u"listener"].toInteger(), 2);
    QCOMPARE(object[u"address"].toString(), QStringLiteral("::1"));
    QCOMPARE(object[u"port"].toInteger(), 7'400);
    QCOMPARE(object[u"service"].toString(), QStringLiteral("echo"));
}

void tst_Jsonl::opened_isWritten()
{
    const QJsonObject object = written(eventOf(OpenedEvent{someConnection()}));
    QCOMPARE(object[u"id"].toInteger(), 41);
    QCOMPARE(object[u"role"].toString(), QStringLiteral("server"));
    QCOMPARE(object[u"listener"].toInteger(), 2);
    QCOMPARE(object[u"local"].toString(), QStringLiteral("127.0.0.1:7400"));
    QCOMPARE(object[u"peer"].toString(), QStringLiteral("[::1]:5151"));
}

void tst_Jsonl::ended_isWritten()
{
    CloseReport report;
    report.verdict = {EndedBy::Peer, Wire::Rst, Reason::PeerReset, Grade::Observed};
    report.phase = Phase::Active;
    report.bytesIn = 17;
    report.bytesOut = 4'194'304;
    report.undelivered = 1'153'434;
    report.unread = 3;
    report.truncated = true;
    report.duration = Milliseconds{988};
    report.error = ECONNRESET;
    report.evidence = {{m_start.mono + std::chrono::milliseconds(1'412),
                        Layer::Service,
                        What::RequestBegun,
                        "DOWNLOAD 4194304"},
                       {m_start.mono + std::chrono::milliseconds(1'988),
                        Layer::Kernel,
                        What::RstReceived,
                        "ECONNRESET"}};

    const QJsonObject object
        = written(eventOf(EndedEvent{someConnection(), std::make_shared<CloseReport>(report)}));
    QCOMPARE(object[u"id"].toInteger(), 41);
    QCOMPARE(object[u"role"].toString(), QStringLiteral("server"));
    QCOMPARE(object[u"local"].toString(), QStringLiteral("127.0.0.1:7400"));
    QCOMPARE(object[u"peer"].toString(), QStringLiteral("[::1]:5151"));
    QCOMPARE(object[u"endedBy"].toString(), QStringLiteral("peer"));
    QCOMPARE(object[u"wire"].toString(), QStringLiteral("rst"));
    QCOMPARE(object[u"reason"].toString(), QStringLiteral("peer-reset"));
    QCOMPARE(object[u"phase"].toString(), QStringLiteral("active"));
    QCOMPARE(object[u"grade"].toString(), QStringLiteral("observed"));
    QCOMPARE(object[u"bytesIn"].toInteger(), 17);
    QCOMPARE(object[u"bytesOut"].toInteger(), 4'194'304);
    QCOMPARE(object[u"undelivered"].toInteger(), 1'153'434);
    QCOMPARE(object[u"unread"].toInteger(), 3);
    QCOMPARE(object[u"truncated"].toBool(), true);
    QCOMPARE(object[u"durationMs"].toInteger(), 988);
    QCOMPARE(object[u"errno"].toString(), QStringLiteral("ECONNRESET"));
    QCOMPARE(object[u"summary"].toString(),
             QStringLiteral("The peer reset the connection in the middle of an answer; 1.1 MiB of "
                            "4.0 MiB sent never arrived and 3 B received was never read."));

    const QJsonArray evidence = object[u"evidence"].toArray();
    QCOMPARE(evidence.size(), 2);
    const QJsonObject begun = evidence[0].toObject();
    QCOMPARE(begun.keys().join(u' '), QStringLiteral("detail layer mono what"));
    QCOMPARE(begun[u"mono"].toDouble(), 1.412);
    QCOMPARE(begun[u"layer"].toString(), QStringLiteral("service"));
    QCOMPARE(begun[u"what"].toString(), QStringLiteral("request-begun"));
    QCOMPARE(begun[u"detail"].toString(), QStringLiteral("DOWNLOAD 4194304"));
    QCOMPARE(evidence[1].toObject()[u"what"].toString(), QStringLiteral("rst-received"));
}

void tst_Jsonl::ended_keepsLargeNumbersExact()
{
    constexpr qint64 odd = (qint64{1} << 53) + 1; // no double has this value
    ConnectionInfo info = someConnection();
    info.id = static_cast<ConnectionId>(odd);
    CloseReport report;
    report.bytesIn = std::numeric_limits<qint64>::max();
    report.bytesOut = odd;

    const QByteArray line
        = toJsonLine(eventOf(EndedEvent{info, std::make_shared<CloseReport>(report)}), m_start);
    QVERIFY2(line.contains("\"id\":9007199254740993,"), line.constData());
    QVERIFY2(line.contains("\"bytesIn\":9223372036854775807,"), line.constData());
    QVERIFY2(line.contains("\"bytesOut\":9007199254740993,"), line.constData());
}

void tst_Jsonl::ended_keepsTheLineWholeWhateverThePeerSent()
{
    CloseReport report;
    report.evidence = {
        {m_start.mono, Layer::Service, What::BadInput, QByteArray("a\n\"b\\\0\xff\x1b[31m", 12)}};
    const QByteArray line
        = toJsonLine(eventOf(EndedEvent{someConnection(), std::make_shared<CloseReport>(report)}),
                     m_start);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains('\x1b'));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString detail = object[u"evidence"][0][u"detail"].toString();
    QVERIFY2(detail.startsWith(QStringLiteral("a\n\"b\\")), qPrintable(detail));
}

void tst_Jsonl::rejected_mayLackAPeer()
{
    const QJsonObject object = written(eventOf(RejectedEvent{}));
    QCOMPARE(object[u"peer"].toString(QStringLiteral("missing")), QString());
    QCOMPARE(object[u"reason"].toString(), QStringLiteral("limit-rejected"));
}

void tst_Jsonl::drain_isWritten()
{
    DrainProgress progress;
    progress.stage = DrainStage::Forcing;
    progress.total = 200;
    progress.open = 5;
    progress.orderly = 190;
    progress.forced = 5;
    progress.undelivered = 99;
    progress.remaining = Milliseconds{250};
    progress.otherwise = 4;
    progress.holdups = {{.id = 17, .kind = HoldupKind::InRequest, .duration = Milliseconds{3'100}}};

    const QJsonObject object = written(eventOf(DrainEvent{progress, true}));
    QCOMPARE(object[u"stage"].toString(), QStringLiteral("forcing"));
    QCOMPARE(object[u"total"].toInteger(), 200);
    QCOMPARE(object[u"open"].toInteger(), 5);
    QCOMPARE(object[u"orderly"].toInteger(), 190);
    QCOMPARE(object[u"forced"].toInteger(), 5);
    QCOMPARE(object[u"undelivered"].toInteger(), 99);
    QCOMPARE(object[u"remainingMs"].toInteger(), 250);
    QCOMPARE(object[u"otherwise"].toInteger(), 4);
    const QJsonObject holdup = object[u"holdups"][0].toObject();
    QCOMPARE(holdup.keys().join(u' '), QStringLiteral("id why"));
    QCOMPARE(holdup[u"id"].toInteger(), 17);
    QCOMPARE(holdup[u"why"].toString(), QStringLiteral("in a request for 3.1 s"));
}

void tst_Jsonl::drainProgress_isWrittenAsProgress()
{
    DrainProgress progress;
    progress.stage = DrainStage::Draining;
    QCOMPARE(written(eventOf(DrainEvent{progress, false}))[u"stage"].toString(),
             QStringLiteral("progress"));
    QCOMPARE(written(eventOf(DrainEvent{progress, true}))[u"stage"].toString(),
             QStringLiteral("draining"));
}

void tst_Jsonl::stats_isWritten()
{
    const QJsonObject object = written(eventOf(StatsEvent{
        .open = 1, .ended = 2, .bytesIn = 3, .bytesOut = 4, .loopLagMs = 0.25, .dropped = 5}));
    QCOMPARE(object[u"open"].toInteger(), 1);
    QCOMPARE(object[u"ended"].toInteger(), 2);
    QCOMPARE(object[u"bytesIn"].toInteger(), 3);
    QCOMPARE(object[u"bytesOut"].toInteger(), 4);
    QCOMPARE(object[u"loopLagMs"].toDouble(), 0.25);
    QCOMPARE(object[u"dropped"].toInteger(), 5);
}

void tst_Jsonl::snapshot_isAnObjectWithoutLineEnd()
{
    ConnectionSnapshot connection{.info = someConnection(), .bytesOut = 10, .unsent = 3};
    const QByteArray json = toJson(connection, m_start);
    QVERIFY(!json.contains('\n'));
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object[u"id"].toInteger(), 41);
    QCOMPARE(object[u"state"].toString(), QStringLiteral("open"));
    QCOMPARE(object[u"undelivered"].toInteger(), 3);
    QCOMPARE(object[u"opened"].toDouble(), 1.0);
    QVERIFY(!object.contains(u"rttUs"));

    connection.tcp = TcpSample{.rtt = std::chrono::microseconds(81), .retransmits = 2};
    object = QJsonDocument::fromJson(toJson(connection, m_start)).object();
    QCOMPARE(object[u"rttUs"].toInteger(), 81);
    QCOMPARE(object[u"retransmits"].toInteger(), 2);
}

QTEST_GUILESS_MAIN(tst_Jsonl)
#include "tst_jsonl.moc"
