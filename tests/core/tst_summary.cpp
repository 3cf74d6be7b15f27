// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/summary.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>

using namespace Teardown;

class tst_Summary : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void reason_isTold_data();
    void reason_isTold();
    void clientGivenUp_wasNeverOpened_data();
    void clientGivenUp_wasNeverOpened();
    void peerReset_tellsThePhase_data();
    void peerReset_tellsThePhase();
    void loss_isTold_data();
    void loss_isTold();
    void ourFinWithoutAWitness_tellsNoLoss();
    void everySummary_isOneSentence();
    void everyExplanation_isOneDistinctLine();
    void wording_getsWholeTemplates();
};

namespace {

CloseReport endedBy(Reason reason)
{
    CloseReport report;
    report.verdict = {EndedBy::Peer, Wire::Fin, reason, Grade::Observed};
    report.bytesOut = 4'194'304;
    report.duration = Milliseconds{12'345};
    return report;
}

} // namespace

void tst_Summary::reason_isTold_data()
{
    QTest::addColumn<QString>("ending");

    const auto row = [](Reason reason, const char *ending) {
        QTest::newRow(token(reason).data()) << QString::fromLatin1(ending);
    };
    row(Reason::PeerClosed, "The peer closed in good order 12.3 s after opening");
    row(Reason::PeerClosedThenReset,
        "The peer closed and then reset the connection 12.3 s after opening");
    row(Reason::PeerReset, "The peer reset the connection 12.3 s after opening");
    row(Reason::LocalClose, "We closed in good order on request 12.3 s after opening");
    row(Reason::LocalReset, "We reset the connection on request 12.3 s after opening");
    row(Reason::ReadDeadline,
        "We reset the connection 12.3 s after opening because a request was not complete within "
        "the read deadline");
    row(Reason::WriteDeadline,
        "We reset the connection 12.3 s after opening because the peer took none of our bytes "
        "within the write deadline");
    row(Reason::IdleTimeout,
        "We reset the connection 12.3 s after opening because nothing was received or sent within "
        "the idle timeout");
    row(Reason::HeartbeatTimeout,
        "We reset the connection 12.3 s after opening because the peer gave no sign of life within "
        "the heartbeat timeout");
    row(Reason::LingerTimeout,
        "We reset the connection 12.3 s after opening because the peer did not answer our FIN "
        "within the linger limits");
    row(Reason::KernelTimeout,
        "The kernel gave the connection up 12.3 s after opening because the peer no longer "
        "answered");
    row(Reason::Unreachable,
        "The kernel gave the connection up 12.3 s after opening because the network could not "
        "reach the peer");
    row(Reason::SocketDestroyed,
        "An administrator of this machine reset the connection 12.3 s after opening");
    row(Reason::ProtocolError,
        "We closed in good order 12.3 s after opening because the peer broke the protocol");
    row(Reason::LimitRejected,
        "We reset the connection 12.3 s after opening because a limit was reached");
    row(Reason::Drained, "The drain closed the connection in good order 12.3 s after opening");
    row(Reason::DrainForced,
        "The drain reset the connection 12.3 s after opening because it was not finished in time");
    row(Reason::ConnectRefused, "The connection was refused after 12.3 s");
    row(Reason::ConnectTimeout, "The connection was not opened because nobody answered for 12.3 s");
    row(Reason::ConnectFailed, "The connection could not be opened: EHOSTUNREACH");
    row(Reason::NameNotFound, "The connection was not opened because the host name was not found");
    row(Reason::Unknown, "The connection ended 12.3 s after opening and nobody saw how");
}

void tst_Summary::reason_isTold()
{
    QFETCH(const QString, ending);
    const std::optional<Reason> reason
        = reasonFromToken(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(reason);
    CloseReport report = endedBy(*reason);
    if (*reason == Reason::ConnectFailed)
        report.error = EHOSTUNREACH;
    const bool isConnectReason = QByteArray(QTest::currentDataTag()).startsWith("connect-")
        || *reason == Reason::NameNotFound;
    if (isConnectReason)
        report.phase = Phase::Connecting;
    const QString rest = isConnectReason ? QStringLiteral(".")
                                         : QStringLiteral("; everything sent was acknowledged.");
    QCOMPARE(summary(report), QString(ending + rest));
}

void tst_Summary::clientGivenUp_wasNeverOpened_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("local-close") << QStringLiteral(
        "We stopped connecting on request after 12.3 s.");
    QTest::newRow("local-reset") << QStringLiteral(
        "We stopped connecting on request after 12.3 s.");
    QTest::newRow("drained") << QStringLiteral("The drain stopped connecting after 12.3 s.");
    QTest::newRow("drain-forced") << QStringLiteral("The drain stopped connecting after 12.3 s.");
}

void tst_Summary::clientGivenUp_wasNeverOpened()
{
    QFETCH(const QString, text);
    CloseReport report = endedBy(*reasonFromToken(QString::fromLatin1(QTest::currentDataTag())));
    report.phase = Phase::Connecting;
    QVERIFY(!report.wasOpened());
    QCOMPARE(summary(report), text);
}

void tst_Summary::peerReset_tellsThePhase_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<qint64>("undelivered");
    QTest::addColumn<bool>("answerCut");
    QTest::addColumn<QString>("text");

    const auto row
        = [](const char *name, Phase phase, qint64 undelivered, bool answerCut, const char *text) {
              QTest::newRow(name) << static_cast<int>(phase) << undelivered << answerCut
                                  << QString::fromLatin1(text);
          };
    row("bytes owed",
        Phase::Active,
        1'153'434,
        false,
        "The peer reset the connection in the middle of an answer; 1.1 MiB of 4.0 MiB sent never "
        "arrived.");
    row("one byte owed",
        Phase::Active,
        1,
        false,
        "The peer reset the connection in the middle of an answer; 1 B of 4.0 MiB sent never "
        "arrived.");
    row("an answer was cut before it was queued",
        Phase::Active,
        0,
        true,
        "The peer reset the connection in the middle of an answer; everything sent was "
        "acknowledged.");
    row("a request in work",
        Phase::Active,
        0,
        false,
        "The peer reset the connection in the middle of a request; everything sent was "
        "acknowledged.");
    row("after our FIN",
        Phase::Lingering,
        0,
        false,
        "The peer answered our FIN with a reset 12.3 s after opening; everything sent was "
        "acknowledged.");
    row("idle",
        Phase::Idle,
        0,
        false,
        "The peer reset the connection 12.3 s after opening; everything sent was acknowledged.");
}

void tst_Summary::peerReset_tellsThePhase()
{
    QFETCH(const int, phase);
    QFETCH(const qint64, undelivered);
    QFETCH(const bool, answerCut);
    QFETCH(const QString, text);
    CloseReport report = endedBy(Reason::PeerReset);
    report.phase = static_cast<Phase>(phase);
    report.undelivered = undelivered;
    if (answerCut)
        report.evidence.push_back({.what = What::AnswerCut});
    QCOMPARE(summary(report), text);
}

void tst_Summary::loss_isTold_data()
{
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<qint64>("undelivered");
    QTest::addColumn<qint64>("unread");
    QTest::addColumn<bool>("truncated");
    QTest::addColumn<bool>("witnessed");
    QTest::addColumn<QString>("loss");

    const auto row = [](const char *name,
                        qint64 sent,
                        qint64 undelivered,
                        qint64 unread,
                        bool truncated,
                        const char *loss,
                        bool witnessed = true) {
        QTest::newRow(name) << sent << undelivered << unread << truncated << witnessed
                            << QString::fromLatin1(loss);
    };
    row("nothing sent", 0, 0, 0, false, "nothing was sent");
    row("everything acknowledged", 10, 0, 0, false, "everything sent was acknowledged");
    row("undelivered", 10, 3, 0, false, "3 B of 10 B sent never arrived");
    row("undelivered and unread",
        10,
        3,
        7,
        false,
        "3 B of 10 B sent never arrived and 7 B received was never read");
    row("undelivered and truncated", 10, 3, 0, true, "3 B of 10 B sent never arrived");
    row("unread",
        10,
        0,
        7,
        false,
        "everything sent was acknowledged, but 7 B received was never read");
    row("unread, nothing sent", 0, 0, 7, false, "nothing was sent and 7 B received was never read");
    row("truncated", 10, 0, 0, true, "everything sent was acknowledged, but a message was cut");
    row("truncated, nothing sent", 0, 0, 0, true, "nothing was sent and a message was cut");
    row("truncated and unread",
        10,
        0,
        7,
        true,
        "a message was cut and 7 B received was never read");
    row("no witness", 10, 0, 0, false, "what was lost is not known", false);
    row("no witness, nothing sent", 0, 0, 0, false, "nothing was sent", false);
    row("no witness, but bytes left behind",
        10,
        3,
        0,
        false,
        "3 B of 10 B sent never arrived",
        false);
}

void tst_Summary::loss_isTold()
{
    QFETCH(const qint64, sent);
    QFETCH(const qint64, undelivered);
    QFETCH(const qint64, unread);
    QFETCH(const bool, truncated);
    QFETCH(const bool, witnessed);
    QFETCH(const QString, loss);
    CloseReport report = endedBy(Reason::PeerClosed);
    report.verdict.grade = witnessed ? Grade::Observed : Grade::Unknown;
    report.bytesOut = sent;
    report.undelivered = undelivered;
    report.unread = unread;
    report.truncated = truncated;
    QCOMPARE(summary(report),
             QStringLiteral("The peer closed in good order 12.3 s after opening; %1.").arg(loss));
}

void tst_Summary::ourFinWithoutAWitness_tellsNoLoss()
{
    CloseReport report = endedBy(Reason::LocalClose);
    report.verdict = {EndedBy::Local, Wire::Unknown, Reason::LocalClose, Grade::Inferred};
    QVERIFY(summary(report).endsWith(u"; what was lost is not known."));
}

void tst_Summary::everySummary_isOneSentence()
{
    const QRegularExpression sentence(QStringLiteral("^[A-Z][^%]*[^.%]\\.$"));
    for (const Reason reason : allReasons) {
        for (const qint64 undelivered : {0, 3}) {
            for (const qint64 unread : {0, 7}) {
                for (const bool truncated : {false, true}) {
                    CloseReport report = endedBy(reason);
                    report.undelivered = undelivered;
                    report.unread = unread;
                    report.truncated = truncated;
                    const QString text = summary(report);
                    QVERIFY2(sentence.match(text).hasMatch(), qPrintable(text));
                }
            }
        }
    }
}

void tst_Summary::everyExplanation_isOneDistinctLine()
{
    QSet<QString> lines;
    for (const Reason reason : allReasons) {
        const QString line = explanation(reason);
        QVERIFY2(line.endsWith(u'.') && !line.contains(u'\n'), qPrintable(line));
        lines.insert(line);
    }
    QCOMPARE(lines.size(), qsizetype{allReasons.size()});
}

void tst_Summary::wording_getsWholeTemplates()
{
    // A language may put the figures and the clauses into another order.
    const Wording reversed = [](const char *source) {
        const QString text = QString::fromLatin1(source);
        if (text == u"%1; %2.")
            return QStringLiteral("%2 / %1");
        if (text == u"%1 of %2 sent never arrived")
            return QStringLiteral("of %2: %1");
        return QStringLiteral("after %1");
    };
    CloseReport report = endedBy(Reason::PeerClosed);
    report.undelivered = 3;
    QCOMPARE(summary(report, reversed), QStringLiteral("of 4.0 MiB: 3 B / after 12.3 s"));
}

QTEST_GUILESS_MAIN(tst_Summary)
#include "tst_summary.moc"
