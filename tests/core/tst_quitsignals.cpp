// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/drain/quitsignals.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

#include <unistd.h>

using namespace Teardown;

class tst_QuitSignals : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void signal_isAnnounced_data();
    void signal_isAnnounced();
    void signals_areAnnouncedInOrder();
    void signalBeforeTheEventLoop_isKept();
    void signalInAnotherThread_arrivesInTheMainThread();
    void slot_mayDeleteTheObject();
    void manySignals_doNotBlock();
    void destruction_restoresWhatWasThere();

private:
    struct sigaction m_before
    {
    };
};

void tst_QuitSignals::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QCOMPARE(sigaction(SIGTERM, nullptr, &m_before), 0);
}

void tst_QuitSignals::cleanup()
{
    struct sigaction after
    {
    };
    QCOMPARE(sigaction(SIGTERM, nullptr, &after), 0);
    QVERIFY(after.sa_handler == m_before.sa_handler);
}

void tst_QuitSignals::signal_isAnnounced_data()
{
    QTest::addColumn<int>("signo");

    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_QuitSignals::signal_isAnnounced()
{
    QFETCH(const int, signo);
    QuitSignals quitSignals;
    QSignalSpy spy(&quitSignals, &QuitSignals::requested);
    QCOMPARE(kill(getpid(), signo), 0);
    QCOMPARE(spy.size(), 0); // never from the handler
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).toInt(), signo);
}

void tst_QuitSignals::signals_areAnnouncedInOrder()
{
    QuitSignals quitSignals;
    QSignalSpy spy(&quitSignals, &QuitSignals::requested);
    for (const int signo : {SIGINT, SIGTERM, SIGTERM})
        QCOMPARE(raise(signo), 0);
    QTRY_COMPARE(spy.size(), 3);
    QCOMPARE(spy.at(0).at(0).toInt(), SIGINT);
    QCOMPARE(spy.at(1).at(0).toInt(), SIGTERM);
    QCOMPARE(spy.at(2).at(0).toInt(), SIGTERM);
}

void tst_QuitSignals::signalBeforeTheEventLoop_isKept()
{
    QuitSignals quitSignals;
    QCOMPARE(raise(SIGTERM), 0);
    QSignalSpy spy(&quitSignals, &QuitSignals::requested);
    QTRY_COMPARE(spy.size(), 1);
}

void tst_QuitSignals::signalInAnotherThread_arrivesInTheMainThread()
{
    QuitSignals quitSignals;
    Qt::HANDLE announcedIn = nullptr;
    connect(&quitSignals, &QuitSignals::requested, this, [&announcedIn] {
        announcedIn = QThread::currentThreadId();
    });
    std::thread([] { raise(SIGTERM); }).join();
    QTRY_COMPARE(announcedIn, QThread::currentThreadId());
}

void tst_QuitSignals::slot_mayDeleteTheObject()
{
    auto quitSignals = std::make_unique<QuitSignals>();
    connect(quitSignals.get(), &QuitSignals::requested, this, [&quitSignals] {
        quitSignals.reset();
    });
    QCOMPARE(raise(SIGTERM), 0);
    QTRY_VERIFY(!quitSignals);
}

void tst_QuitSignals::manySignals_doNotBlock()
{
    QuitSignals quitSignals;
    QSignalSpy spy(&quitSignals, &QuitSignals::requested);
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(raise(SIGTERM), 0);
    QTRY_VERIFY(spy.size() > 100);
}

void tst_QuitSignals::destruction_restoresWhatWasThere()
{
    struct sigaction ignore
    {
    };
    ignore.sa_handler = SIG_IGN;
    struct sigaction before
    {
    };
    QCOMPARE(sigaction(SIGINT, &ignore, &before), 0);
    {
        const QuitSignals quitSignals;
        struct sigaction during
        {
        };
        QCOMPARE(sigaction(SIGINT, nullptr, &during), 0);
        QVERIFY(during.sa_handler != SIG_IGN);
    }
    struct sigaction after
    {
    };
    QCOMPARE(sigaction(SIGINT, &before, &after), 0);
    QVERIFY(after.sa_handler == SIG_IGN);
}

QTEST_GUILESS_MAIN(tst_QuitSignals)
#include "tst_quitsignals.moc"
