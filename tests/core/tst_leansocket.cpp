// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/leansocket.h"
#include "tests/support/allocated.h"
#include "tests/support/descriptorpair.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

#include <fcntl.h>

namespace Teardown {

namespace {

/// A socket and the plain end it talks to.
struct Subject
{
    Subject() { socket.setSocketDescriptor(::fcntl(ends.ours(), F_DUPFD_CLOEXEC, 0)); }

    /// Once to the peer, once back; nothing is left in any buffer.
    void exchange()
    {
        socket.write("x");
        ends.send();
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        QTRY_COMPARE(socket.bytesAvailable(), 1);
        QCOMPARE(socket.read(1), "x");
    }

    DescriptorPair ends{DescriptorPair::Family::Tcp};
    LeanSocket socket;
};

} // namespace

class tst_LeanSocket : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void released_holdsNoBuffers();
    void released_goesOnAsBefore();
    void released_inItsOwnSignals();
    void unreadBytes_stay();
    void unsentBytes_stay();
};

void tst_LeanSocket::released_holdsNoBuffers()
{
    if (allocatedBytes() == 0)
        QSKIP("this memory allocator does not count");
    constexpr int count = 20;
    std::vector<std::unique_ptr<Subject>> subjects;
    for (int i = 0; i < count; ++i)
        subjects.push_back(std::make_unique<Subject>());
    const std::size_t before = allocatedBytes();
    for (const auto &subject : subjects)
        subject->exchange();
    QVERIFY2(allocatedBytes() - before > count * 32 * 1024,
             "Qt frees them, nobody else need do it");
    for (const auto &subject : subjects)
        subject->socket.releaseBuffers();
    QVERIFY(allocatedBytes() < before + count * 1024);
}

void tst_LeanSocket::released_goesOnAsBefore()
{
    Subject subject;
    subject.socket.releaseBuffers();
    for (int i = 0; i < 3; ++i) {
        subject.exchange();
        subject.socket.releaseBuffers();
        QCOMPARE(subject.socket.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(subject.socket.openMode(), QIODevice::ReadWrite);
    }
    QCOMPARE(DescriptorPair::receive(subject.ends.peer()), "xxx");
}

void tst_LeanSocket::released_inItsOwnSignals()
{
    Subject subject;
    LeanSocket &socket = subject.socket;
    QByteArray received;
    connect(&socket, &QIODevice::readyRead, &socket, [&] {
        received += socket.readAll();
        socket.releaseBuffers();
    });
    connect(&socket, &QIODevice::bytesWritten, &socket, &LeanSocket::releaseBuffers);
    for (int i = 1; i <= 3; ++i) {
        subject.ends.send();
        socket.write("y");
        QTRY_COMPARE(received.size(), i);
        QTRY_COMPARE(socket.bytesToWrite(), 0);
    }
    QCOMPARE(DescriptorPair::receive(subject.ends.peer()), "yyy");
}

void tst_LeanSocket::unreadBytes_stay()
{
    Subject subject;
    subject.ends.send("abc");
    QTRY_COMPARE(subject.socket.bytesAvailable(), 3);
    subject.socket.releaseBuffers();
    QCOMPARE(subject.socket.read(2), "ab");
    subject.socket.releaseBuffers();
    QCOMPARE(subject.socket.readAll(), "c");
}

void tst_LeanSocket::unsentBytes_stay()
{
    Subject subject;
    subject.socket.write("abc");
    subject.socket.releaseBuffers();
    QTRY_COMPARE(subject.socket.bytesToWrite(), 0);
    QCOMPARE(DescriptorPair::receive(subject.ends.peer()), "abc");
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LeanSocket)
#include "tst_leansocket.moc"
