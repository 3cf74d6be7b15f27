// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/classifier.h"

#include <QAbstractSocket>

#include <cerrno>

namespace Teardown {

namespace {

/// The errno of a connect that never left this machine: descriptors, memory or ports ran out.
bool isOwnShortage(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM
        || error == EADDRNOTAVAIL;
}

Verdict classifyUnopened(const EndFacts &facts)
{
    if (facts.nameNotFound)
        return {EndedBy::Network, Wire::None, Reason::NameNotFound, Grade::Observed};
    if (facts.intent == Reason::ConnectTimeout || facts.error == ETIMEDOUT)
        return {EndedBy::Network, Wire::None, Reason::ConnectTimeout, Grade::Observed};
    if (facts.error == ECONNREFUSED)
        return {EndedBy::Peer, Wire::Rst, Reason::ConnectRefused, Grade::Observed};
    // An RST that answers the SYN is ECONNREFUSED: these are of one after the handshake, or after a
    // FIN (tcp_reset(), Linux 6.1), which came before we looked.
    if (facts.error == ECONNRESET)
        return {EndedBy::Peer, Wire::Rst, Reason::PeerReset, Grade::Observed};
    if (facts.error == EPIPE)
        return {EndedBy::Peer, Wire::FinThenRst, Reason::PeerClosedThenReset, Grade::Observed};
    if (facts.error) {
        const EndedBy who = isOwnShortage(*facts.error) ? EndedBy::Local : EndedBy::Network;
        return {who, Wire::None, Reason::ConnectFailed, Grade::Observed};
    }
    if (facts.intent)
        return {EndedBy::Local, Wire::None, *facts.intent, Grade::Observed};
    return {};
}

Verdict classifyReset(const EndFacts &facts, Grade grade)
{
    if (facts.finReceived)
        return {EndedBy::Peer, Wire::FinThenRst, Reason::PeerClosedThenReset, grade};
    return {EndedBy::Peer, Wire::Rst, Reason::PeerReset, grade};
}

Verdict classifyError(const EndFacts &facts)
{
    switch (*facts.error) {
    case ECONNRESET:
    case EPIPE:
        return classifyReset(facts, Grade::Observed);
    case 0:
        return classifyReset(facts, Grade::Inferred);
    case ETIMEDOUT:
        return {EndedBy::Network, Wire::None, Reason::KernelTimeout, Grade::Observed};
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
        return {EndedBy::Network, Wire::None, Reason::Unreachable, Grade::Observed};
    case ECONNABORTED:
        // Somebody with the right to do so took the socket away; the kernel sends RST (ss --kill,
        // sock_diag(7)).
        return {EndedBy::Local, Wire::Rst, Reason::SocketDestroyed, Grade::Observed};
    default:
        return {};
    }
}

/// Qt closed the socket before the gate saw why.
Verdict classifySocketError(const EndFacts &facts)
{
    switch (static_cast<QAbstractSocket::SocketError>(*facts.socketError)) {
    case QAbstractSocket::SocketTimeoutError:
        return {EndedBy::Network, Wire::None, Reason::KernelTimeout, Grade::Observed};
    case QAbstractSocket::NetworkError:
        return {EndedBy::Network, Wire::None, Reason::Unreachable, Grade::Inferred};
    default: // RemoteHostClosedError stands for FIN, RST and half close alike
        return {};
    }
}

} // namespace

Verdict classify(const EndFacts &facts)
{
    if (!facts.opened)
        return classifyUnopened(facts);
    if (facts.resetSent)
        return {EndedBy::Local,
                Wire::Rst,
                facts.intent.value_or(Reason::LocalReset),
                Grade::Observed};
    if (facts.error)
        return classifyError(facts);
    if (facts.finReceived && facts.finSent) {
        if (facts.intent)
            return {EndedBy::Local, Wire::Fin, *facts.intent, Grade::Observed};
        return {EndedBy::Peer, Wire::Fin, Reason::PeerClosed, Grade::Observed};
    }
    if (facts.socketError) {
        const Verdict verdict = classifySocketError(facts);
        // Our FIN was out and the other end is gone: without the gate it stays open how.
        if (verdict.reason == Reason::Unknown && facts.intent && facts.finSent)
            return {EndedBy::Local, Wire::Unknown, *facts.intent, Grade::Inferred};
        return verdict;
    }
    return {};
}

} // namespace Teardown
