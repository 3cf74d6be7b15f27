// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/scenario.h"

#include <QLatin1StringView>
#include <QStringList>

#include <span>

namespace Teardown {

/// What a field of a step may hold.
enum class FieldType {
    Whole, ///< a whole number, 0 or more
    Text,
    Flag, ///< true or false
    Duration, ///< "200ms", as on the command line
    Token, ///< one of the words in FieldSpec::choices, which are separated by spaces
    Socket, ///< the name of a socket of the actor
    Actor, ///< the id of an actor
    Step, ///< the id of a background step above
    Settings, ///< an object of settings of CONTRACT §1: {"read-deadline": "200ms"}
};

struct FieldSpec
{
    const char *name;
    FieldType type;
    bool required = false;
    const char *choices = "";
};

/// A set of actor kinds.
using ActorKinds = unsigned;

constexpr ActorKinds kindBit(ActorKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

/// One word of "do", for some kinds of actors.
struct OperationSpec
{
    const char *name;
    ActorKinds kinds;
    const char *defaultSocket;
    std::span<const FieldSpec> fields;
};

std::span<const OperationSpec> allOperations();

/// The first of that name; null when there is none. An operation may have several rows, with other
/// fields for other kinds of actors; its socket is the same in all.
const OperationSpec *findOperation(QStringView name);

/// The one for actors of \a kind; null when they cannot do it.
const OperationSpec *findOperation(QStringView name, ActorKind kind);

/// The forms an expectation's value may take.
enum class FactType {
    Number, ///< 4, or {"atLeast": 1, "atMost": 9}
    Flag,
    Text, ///< "abc", or {"contains": "b"}
    Errno, ///< "ECONNRESET"; "" for none; an array means any of them
    State, ///< as in RFC 9293: "CLOSE-WAIT"; an array means any of them
    Poll, ///< "IN OUT RDHUP", in this order: IN OUT ERR HUP RDHUP
    Timer, ///< none, retransmit, keepalive, time-wait, persist
    Signal, ///< "SIGKILL"
    Events, ///< an array of texts, all of them in this order
    Report, ///< an object of fields of the ended event
    Stage, ///< a stage of a drain
};

/// One word of "expect".
struct FactSpec
{
    const char *name;
    FactType type;
    bool waitable; ///< becomes true by itself: it is waited for, not only looked at
};

std::span<const FactSpec> allFacts();
const FactSpec *findFact(QStringView name);

/// Names a scenario may put into "requires".
QStringList allRequirements();

} // namespace Teardown
