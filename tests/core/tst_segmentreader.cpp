// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/segmentreader.h"
#include "tests/support/packets.h"

#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

namespace {

const SocketAddress client{QHostAddress(QStringLiteral("127.0.0.1")), 5'000};
const SocketAddress server{QHostAddress(QStringLiteral("127.128.0.1")), 80};
constexpr quint32 clientFirst = 4'294'967'290; // wraps round soon
constexpr quint32 serverFirst = 7'000;

} // namespace

/// Relative numbers, windows and sides; nothing is captured here.
class tst_SegmentReader : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_reader = SegmentReader(false);
        m_reader.place(server, LabSide::Server);
    }

    void numbers_countFromTheSyn();
    void window_isScaledWhenBothOfferIt();
    void window_isNotScaledWhenOneDoesNot();
    void syn_beginsAnewAfterTheEnd_data();
    void syn_beginsAnewAfterTheEnd();
    void syn_thatIsForgedChangesNothing();
    void reset_byNobodyHasNumberZero();
    void sides_ofBothEnds();
    void sides_areUnknownWhereNobodyIsKnown();
    void sides_throughARelay();

private:
    SegmentRecord fromClient(quint8 flags, quint32 sequence, const QByteArray &payload = {})
    {
        return read(client, server, flags, clientFirst + sequence, serverFirst + 1, payload);
    }

    SegmentRecord fromServer(quint8 flags, quint32 sequence, quint32 acknowledgment)
    {
        return read(server, client, flags, serverFirst + sequence, clientFirst + acknowledgment);
    }

    SegmentRecord read(const SocketAddress &from,
                       const SocketAddress &to,
                       quint8 flags,
                       quint32 sequence,
                       quint32 acknowledgment,
                       const QByteArray &payload = {})
    {
        const bool isScaling = from == client || m_serverScales;
        const QByteArray packet = packetOf({.source = from,
                                            .destination = to,
                                            .flags = flags,
                                            .sequence = sequence,
                                            .acknowledgment = acknowledgment,
                                            .window = 100,
                                            .options = (flags & TcpFlags::syn) != 0 && isScaling
                                                ? QByteArray::fromHex("03030700")
                                                : QByteArray(),
                                            .payload = payload});
        return m_reader.read({*parseSegment(packet), {.bytes = packet}});
    }

    void shakeHands()
    {
        fromClient(TcpFlags::syn, 0);
        fromServer(TcpFlags::syn | TcpFlags::ack, 0, 1);
        fromClient(TcpFlags::ack, 1);
    }

    bool m_serverScales = true;
    SegmentReader m_reader{false};
};

void tst_SegmentReader::numbers_countFromTheSyn()
{
    QCOMPARE(fromClient(TcpFlags::syn, 0).numbers(), QStringLiteral("seq 0"));
    QCOMPARE(fromServer(TcpFlags::syn | TcpFlags::ack, 0, 1).numbers(),
             QStringLiteral("seq 0 ack 1"));
    const SegmentRecord data = fromClient(TcpFlags::psh | TcpFlags::ack, 1, QByteArray(30, 'x'));
    QCOMPARE(data.numbers(), QStringLiteral("seq 1 ack 1"));
    QCOMPARE(data.summary(), QStringLiteral("PSH ACK 30"));
    QCOMPARE(fromServer(TcpFlags::ack, 1, 31).numbers(), QStringLiteral("seq 1 ack 31"));
}

void tst_SegmentReader::window_isScaledWhenBothOfferIt()
{
    QCOMPARE(fromClient(TcpFlags::syn, 0).window, 100U);
    QCOMPARE(fromServer(TcpFlags::syn | TcpFlags::ack, 0, 1).window, 100U);
    QCOMPARE(fromClient(TcpFlags::ack, 1).window, 100U << 7);
    QCOMPARE(fromServer(TcpFlags::ack, 1, 1).window, 100U << 7);
}

void tst_SegmentReader::window_isNotScaledWhenOneDoesNot()
{
    m_serverScales = false;
    shakeHands();
    m_serverScales = true;
    QCOMPARE(fromClient(TcpFlags::ack, 1).window, 100U);
    QCOMPARE(fromServer(TcpFlags::ack, 1, 1).window, 100U);
}

void tst_SegmentReader::syn_beginsAnewAfterTheEnd_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("both have sent FIN") << false;
    QTest::newRow("reset") << true;
}

void tst_SegmentReader::syn_beginsAnewAfterTheEnd()
{
    QFETCH(const bool, isReset);
    shakeHands();
    if (isReset) {
        fromClient(TcpFlags::rst, 1);
    } else {
        fromClient(TcpFlags::fin | TcpFlags::ack, 1);
        fromServer(TcpFlags::fin | TcpFlags::ack, 1, 2);
    }
    QCOMPARE(fromClient(TcpFlags::syn, 1'000'000).numbers(), QStringLiteral("seq 0"));
    QCOMPARE(fromServer(TcpFlags::syn | TcpFlags::ack, 2'000'000, 1'000'001).numbers(),
             QStringLiteral("seq 0 ack 1"));
    QCOMPARE(fromServer(TcpFlags::ack, 2'000'001, 1'000'001).numbers(),
             QStringLiteral("seq 1 ack 1"));
}

void tst_SegmentReader::syn_thatIsForgedChangesNothing()
{
    shakeHands();
    QCOMPARE(fromClient(TcpFlags::rst, 101).numbers(), QStringLiteral("seq 101"));
    QCOMPARE(fromClient(TcpFlags::syn, 201).numbers(), QStringLiteral("seq 201"));
    QCOMPARE(fromServer(TcpFlags::ack, 1, 1).numbers(), QStringLiteral("seq 1 ack 1"));
    QCOMPARE(fromClient(TcpFlags::ack, 1).window, 100U << 7);
}

void tst_SegmentReader::reset_byNobodyHasNumberZero()
{
    shakeHands();
    const SegmentRecord reset
        = read(server, client, TcpFlags::rst | TcpFlags::ack, 0, clientFirst + 1);
    QCOMPARE(reset.numbers(), QStringLiteral("seq 0 ack 1"));
}

void tst_SegmentReader::sides_ofBothEnds()
{
    const SegmentRecord there = fromClient(TcpFlags::syn, 0);
    QCOMPARE(there.fromSide, std::optional(LabSide::Client));
    QCOMPARE(there.toSide, std::optional(LabSide::Server));
    const SegmentRecord back = fromServer(TcpFlags::ack, 0, 1);
    QCOMPARE(back.fromSide, std::optional(LabSide::Server));
    QCOMPARE(back.toSide, std::optional(LabSide::Client));
}

void tst_SegmentReader::sides_areUnknownWhereNobodyIsKnown()
{
    m_reader = SegmentReader(false);
    const SegmentRecord record = fromClient(TcpFlags::syn, 0);
    QVERIFY(!record.fromSide);
    QVERIFY(!record.toSide);
}

void tst_SegmentReader::sides_throughARelay()
{
    const SocketAddress relay{QHostAddress(QStringLiteral("127.128.0.1")), 81};
    const SocketAddress outgoing{QHostAddress(QStringLiteral("127.0.0.1")), 6'000};
    m_reader = SegmentReader(true);
    m_reader.place(server, LabSide::Server);
    m_reader.place(relay, LabSide::Middle);
    const SegmentRecord first = read(client, relay, TcpFlags::syn, 0, 0);
    QCOMPARE(first.fromSide, std::optional(LabSide::Client));
    QCOMPARE(first.toSide, std::optional(LabSide::Middle));
    const SegmentRecord second = read(outgoing, server, TcpFlags::syn, 0, 0);
    QCOMPARE(second.fromSide, std::optional(LabSide::Middle));
    QCOMPARE(second.toSide, std::optional(LabSide::Server));
}

QTEST_GUILESS_MAIN(tst_SegmentReader)
#include "tst_segmentreader.moc"
