// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/crowd.h"
#include "tests/support/rawpeer.h"
#include "tests/support/served.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Teardown;

/// The program with the window, from outside: how it leaves when signals ask it to.
class tst_DesktopProgram : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void signal_drainsTheHonest();
    void signal_resetsTheStuckAtTheDeadline();
    void secondSignal_endsAtOnce();
    void headless_isTheCommandLineProgram();
    void noDisplay_isSaid();
};

void tst_DesktopProgram::signal_drainsTheHonest()
{
    ServedByDesktop desktop;
    QVERIFY2(desktop.waitUntilItListens(), desktop.program().errorOutput().constData());
    Crowd honest(desktop.address());
    honest.add(5, Lives::staysIdle);
    honest.add(5, Lives::works);
    desktop.program().sendSignal(SIGTERM);
    const QStringList problems = honest.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QCOMPARE(desktop.program().waitForExit().value_or(-1), 0);
}

void tst_DesktopProgram::signal_resetsTheStuckAtTheDeadline()
{
    ServedByDesktop desktop({QStringLiteral("--drain-deadline"), QStringLiteral("500ms")});
    QVERIFY2(desktop.waitUntilItListens(), desktop.program().errorOutput().constData());
    Crowd stuck(desktop.address());
    stuck.add(3, Lives::neverCloses);
    desktop.program().sendSignal(SIGINT);
    const QStringList problems = stuck.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QCOMPARE(desktop.program().waitForExit().value_or(-1), 4);
}

void tst_DesktopProgram::secondSignal_endsAtOnce()
{
    ServedByDesktop desktop({QStringLiteral("--drain-deadline"), QStringLiteral("60s")});
    QVERIFY2(desktop.waitUntilItListens(), desktop.program().errorOutput().constData());
    RawPeer stuck;
    QVERIFY(stuck.connectTo(desktop.address()));
    QVERIFY(stuck.readLine().bytes.startsWith("HELLO "));
    QVERIFY(stuck.send("PING begun\nWORK 60000\n"));
    QCOMPARE(stuck.readLine().bytes, "PONG begun");
    desktop.program().sendSignal(SIGTERM);
    QVERIFY(stuck.readLine().bytes.startsWith("GOAWAY "));
    desktop.program().sendSignal(SIGTERM);
    QCOMPARE(desktop.program().waitForExit().value_or(-1), 128 + SIGTERM);
    QCOMPARE(stuck.readToEnd().end, Observation::End::Error);
}

void tst_DesktopProgram::headless_isTheCommandLineProgram()
{
    ProgramRunner program(desktopProgram(),
                          {QStringLiteral("--headless"),
                           QStringLiteral("serve"),
                           QStringLiteral("--listen=127.0.0.1:0")});
    QCOMPARE(program.waitForListeners().size(), 1u);
    program.sendSignal(SIGTERM);
    QCOMPARE(program.waitForExit().value_or(-1), 0);
}

void tst_DesktopProgram::noDisplay_isSaid()
{
    ProgramRunner program(QStringLiteral("/usr/bin/env"),
                          {QStringLiteral("-u"),
                           QStringLiteral("QT_QPA_PLATFORM"),
                           QStringLiteral("-u"),
                           QStringLiteral("DISPLAY"),
                           QStringLiteral("-u"),
                           QStringLiteral("WAYLAND_DISPLAY"),
                           desktopProgram()});
    QCOMPARE(program.waitForExit().value_or(-1), 3);
    const QByteArray said = program.errorOutput();
    QVERIFY2(said.contains("there is no display"), said.constData());
}

QTEST_GUILESS_MAIN(tst_DesktopProgram)
#include "tst_desktopprogram.moc"
