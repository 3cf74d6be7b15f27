// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/demo/plainpeer.h"

namespace Teardown {

/// The client's half of the line protocol (CONTRACT §4) over a plain socket.
///
/// Answers the server's PINGs and passes over its GOAWAY while it waits for an answer, so that a
/// client written with it is an honest one.
class PlainClient
{
public:
    /// \a peer must be connected and outlive this.
    explicit PlainClient(PlainPeer &peer);

    /// Sends \a line and its LF.
    Observation send(const QByteArray &line, Milliseconds limit = peerLimit);

    /// The next line that is neither PING nor GOAWAY.
    Observation answer(Milliseconds limit = peerLimit);

    /// send(), then answer().
    Observation request(const QByteArray &line, Milliseconds limit = peerLimit);

    /// Asks for \a count bytes and checks every one of them. Complete when all were right; an
    /// Error without errno when one was not.
    Observation download(qint64 count, Milliseconds limit = peerLimit);

    /// Takes the answer to a DOWNLOAD that has been asked for, as download() does.
    Observation takeDownload(qint64 count, Milliseconds limit = peerLimit);

    /// Sends \a bytes as an UPLOAD and checks the answer's size and SHA-256, as download() does.
    Observation upload(const QByteArray &bytes, Milliseconds limit = peerLimit);

    /// Honest and idle for \a duration: answers PINGs. TimeLimit when nothing ended it.
    Observation stayIdle(Milliseconds duration);

private:
    PlainPeer &m_peer;
};

/// What a DOWNLOAD sends: byte i is 0x20 + i mod 95. \a offset is that of the first byte.
QByteArray downloadPattern(qint64 offset, qsizetype count);

} // namespace Teardown
