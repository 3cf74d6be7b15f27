// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/elsewhere.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace Teardown;

class tst_Elsewhere : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyKnownReason_isShownOnEveryPlatform();
    void unknown_isNotGuessed();
    void row_isWhatWasMeasured_data();
    void row_isWhatWasMeasured();
    void errno_isTheOneOfTheReport();
    void drain_speaksOfServersOnlyForServers();
};

namespace {

std::vector<ElsewhereRow> rowsFor(Reason reason, int error = 0, Role role = Role::Server)
{
    CloseReport report;
    report.verdict.reason = reason;
    report.error = error;
    return elsewhere(report, role);
}

QString resultOf(const std::vector<ElsewhereRow> &rows, Side side, Platform platform)
{
    for (const ElsewhereRow &row : rows) {
        if (row.side == side && row.platform == platform)
            return row.call + u": " + row.result;
    }
    return {};
}

} // namespace

void tst_Elsewhere::everyKnownReason_isShownOnEveryPlatform()
{
    for (const Reason reason : allReasons) {
        if (reason == Reason::Unknown)
            continue;
        const std::vector<ElsewhereRow> rows = rowsFor(reason, EHOSTUNREACH);
        for (const Platform platform : {Platform::Posix, Platform::Go, Platform::Qt})
            QVERIFY2(!resultOf(rows, Side::Ours, platform).isEmpty(), token(reason).data());
        for (const ElsewhereRow &row : rows) {
            QVERIFY(!row.call.isEmpty());
            QVERIFY(!row.result.isEmpty());
            QVERIFY2(!row.result.contains(u'%'), qPrintable(row.result));
        }
    }
}

void tst_Elsewhere::unknown_isNotGuessed()
{
    QVERIFY(rowsFor(Reason::Unknown).empty());
}

void tst_Elsewhere::row_isWhatWasMeasured_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<Side>("side");
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("begin");

    QTest::newRow("a FIN is the end of the stream, again and again")
        << Reason::PeerClosed << Side::Ours << Platform::Posix
        << QStringLiteral("recv: 0, at every call");
    QTest::newRow("a FIN in Go") << Reason::PeerClosed << Side::Ours << Platform::Go
                                 << QStringLiteral("conn.Read: 0, io.EOF");
    QTest::newRow("a reset is told once") << Reason::PeerReset << Side::Ours << Platform::Posix
                                          << QStringLiteral("recv: ECONNRESET once, then 0");
    QTest::newRow("Qt cannot tell a reset from a FIN")
        << Reason::PeerReset << Side::Ours << Platform::Qt
        << QStringLiteral("errorOccurred: RemoteHostClosedError: the same as for a FIN");
    QTest::newRow("a reset after a FIN hides from recv")
        << Reason::PeerClosedThenReset << Side::Ours << Platform::Posix
        << QStringLiteral("recv: 0, at every call");
    QTest::newRow("Go's read deadline") << Reason::ReadDeadline << Side::Ours << Platform::Go
                                        << QStringLiteral("conn.Read: os.ErrDeadlineExceeded");
    QTest::newRow("Qt has no deadlines") << Reason::WriteDeadline << Side::Ours << Platform::Qt
                                         << QStringLiteral("QTcpSocket: no signal at all");
    QTest::newRow("our deadlines reach the peer as a reset")
        << Reason::HeartbeatTimeout << Side::Peers << Platform::Posix
        << QStringLiteral("recv: what had arrived, then ECONNRESET");
    QTest::newRow("our linger limit comes after our FIN")
        << Reason::LingerTimeout << Side::Peers << Platform::Posix
        << QStringLiteral("recv: 0, at every call");
    QTest::newRow("a timeout in the kernel") << Reason::KernelTimeout << Side::Ours << Platform::Go
                                             << QStringLiteral("conn.Read: syscall.ETIMEDOUT");
    QTest::newRow("the peer of a broken network hears nothing")
        << Reason::KernelTimeout << Side::Peers << Platform::Posix
        << QStringLiteral("recv: nothing");
    QTest::newRow("refused") << Reason::ConnectRefused << Side::Ours << Platform::Go
                             << QStringLiteral("net.Dial: syscall.ECONNREFUSED");
    QTest::newRow("a limit is noticed after connecting")
        << Reason::LimitRejected << Side::Peers << Platform::Posix << QStringLiteral("connect: 0");
}

void tst_Elsewhere::row_isWhatWasMeasured()
{
    QFETCH(const Reason, reason);
    QFETCH(const Side, side);
    QFETCH(const Platform, platform);
    QFETCH(const QString, begin);
    const QString text = resultOf(rowsFor(reason), side, platform);
    QVERIFY2(text.startsWith(begin), qPrintable(text));
}

void tst_Elsewhere::errno_isTheOneOfTheReport()
{
    QCOMPARE(resultOf(rowsFor(Reason::Unreachable, ENETUNREACH), Side::Ours, Platform::Go),
             QStringLiteral("conn.Read: syscall.ENETUNREACH"));
    const auto rows = rowsFor(Reason::ConnectFailed, EACCES, Role::Client);
    QCOMPARE(resultOf(rows, Side::Ours, Platform::Posix), QStringLiteral("connect: EACCES"));
    QCOMPARE(resultOf(rows, Side::Ours, Platform::Qt),
             QStringLiteral("errorOccurred: SocketAccessError"));
}

void tst_Elsewhere::drain_speaksOfServersOnlyForServers()
{
    const auto speaksOfServer = [](Reason reason, Role role) {
        const auto rows = rowsFor(reason, 0, role);
        return std::any_of(rows.begin(), rows.end(), [](const ElsewhereRow &row) {
            return row.call.contains(QLatin1StringView("Server"));
        });
    };
    for (const Reason reason : {Reason::Drained, Reason::DrainForced}) {
        QVERIFY(speaksOfServer(reason, Role::Server));
        QVERIFY(!speaksOfServer(reason, Role::Client));
    }
}

QTEST_GUILESS_MAIN(tst_Elsewhere)
#include "tst_elsewhere.moc"
