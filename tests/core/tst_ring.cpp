// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/ring.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Teardown;

class tst_Ring : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void push_keepsEverythingUpToTheCapacity();
    void push_dropsTheOldestBeyondTheCapacity();
    void push_takesValuesThatOnlyMove();
};

namespace {

std::vector<int> values(const Ring<int> &ring)
{
    return {ring.begin(), ring.end()};
}

} // namespace

void tst_Ring::push_keepsEverythingUpToTheCapacity()
{
    Ring<int> ring(3);
    QCOMPARE(ring.size(), std::size_t{0});
    for (int i = 1; i <= 3; ++i)
        ring.push(i);
    QCOMPARE(values(ring), (std::vector{1, 2, 3}));
    QCOMPARE(ring.dropped(), quint64{0});
}

void tst_Ring::push_dropsTheOldestBeyondTheCapacity()
{
    Ring<int> ring(3);
    for (int i = 1; i <= 4; ++i)
        ring.push(i);
    QCOMPARE(ring.size(), ring.capacity());
    QCOMPARE(values(ring), (std::vector{2, 3, 4}));
    QCOMPARE(ring[0], 2);
    QCOMPARE(ring[2], 4);
    QCOMPARE(ring.dropped(), quint64{1});
}

void tst_Ring::push_takesValuesThatOnlyMove()
{
    Ring<std::unique_ptr<int>> ring(1);
    ring.push(std::make_unique<int>(1));
    ring.push(std::make_unique<int>(2));
    QCOMPARE(*ring[0], 2);
}

QTEST_GUILESS_MAIN(tst_Ring)
#include "tst_ring.moc"
