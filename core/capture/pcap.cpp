// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/pcap.h"

#include <QDataStream>
#include <QSaveFile>

namespace Teardown {

QByteArray toPcap(std::span<const CapturedPacket> packets)
{
    // The fields are those of draft-ietf-opsawg-pcap §4 and §5.
    constexpr quint32 magicWithNanoseconds = 0xa1b23c4d;
    constexpr quint32 linkTypeRaw = 101;
    constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << magicWithNanoseconds << quint16{2} << quint16{4} << quint32{0} << quint32{0}
           << PacketSocket::snapLength << linkTypeRaw;
    for (const CapturedPacket &packet : packets) {
        const auto size = static_cast<quint32>(packet.bytes.size());
        stream << static_cast<quint32>(packet.wallTime / nanosecondsPerSecond)
               << static_cast<quint32>(packet.wallTime % nanosecondsPerSecond) << size
               << packet.length;
        stream.writeRawData(packet.bytes.constData(), static_cast<int>(size));
    }
    return bytes;
}

QString writePcap(const QString &path, std::span<const CapturedPacket> packets)
{
    const QByteArray bytes = toPcap(packets);
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace Teardown
