// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/limits.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <sys/resource.h>

using namespace Teardown;

class tst_Limits : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void descriptorLimit_isRaisedToTheHardOne();
    void cap_leavesDescriptorsForTheRest_data();
    void cap_leavesDescriptorsForTheRest();
    void workers_areAtLeastOne();
};

void tst_Limits::descriptorLimit_isRaisedToTheHardOne()
{
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(before.rlim_max > 256);
    const rlimit lowered{.rlim_cur = 256, .rlim_max = before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &lowered), 0);

    QCOMPARE(raiseDescriptorLimit(), quint64{before.rlim_max});
    rlimit after{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &after), 0);
    QCOMPARE(after.rlim_cur, before.rlim_max);

    QCOMPARE(raiseDescriptorLimit(), quint64{before.rlim_max});
}

void tst_Limits::cap_leavesDescriptorsForTheRest_data()
{
    QTest::addColumn<int>("configured");
    QTest::addColumn<quint64>("descriptors");
    QTest::addColumn<int>("cap");

    QTest::newRow("plenty") << 10'000 << quint64{1'048'576} << 10'000;
    QTest::newRow("just enough") << 960 << quint64{1'024} << 960;
    QTest::newRow("one too few") << 961 << quint64{1'024} << 960;
    QTest::newRow("unlimited") << 10'000 << ~quint64{0} << 10'000;
    QTest::newRow("as many kept back as used") << 10'000 << quint64{128} << 64;
    QTest::newRow("fewer: half of them") << 10'000 << quint64{127} << 63;
    QTest::newRow("none") << 10'000 << quint64{0} << 0;
}

void tst_Limits::cap_leavesDescriptorsForTheRest()
{
    QFETCH(const int, configured);
    QFETCH(const quint64, descriptors);
    QFETCH(const int, cap);
    QCOMPARE(connectionCap(configured, descriptors), cap);
}

void tst_Limits::workers_areAtLeastOne()
{
    QCOMPARE(workerCount(3), 3);
    QCOMPARE(workerCount(0), qMax(1, QThread::idealThreadCount() - 1));
}

QTEST_GUILESS_MAIN(tst_Limits)
#include "tst_limits.moc"
