// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/actors/actor.h"

struct sockaddr_in;

namespace Teardown {

// The steps of plain sockets, one function each; what they do is written down in
// resources/scenarios/README.md. \a step has the arguments.

CallResult callSend(int descriptor, const Step &step);
CallResult callSendAll(int descriptor, const Step &step);
CallResult callFill(int descriptor);
CallResult callReceive(int descriptor, const Step &step);
CallResult callReceiveAll(int descriptor, const Step &step);
CallResult callShutdown(int descriptor, const Step &step);
CallResult callLinger(int descriptor, const Step &step);
CallResult callSetOption(int descriptor, const Step &step);
CallResult callNonBlocking(int descriptor);
CallResult callPoll(int descriptor, const Step &step);
CallResult callTakeError(int descriptor);
CallResult callPeerName(int descriptor);
CallResult callUnconnect(int descriptor);

SocketProbe probeSocket(int descriptor);

/// The result of a call that returned \a returned, with errno.
CallResult resultOf(QString call, qint64 returned);

/// \a address, which is IPv4, as the kernel takes it.
sockaddr_in kernelAddress(const SocketAddress &address);

/// The \a count bytes a step sends without a text: byte i is 0x20 + i mod 95, as in the line
/// protocol.
QByteArray labPayload(qsizetype count);

} // namespace Teardown
