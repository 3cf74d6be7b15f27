// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/endings.h"

/// The scripts of the battery: each takes a connected peer to its end.
namespace Teardown::EndingScripts {

// Everything arrives.

Truth closes(RawPeer &peer, std::minstd_rand &random);
Truth downloads(RawPeer &peer, std::minstd_rand &random);
Truth uploads(RawPeer &peer, std::minstd_rand &random);
Truth halfClosesWhileOwedBytes(RawPeer &peer, std::minstd_rand &random);
Truth halfClosesWhileOwedAnswers(RawPeer &peer, std::minstd_rand &random);
Truth asksForFin(RawPeer &peer, std::minstd_rand &random);
Truth quitsChattily(RawPeer &peer, std::minstd_rand &random);
Truth asksForHalfClose(RawPeer &peer, std::minstd_rand &random);
Truth sendsTooLongALine(RawPeer &peer, std::minstd_rand &random);
Truth hasItEchoed(RawPeer &peer, std::minstd_rand &random);
Truth answersHeartbeats(RawPeer &peer, std::minstd_rand &random);
Truth talksInsteadOfAnsweringHeartbeats(RawPeer &peer, std::minstd_rand &random);

// The peer cuts it short.

Truth cutsItsUpload(RawPeer &peer, std::minstd_rand &random);
Truth cutsItsLine(RawPeer &peer, std::minstd_rand &random);
Truth resets(RawPeer &peer, std::minstd_rand &random);
Truth resetsInDownload(RawPeer &peer, std::minstd_rand &random);
Truth resetsInUpload(RawPeer &peer, std::minstd_rand &random);
Truth closesThenResets(RawPeer &peer, std::minstd_rand &random);
Truth closesThenResetsInDownload(RawPeer &peer, std::minstd_rand &random);
Truth closesWithUnread(RawPeer &peer, std::minstd_rand &random);
Truth closesBeforeTheGreeting(RawPeer &peer, std::minstd_rand &random);

// The server resets.

Truth asksForReset(RawPeer &peer, std::minstd_rand &random);
Truth sendsHalfALine(RawPeer &peer, std::minstd_rand &random);
Truth tricklesItsUpload(RawPeer &peer, std::minstd_rand &random);
Truth neverReads(RawPeer &peer, std::minstd_rand &random);
Truth neverCloses(RawPeer &peer, std::minstd_rand &random);
Truth chattersForEver(RawPeer &peer, std::minstd_rand &random);
Truth idles(RawPeer &peer, std::minstd_rand &random);
Truth missesHeartbeats(RawPeer &peer, std::minstd_rand &random);

// The kernel gives up.

Truth outstaysTheUserTimeout(RawPeer &peer, std::minstd_rand &random);

} // namespace Teardown::EndingScripts
