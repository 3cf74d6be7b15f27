// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/pcap.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Teardown;

namespace {

quint32 wordAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromLittleEndian<quint32>(bytes.constData() + offset);
}

CapturedPacket packet(qint64 wallTime, const QByteArray &bytes, quint32 length)
{
    return {.wallTime = wallTime, .bytes = bytes, .length = length};
}

} // namespace

/// Files for Wireshark, byte for byte.
class tst_Pcap : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void header_isThereWithoutPackets();
    void packets_haveTimeAndBothLengths();
    void file_isForItsOwnerOnly();
    void file_thatCannotBeWrittenIsNotThere();
};

void tst_Pcap::header_isThereWithoutPackets()
{
    const QByteArray bytes = toPcap({});
    QCOMPARE(bytes.size(), 24);
    QCOMPARE(wordAt(bytes, 0), 0xa1b23c4dU); // nanoseconds
    QCOMPARE(wordAt(bytes, 4), 0x00040002U); // version 2.4
    QCOMPARE(wordAt(bytes, 8), 0U);
    QCOMPARE(wordAt(bytes, 12), 0U);
    QCOMPARE(wordAt(bytes, 16), PacketSocket::snapLength);
    QCOMPARE(wordAt(bytes, 20), 101U); // LINKTYPE_RAW
}

void tst_Pcap::packets_haveTimeAndBothLengths()
{
    const std::vector packets{packet(1'700'000'000'123'456'789, QByteArray(40, 'a'), 40),
                              packet(1'700'000'001'000'000'001, QByteArray(3, 'b'), 65'000)};
    const QByteArray bytes = toPcap(packets);
    QCOMPARE(bytes.size(), 24 + 16 + 40 + 16 + 3);
    QCOMPARE(wordAt(bytes, 24), 1'700'000'000U);
    QCOMPARE(wordAt(bytes, 28), 123'456'789U);
    QCOMPARE(wordAt(bytes, 32), 40U);
    QCOMPARE(wordAt(bytes, 36), 40U);
    QCOMPARE(bytes.mid(40, 40), packets[0].bytes);
    QCOMPARE(wordAt(bytes, 80), 1'700'000'001U);
    QCOMPARE(wordAt(bytes, 84), 1U);
    QCOMPARE(wordAt(bytes, 88), 3U);
    QCOMPARE(wordAt(bytes, 92), 65'000U);
    QCOMPARE(bytes.mid(96), packets[1].bytes);
}

void tst_Pcap::file_isForItsOwnerOnly()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.pcap"));
    QCOMPARE(writePcap(path, {}), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toPcap({}));
    constexpr auto everybody = QFileDevice::ReadOwner | QFileDevice::WriteOwner
        | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    QCOMPARE(file.permissions() & everybody, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void tst_Pcap::file_thatCannotBeWrittenIsNotThere()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("no/such/a.pcap"));
    QVERIFY(!writePcap(path, {}).isEmpty());
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(tst_Pcap)
#include "tst_pcap.moc"
