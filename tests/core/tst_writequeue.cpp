// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/writequeue.h"
#include "tests/support/descriptorpair.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

using namespace Teardown;

class tst_WriteQueue : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void bytes_leaveInOrderWhateverTheKernelTakes();
    void fullSocket_isNoError();
    void deadSocket_isAnErrorAndKeepsTheRest();
};

void tst_WriteQueue::bytes_leaveInOrderWhateverTheKernelTakes()
{
    DescriptorPair pair;
    WriteQueue queue;
    QByteArray sent;
    QByteArray arrived;
    for (int round = 0; round < 200; ++round) {
        const QByteArray piece(10'000 + round, static_cast<char>('a' + round % 26));
        queue.append(piece);
        sent += piece;
        QCOMPARE(queue.writeTo(pair.ours()).error, 0);
        if (round % 7 == 0)
            arrived += DescriptorPair::receive(pair.peer());
    }
    while (arrived.size() < sent.size()) {
        queue.writeTo(pair.ours());
        arrived += DescriptorPair::receive(pair.peer());
    }
    QCOMPARE(arrived, sent);
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.size(), 0);
}

void tst_WriteQueue::fullSocket_isNoError()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    pair.fill();
    WriteQueue queue;
    queue.append("later");
    const WriteQueue::Written written = queue.writeTo(pair.ours());
    QCOMPARE(written.error, 0);
    QCOMPARE(written.bytes, 0);
    QCOMPARE(queue.size(), 5);
}

void tst_WriteQueue::deadSocket_isAnErrorAndKeepsTheRest()
{
    DescriptorPair pair(DescriptorPair::Family::Tcp);
    pair.resetPeer();
    WriteQueue queue;
    queue.append("lost");
    QCOMPARE(queue.writeTo(pair.ours()).error, ECONNRESET);
    QCOMPARE(queue.size(), 4);
    // No signal is raised either (MSG_NOSIGNAL): this line runs.
    QCOMPARE(queue.writeTo(pair.ours()).error, EPIPE);
}

QTEST_GUILESS_MAIN(tst_WriteQueue)
#include "tst_writequeue.moc"
