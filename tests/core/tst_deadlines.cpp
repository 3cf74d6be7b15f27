// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/deadlineowner.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Teardown;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds tick = Deadlines::tickLength;
constexpr int slice = Deadlines::deadlinesPerPass;

using Owners = std::vector<std::unique_ptr<CountingOwner>>;

Owners makeOwners(int count)
{
    Owners owners;
    for (int i = 0; i < count; ++i)
        owners.push_back(std::make_unique<CountingOwner>());
    return owners;
}

qsizetype passedOf(const Owners &owners)
{
    return std::count_if(owners.begin(), owners.end(), [](const auto &owner) {
        return owner && owner->passed > 0;
    });
}

} // namespace

class tst_Deadlines : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void deadline_passesAtItsLength();
    void restart_countsFromThere();
    void stop_isIdempotent();
    void lists_areOnePerLength();
    void destroyedNode_isStopped();
    void destroyedDeadlines_stopTheirNodes();
    void owner_mayRestartItself();
    void owner_mayDeleteItself();
    void owner_mayDeleteItsNeighbours();
    void owner_mayStopAndStartOthers();
    void manyDeadlines_passInSlices_data();
    void manyDeadlines_passInSlices();
    void ticksBetweenSlices_addNone();
    void time_isThatOfThePass();

private:
    void pass(std::chrono::nanoseconds time);

    ManualClock m_clock;
    std::unique_ptr<Deadlines> m_deadlines;
};

void tst_Deadlines::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_deadlines = std::make_unique<Deadlines>(m_clock);
}

void tst_Deadlines::cleanup()
{
    m_deadlines.reset();
}

/// Tick by tick: more at once is a hold-up.
void tst_Deadlines::pass(std::chrono::nanoseconds time)
{
    while (time > 0ns) {
        const auto step = std::min<std::chrono::nanoseconds>(time, tick);
        m_clock.advance(step);
        m_deadlines->tick();
        time -= step;
    }
}

void tst_Deadlines::deadline_passesAtItsLength()
{
    CountingOwner owner;
    QVERIFY(!owner.node.isRunning());
    m_deadlines->start(owner.node, m_deadlines->list(100ms));
    QVERIFY(owner.node.isRunning());
    QVERIFY(m_deadlines->due(owner.node) == m_clock.now() + 100ms);
    QCOMPARE(owner.node.length(), 100ms);
    pass(100ms - 1ns);
    QCOMPARE(owner.passed, 0);
    pass(1ns);
    QCOMPARE(owner.passed, 1);
    QVERIFY(!owner.node.isRunning());
    pass(1s);
    QCOMPARE(owner.passed, 1);
}

void tst_Deadlines::restart_countsFromThere()
{
    const Owners owners = makeOwners(3);
    DeadlineList &list = m_deadlines->list(100ms);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, list);
    pass(60ms);
    m_deadlines->start(owners[1]->node, list);
    pass(99ms);
    QCOMPARE(owners[0]->passed, 1);
    QCOMPARE(owners[1]->passed, 0);
    QCOMPARE(owners[2]->passed, 1);
    m_deadlines->start(owners[1]->node, m_deadlines->list(10ms)); // in another list
    pass(9ms);
    QCOMPARE(owners[1]->passed, 0);
    pass(1ms);
    QCOMPARE(owners[1]->passed, 1);
}

void tst_Deadlines::stop_isIdempotent()
{
    const Owners owners = makeOwners(3);
    m_deadlines->stop(owners[1]->node);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, m_deadlines->list(100ms));
    m_deadlines->stop(owners[1]->node);
    m_deadlines->stop(owners[1]->node);
    QVERIFY(!owners[1]->node.isRunning());
    pass(100ms);
    QCOMPARE(passedOf(owners), 2);
    QCOMPARE(owners[1]->passed, 0);
}

void tst_Deadlines::lists_areOnePerLength()
{
    DeadlineList &first = m_deadlines->list(30ms);
    Owners owners;
    for (int i = 1; i <= 100; ++i) {
        auto &owner = owners.emplace_back(std::make_unique<CountingOwner>());
        m_deadlines->start(owner->node, m_deadlines->list(Milliseconds(i)));
    }
    QCOMPARE(&m_deadlines->list(30ms), &first);
    QCOMPARE(first.length(), 30ms);
    for (int i = 1; i <= 100; ++i) {
        pass(1ms);
        QCOMPARE(passedOf(owners), i);
        QCOMPARE(owners[std::size_t(i - 1)]->passed, 1);
    }
}

void tst_Deadlines::destroyedNode_isStopped()
{
    Owners owners = makeOwners(5);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, m_deadlines->list(100ms));
    owners[0].reset();
    owners[2].reset();
    owners[4].reset();
    pass(100ms);
    QCOMPARE(passedOf(owners), 2);
}

void tst_Deadlines::destroyedDeadlines_stopTheirNodes()
{
    const Owners owners = makeOwners(3);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, m_deadlines->list(100ms));
    m_deadlines.reset();
    for (const auto &owner : owners)
        QVERIFY(!owner->node.isRunning());
}

void tst_Deadlines::owner_mayRestartItself()
{
    CountingOwner owner;
    owner.react = [&] {
        m_deadlines->start(owner.node, m_deadlines->list(tick));
    };
    m_deadlines->start(owner.node, m_deadlines->list(tick));
    for (int i = 1; i <= 5; ++i) {
        pass(tick);
        QCOMPARE(owner.passed, i);
    }
    m_clock.advance(10 * tick);
    m_deadlines->tick();
    QCOMPARE(owner.passed, 6); // what was missed is not caught up with
}

void tst_Deadlines::owner_mayDeleteItself()
{
    Owners owners = makeOwners(3);
    int passed = 0;
    for (auto &owner : owners) {
        owner->react = [&] {
            ++passed;
            owner.reset();
        };
        m_deadlines->start(owner->node, m_deadlines->list(100ms));
    }
    pass(100ms);
    QCOMPARE(passed, 3);
    QVERIFY(std::none_of(owners.begin(), owners.end(), [](const auto &owner) {
        return owner != nullptr;
    }));
}

void tst_Deadlines::owner_mayDeleteItsNeighbours()
{
    Owners owners = makeOwners(7);
    for (std::size_t i = 0; i < owners.size(); ++i)
        m_deadlines->start(owners[i]->node, m_deadlines->list(i < 5 ? 100ms : 50ms));
    owners[1]->react = [&] { // in its own list, and in the other one
        for (const std::size_t i : {0U, 2U, 3U, 5U})
            owners[i].reset();
    };
    pass(100ms);
    QCOMPARE(owners[1]->passed, 1);
    QCOMPARE(owners[4]->passed, 1);
    QCOMPARE(owners[6]->passed, 1);
    QCOMPARE(passedOf(owners), 3);
}

void tst_Deadlines::owner_mayStopAndStartOthers()
{
    const Owners owners = makeOwners(5);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, m_deadlines->list(100ms));
    owners[0]->react = [&] {
        m_deadlines->stop(owners[1]->node);
        m_deadlines->start(owners[2]->node, m_deadlines->list(100ms));
        for (int i = 1; i <= 50; ++i) // lengths that were not there
            m_deadlines->start(owners[3]->node, m_deadlines->list(Milliseconds(1000 + i)));
    };
    pass(100ms);
    QCOMPARE(passedOf(owners), 2);
    QCOMPARE(owners[4]->passed, 1);
    pass(100ms);
    QCOMPARE(owners[2]->passed, 1);
    pass(949ms);
    QCOMPARE(owners[3]->passed, 0);
    pass(1ms);
    QCOMPARE(owners[3]->passed, 1);
}

void tst_Deadlines::manyDeadlines_passInSlices_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one slice") << slice;
    QTest::newRow("one more than a slice") << slice + 1;
    QTest::newRow("10 000") << 10'000;
}

void tst_Deadlines::manyDeadlines_passInSlices()
{
    QFETCH(int, count);
    const Owners owners = makeOwners(count);
    for (int i = 0; i < count; ++i)
        m_deadlines->start(owners[std::size_t(i)]->node, m_deadlines->list(i % 2 ? 50ms : 60ms));
    pass(60ms);
    int expected = std::min(count, slice);
    QCOMPARE(passedOf(owners), expected);
    while (expected < count) {
        QCoreApplication::processEvents();
        expected = std::min(count, expected + slice);
        QCOMPARE(passedOf(owners), expected);
    }
    QVERIFY(std::all_of(owners.begin(), owners.end(), [](const auto &owner) {
        return owner->passed == 1 && !owner->node.isRunning();
    }));
}

void tst_Deadlines::ticksBetweenSlices_addNone()
{
    const Owners owners = makeOwners(3 * slice);
    for (const auto &owner : owners)
        m_deadlines->start(owner->node, m_deadlines->list(50ms));
    pass(50ms);
    pass(tick);
    pass(tick);
    QCOMPARE(passedOf(owners), slice);
    QTRY_COMPARE(passedOf(owners), 3 * slice);
}

void tst_Deadlines::time_isThatOfThePass()
{
    const TimePoint before = m_deadlines->now();
    m_clock.advance(1s);
    QVERIFY(m_deadlines->now() == before);
    QCoreApplication::processEvents();
    QVERIFY(m_deadlines->now() == before + 1s);
    m_clock.advance(1s);
    m_deadlines->tick();
    QVERIFY(m_deadlines->now() == before + 2s);
}

QTEST_GUILESS_MAIN(tst_Deadlines)
#include "tst_deadlines.moc"
