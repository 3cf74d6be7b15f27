// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTcpSocket>

namespace Teardown {

/// A QTcpSocket that does without proxies and gives back the buffers it does not need.
///
/// Qt keeps a chunk of 16 KiB for reading and one of 32 KiB for writing in every socket that has
/// used them once, and a page or more of each stays resident (QRingBuffer, Qt 6.4).
class LeanSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    LeanSocket();

    /// Frees the buffers when they are empty; may be called in the socket's own signals. False when
    /// something is in them.
    bool releaseBuffers();
};

} // namespace Teardown
