// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/classifier.h"
#include "tests/support/connectionfixture.h"

#include <QAbstractSocket>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>

Q_DECLARE_METATYPE(Teardown::EndFacts)

namespace Teardown {

/// Evidence in, verdict out: every way a connection can end, as the end gate and Qt show it.
class tst_Classifier : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void opened_isJudgedByTheEvidence_data();
    void opened_isJudgedByTheEvidence();
    void unopened_isJudgedByTheConnect_data();
    void unopened_isJudgedByTheConnect();
    void ourReset_keepsItsReason();
    void ourClose_keepsItsReason();
    void withoutTheGate_nobodyClaimsFinOrRst();
    void intentAlone_isNoEvidence();
};

namespace {

constexpr int remoteHostClosed = QAbstractSocket::RemoteHostClosedError;

void row(const char *name, const EndFacts &facts, const char *verdict)
{
    QTest::newRow(name) << facts << QString::fromLatin1(verdict);
}

} // namespace

void tst_Classifier::opened_isJudgedByTheEvidence_data()
{
    QTest::addColumn<EndFacts>("facts");
    QTest::addColumn<QString>("verdict");
    const auto opened = [](const char *name, EndFacts facts, const char *verdict) {
        facts.opened = true;
        row(name, facts, verdict);
    };

    opened("the peer's FIN, then ours",
           {.finReceived = true, .finSent = true},
           "peer fin peer-closed observed");
    opened("our FIN, then the peer's",
           {.finReceived = true, .finSent = true, .intent = Reason::LocalClose},
           "local fin local-close observed");
    opened("the peer's RST", {.error = ECONNRESET}, "peer rst peer-reset observed");
    opened("the peer's RST while we waited for its FIN",
           {.finSent = true, .intent = Reason::LocalClose, .error = ECONNRESET},
           "peer rst peer-reset observed");
    opened("the peer's FIN, then its RST (EPIPE)",
           {.finReceived = true, .error = EPIPE},
           "peer fin-then-rst peer-closed-then-reset observed");
    opened("the peer's FIN, then its RST (ECONNRESET)",
           {.finReceived = true, .error = ECONNRESET},
           "peer fin-then-rst peer-closed-then-reset observed");
    opened("both FINs, then the peer's RST",
           {.finReceived = true, .finSent = true, .error = EPIPE},
           "peer fin-then-rst peer-closed-then-reset observed");
    opened("dead, and somebody had taken the error", {.error = 0}, "peer rst peer-reset inferred");
    opened("dead after the peer's FIN, and somebody had taken the error",
           {.finReceived = true, .error = 0},
           "peer fin-then-rst peer-closed-then-reset inferred");
    opened("the kernel gave up (keepalive, user timeout, retransmission)",
           {.error = ETIMEDOUT},
           "network none kernel-timeout observed");
    opened("the kernel gave up after our FIN",
           {.finSent = true, .intent = Reason::LocalClose, .error = ETIMEDOUT},
           "network none kernel-timeout observed");
    opened("no route to the host", {.error = EHOSTUNREACH}, "network none unreachable observed");
    opened("no route to the network", {.error = ENETUNREACH}, "network none unreachable observed");
    opened("the host is down", {.error = EHOSTDOWN}, "network none unreachable observed");
    opened("the network is down", {.error = ENETDOWN}, "network none unreachable observed");
    opened("an administrator destroyed the socket (ss --kill)",
           {.error = ECONNABORTED},
           "local rst socket-destroyed observed");
    opened("destroyed after the peer's FIN",
           {.finReceived = true, .error = ECONNABORTED},
           "local rst socket-destroyed observed");
    opened("an errno nobody expects", {.error = EPROTO}, "unknown unknown unknown unknown");
    opened("our reset", {.resetSent = true}, "local rst local-reset observed");
    opened("our reset after the peer's FIN",
           {.finReceived = true, .resetSent = true, .intent = Reason::WriteDeadline},
           "local rst write-deadline observed");
    opened("Qt saw the kernel's timeout before the gate did",
           {.socketError = QAbstractSocket::SocketTimeoutError},
           "network none kernel-timeout observed");
    opened("Qt saw the network fail before the gate did",
           {.socketError = QAbstractSocket::NetworkError},
           "network none unreachable inferred");
    opened("Qt's unknown error",
           {.socketError = QAbstractSocket::UnknownSocketError},
           "unknown unknown unknown unknown");
    opened("to Qt FIN, RST and half close look the same",
           {.socketError = remoteHostClosed},
           "unknown unknown unknown unknown");
    opened("Qt ended it after the peer's FIN",
           {.finReceived = true, .socketError = remoteHostClosed},
           "unknown unknown unknown unknown");
    opened("Qt ended it, and our FIN was out",
           {.finSent = true, .intent = Reason::LocalClose, .socketError = remoteHostClosed},
           "local unknown local-close inferred");
    opened("Qt ended it, and we had only half closed without a reason",
           {.finSent = true, .socketError = remoteHostClosed},
           "unknown unknown unknown unknown");
    opened("nothing at all", {}, "unknown unknown unknown unknown");
    opened("only one FIN", {.finReceived = true}, "unknown unknown unknown unknown");
}

void tst_Classifier::opened_isJudgedByTheEvidence()
{
    QFETCH(const EndFacts, facts);
    QFETCH(const QString, verdict);
    QCOMPARE(tokens(classify(facts)), verdict);
}

void tst_Classifier::unopened_isJudgedByTheConnect_data()
{
    QTest::addColumn<EndFacts>("facts");
    QTest::addColumn<QString>("verdict");
    row("a name without an address",
        {.nameNotFound = true},
        "network none name-not-found observed");
    row("refused", {.error = ECONNREFUSED}, "peer rst connect-refused observed");
    row("reset right after the handshake", {.error = ECONNRESET}, "peer rst peer-reset observed");
    row("closed and reset right after the handshake",
        {.error = EPIPE},
        "peer fin-then-rst peer-closed-then-reset observed");
    row("the kernel's limit", {.error = ETIMEDOUT}, "network none connect-timeout observed");
    row("our limit", {.intent = Reason::ConnectTimeout}, "network none connect-timeout observed");
    row("no route to the host", {.error = EHOSTUNREACH}, "network none connect-failed observed");
    row("no route to the network", {.error = ENETUNREACH}, "network none connect-failed observed");
    row("prohibited", {.error = EACCES}, "network none connect-failed observed");
    row("forbidden by a filter", {.error = EPERM}, "network none connect-failed observed");
    row("a black hole, which Qt calls refused",
        {.error = EINVAL},
        "network none connect-failed observed");
    row("no descriptor left", {.error = EMFILE}, "local none connect-failed observed");
    row("no port left", {.error = EADDRNOTAVAIL}, "local none connect-failed observed");
    row("given up on request", {.intent = Reason::LocalReset}, "local none local-reset observed");
    row("given up by the drain", {.intent = Reason::Drained}, "local none drained observed");
    row("the last error counts, not the request that came too late",
        {.intent = Reason::LocalClose, .error = ECONNREFUSED},
        "peer rst connect-refused observed");
    row("nothing at all", {}, "unknown unknown unknown unknown");
}

void tst_Classifier::unopened_isJudgedByTheConnect()
{
    QFETCH(const EndFacts, facts);
    QFETCH(const QString, verdict);
    QCOMPARE(tokens(classify(facts)), verdict);
}

void tst_Classifier::ourReset_keepsItsReason()
{
    for (const Reason reason : allReasons) {
        const EndFacts facts{.opened = true, .resetSent = true, .intent = reason};
        QCOMPARE(classify(facts), (Verdict{EndedBy::Local, Wire::Rst, reason, Grade::Observed}));
        EndFacts late = facts;
        late.error = ECONNRESET;
        late.socketError = remoteHostClosed;
        QCOMPARE(classify(late), classify(facts));
    }
}

void tst_Classifier::ourClose_keepsItsReason()
{
    for (const Reason reason : allReasons) {
        const EndFacts facts{.opened = true,
                             .finReceived = true,
                             .finSent = true,
                             .intent = reason};
        QCOMPARE(classify(facts), (Verdict{EndedBy::Local, Wire::Fin, reason, Grade::Observed}));
    }
}

void tst_Classifier::withoutTheGate_nobodyClaimsFinOrRst()
{
    for (int error = QAbstractSocket::UnknownSocketError; error < 30; ++error) {
        for (const bool finSent : {false, true}) {
            EndFacts facts{.opened = true, .finSent = finSent, .socketError = error};
            QVERIFY(classify(facts).wire == Wire::Unknown || classify(facts).wire == Wire::None);
            facts.intent = Reason::LocalClose;
            QVERIFY(classify(facts).wire == Wire::Unknown || classify(facts).wire == Wire::None);
            // We wanted to end it; without our FIN out it is not we who did.
            QVERIFY(finSent || classify(facts).endedBy != EndedBy::Local);
        }
    }
}

void tst_Classifier::intentAlone_isNoEvidence()
{
    for (const bool finSent : {false, true}) {
        const EndFacts facts{.opened = true, .finSent = finSent, .intent = Reason::LocalClose};
        QCOMPARE(classify(facts), Verdict{});
    }
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Classifier)
#include "tst_classifier.moc"
