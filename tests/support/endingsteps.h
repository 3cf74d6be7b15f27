// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/endings.h"

/// What the scripts of the battery are made of. Each step notes in the truth the first thing that
/// was not as it should be.
namespace Teardown::EndingSteps {

using Random = std::minstd_rand;

inline constexpr QLatin1StringView peerClosed{"peer-closed peer fin"};
inline constexpr QLatin1StringView peerReset{"peer-reset peer rst"};
inline constexpr QLatin1StringView peerClosedThenReset{"peer-closed-then-reset peer fin-then-rst"};
inline constexpr QLatin1StringView localClose{"local-close local fin"};

int between(Random &random, int low, int high);
QByteArray randomBytes(Random &random, int count);

/// \a seen must have ended by \a end.
void expect(Truth &truth, const Observation &seen, Observation::End end, const char *when);

/// \a seen must be \a line.
void expectLine(Truth &truth, const Observation &seen, const QByteArray &line);

/// Reads the HELLO.
void greet(Truth &truth, PlainClient &line);

/// Reads until the server's FIN.
void readEof(Truth &truth, PlainPeer &peer);

/// Reads until the server's RST.
void readReset(Truth &truth, PlainPeer &peer);

/// From now on every byte of both sides must be known as arrived.
void everythingArrived(Truth &truth, const PlainPeer &peer);

/// The HELLO, then a few requests and their answers.
void chat(Truth &truth, PlainClient &line, Random &random);

} // namespace Teardown::EndingSteps
