// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/closereport.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTest>

#include <cerrno>

using namespace Teardown;

class tst_CloseReport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tokens_areThoseOfTheContract();
    void reasonTokens_areThoseOfTheContract();
    void whatTokens_areDistinctAndKebabCase();
    void reason_isReadBackFromItsToken();
    void reason_isRefused_data();
    void reason_isRefused();
    void errno_hasAName_data();
    void errno_hasAName();
    void isOrderly_onlyWithFin();
};

namespace {

template <typename Values> QStringList tokensOf(const Values &values)
{
    QStringList tokens;
    for (const auto value : values)
        tokens.append(token(value));
    return tokens;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

void tst_CloseReport::tokens_areThoseOfTheContract()
{
    QCOMPARE(tokensOf(std::array{Role::Server, Role::Client}), words("server client"));
    QCOMPARE(tokensOf(
                 std::array{EndedBy::Local, EndedBy::Peer, EndedBy::Network, EndedBy::Unknown}),
             words("local peer network unknown"));
    QCOMPARE(tokensOf(
                 std::array{Wire::Fin, Wire::Rst, Wire::FinThenRst, Wire::None, Wire::Unknown}),
             words("fin rst fin-then-rst none unknown"));
    QCOMPARE(tokensOf(std::array{Phase::Connecting,
                                 Phase::Idle,
                                 Phase::Active,
                                 Phase::HalfClosed,
                                 Phase::Lingering,
                                 Phase::Draining}),
             words("connecting idle active half-closed lingering draining"));
    QCOMPARE(tokensOf(std::array{Grade::Observed, Grade::Inferred, Grade::Unknown}),
             words("observed inferred unknown"));
    QCOMPARE(tokensOf(std::array{Layer::App, Layer::Service, Layer::Qt, Layer::Kernel}),
             words("app service qt kernel"));
}

void tst_CloseReport::reasonTokens_areThoseOfTheContract()
{
    QCOMPARE(tokensOf(allReasons),
             words("peer-closed peer-closed-then-reset peer-reset local-close local-reset "
                   "read-deadline write-deadline idle-timeout heartbeat-timeout linger-timeout "
                   "kernel-timeout unreachable socket-destroyed protocol-error limit-rejected "
                   "drained drain-forced "
                   "connect-refused connect-timeout connect-failed name-not-found unknown"));
}

void tst_CloseReport::whatTokens_areDistinctAndKebabCase()
{
    const QStringList tokens = tokensOf(allWhats);
    QCOMPARE(QSet<QString>(tokens.begin(), tokens.end()).size(), tokens.size());
    QCOMPARE(allWhats.size(), static_cast<std::size_t>(What::GateMissing) + 1);

    const QRegularExpression kebabCase(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
    for (const QString &token : tokens)
        QVERIFY2(kebabCase.match(token).hasMatch(), qPrintable(token));
}

void tst_CloseReport::reason_isReadBackFromItsToken()
{
    for (const Reason reason : allReasons)
        QVERIFY(reasonFromToken(QString(token(reason))) == reason);
}

void tst_CloseReport::reason_isRefused_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("capital letters") << QStringLiteral("Peer-Closed");
    QTest::newRow("the beginning of a token") << QStringLiteral("peer");
    QTest::newRow("more than a token") << QStringLiteral("peer-closed ");
}

void tst_CloseReport::reason_isRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!reasonFromToken(text));
}

void tst_CloseReport::errno_hasAName_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("name");

    QTest::newRow("none") << 0 << QString();
    QTest::newRow("reset") << ECONNRESET << QStringLiteral("ECONNRESET");
    QTest::newRow("timeout") << ETIMEDOUT << QStringLiteral("ETIMEDOUT");
    QTest::newRow("one without a name") << 99'999 << QStringLiteral("99999");
}

void tst_CloseReport::errno_hasAName()
{
    QFETCH(const int, error);
    QFETCH(const QString, name);
    QCOMPARE(errnoName(error), name);
}

void tst_CloseReport::isOrderly_onlyWithFin()
{
    for (const Wire wire : {Wire::Fin, Wire::Rst, Wire::FinThenRst, Wire::None, Wire::Unknown}) {
        CloseReport report;
        report.verdict.wire = wire;
        QCOMPARE(report.isOrderly(), wire == Wire::Fin);
    }
}

QTEST_GUILESS_MAIN(tst_CloseReport)
#include "tst_closereport.moc"
