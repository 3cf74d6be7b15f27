// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/battery.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <random>

namespace Teardown {

/// Endings of every kind by plain sockets against the program, judged by what the peers know. Many
/// more, in every configuration, are rows of tests/soak.
class tst_Endings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void everyEnding_getsItsVerdict_data();
    void everyEnding_getsItsVerdict();
    void randomEndings_getTheirVerdicts();
    void everyConnection_endsOnce();
    void servers_endInGoodOrder();

private:
    std::unique_ptr<Battery> m_battery;
};

void tst_Endings::initTestCase()
{
    m_battery = std::make_unique<Battery>(Battery::Setup{});
    QCOMPARE(m_battery->startFailure(), QString());
}

void tst_Endings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_Endings::everyEnding_getsItsVerdict_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Ending &ending : allEndings())
        QTest::newRow(ending.name) << index++;
}

void tst_Endings::everyEnding_getsItsVerdict()
{
    QFETCH(const int, index);
    std::vector<Planned> planned;
    for (unsigned seed = 1; seed <= 5; ++seed)
        planned.push_back({.ending = &allEndings()[static_cast<std::size_t>(index)], .seed = seed});
    m_battery->run(planned);
    const QStringList failures = m_battery->judge(planned);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

void tst_Endings::randomEndings_getTheirVerdicts()
{
    const unsigned seed = std::random_device{}();
    std::minstd_rand random(seed);
    std::vector<Planned> planned = planAtRandom(random, allEndings(), 1'000);
    m_battery->run(planned);
    const QStringList failures = m_battery->judge(planned);
    QVERIFY2(failures.isEmpty(),
             qPrintable(QStringLiteral("seed %1: %2 wrong\n%3")
                            .arg(seed)
                            .arg(failures.size())
                            .arg(failures.mid(0, 20).join(u'\n'))));
}

void tst_Endings::everyConnection_endsOnce()
{
    const QStringList errors = m_battery->accountingErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
}

void tst_Endings::servers_endInGoodOrder()
{
    const QStringList errors = m_battery->stop();
    QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Endings)
#include "tst_endings.moc"
