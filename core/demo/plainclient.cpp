// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/demo/plainclient.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Teardown {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

Milliseconds left(TimePoint until)
{
    return std::max(Milliseconds(0), std::chrono::duration_cast<Milliseconds>(until - steadyNow()));
}

Observation wrongAnswer(const QByteArray &bytes)
{
    return {.end = Observation::End::Error, .error = 0, .bytes = bytes};
}

} // namespace

PlainClient::PlainClient(PlainPeer &peer)
    : m_peer(peer)
{
}

Observation PlainClient::send(const QByteArray &line, Milliseconds limit)
{
    return m_peer.send(line + '\n', limit);
}

Observation PlainClient::answer(Milliseconds limit)
{
    const TimePoint until = after(limit);
    for (;;) {
        Observation line = m_peer.readLine(left(until));
        if (!line)
            return line;
        if (line.bytes.startsWith("PING")) {
            line.bytes.replace(0, 4, "PONG");
            if (const Observation sent = send(line.bytes, left(until)); !sent)
                return sent;
        } else if (!line.bytes.startsWith("GOAWAY")) {
            return line;
        }
    }
}

Observation PlainClient::request(const QByteArray &line, Milliseconds limit)
{
    const TimePoint until = after(limit);
    if (const Observation sent = send(line, limit); !sent)
        return sent;
    return answer(left(until));
}

Observation PlainClient::download(qint64 count, Milliseconds limit)
{
    const TimePoint until = after(limit);
    if (const Observation sent = send("DOWNLOAD " + QByteArray::number(count), limit); !sent)
        return sent;
    return takeDownload(count, left(until));
}

Observation PlainClient::takeDownload(qint64 count, Milliseconds limit)
{
    const TimePoint until = after(limit);
    const Observation header = answer(limit);
    if (!header)
        return header;
    if (header.bytes != "DATA " + QByteArray::number(count))
        return wrongAnswer(header.bytes);
    for (qint64 offset = 0; offset < count;) {
        const qsizetype size = std::min(pieceSize, count - offset);
        Observation piece = m_peer.readExactly(size, left(until));
        const bool right = piece.bytes == downloadPattern(offset, piece.bytes.size());
        if (!right)
            return wrongAnswer(piece.bytes);
        if (!piece)
            return piece;
        offset += size;
    }
    return {};
}

Observation PlainClient::upload(const QByteArray &bytes, Milliseconds limit)
{
    const TimePoint until = after(limit);
    const QByteArray size = QByteArray::number(bytes.size());
    if (const Observation sent = m_peer.send("UPLOAD " + size + '\n' + bytes, limit); !sent)
        return sent;
    const Observation stored = answer(left(until));
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (stored && stored.bytes != "STORED " + size + " sha256=" + sha256)
        return wrongAnswer(stored.bytes);
    return stored;
}

Observation PlainClient::stayIdle(Milliseconds duration)
{
    const TimePoint until = after(duration);
    for (;;) {
        const Observation line = answer(left(until));
        if (!line)
            return line;
    }
}

QByteArray downloadPattern(qint64 offset, qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (qsizetype i = 0; i < count; ++i)
        bytes[i] = static_cast<char>(0x20 + (offset + i) % 95);
    return bytes;
}

} // namespace Teardown
