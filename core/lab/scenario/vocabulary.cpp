// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/vocabulary.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Teardown {

namespace {

constexpr ActorKinds plain = kindBit(ActorKind::Posix) | kindBit(ActorKind::Process);
constexpr ActorKinds qt = kindBit(ActorKind::Qt) | kindBit(ActorKind::Tls);
constexpr ActorKinds process = kindBit(ActorKind::Process);
constexpr ActorKinds engine = kindBit(ActorKind::Teardown);
constexpr ActorKinds relay = kindBit(ActorKind::Relay);
constexpr ActorKinds network = kindBit(ActorKind::Network);
constexpr ActorKinds everybody = plain | qt | engine | relay | network;

constexpr const char *connectionSocket = "connection";
constexpr const char *listenerSocket = "listener";

constexpr FieldSpec socketField{"socket", FieldType::Socket};

constexpr std::array onlySocket{socketField};
constexpr std::array observeFields{socketField, FieldSpec{"step", FieldType::Step}};
constexpr std::array joinFields{FieldSpec{"step", FieldType::Step, true}};
constexpr std::array sleepFields{FieldSpec{"time", FieldType::Duration, true}};
constexpr std::array bindFields{socketField, FieldSpec{"at", FieldType::Actor}};
constexpr std::array listenFields{socketField, FieldSpec{"backlog", FieldType::Whole}};
constexpr std::array acceptFields{socketField, FieldSpec{"listener", FieldType::Socket}};
constexpr std::array connectFields{socketField, FieldSpec{"to", FieldType::Actor, true}};
constexpr std::array sendFields{socketField,
                                FieldSpec{"bytes", FieldType::Whole},
                                FieldSpec{"text", FieldType::Text},
                                FieldSpec{"dontWait", FieldType::Flag},
                                FieldSpec{"raiseSignal", FieldType::Flag}};
constexpr std::array qtSendFields{socketField,
                                  FieldSpec{"bytes", FieldType::Whole},
                                  FieldSpec{"text", FieldType::Text}};
constexpr std::array sendAllFields{socketField, FieldSpec{"bytes", FieldType::Whole, true}};
constexpr std::array receiveFields{socketField,
                                   FieldSpec{"bytes", FieldType::Whole},
                                   FieldSpec{"peek", FieldType::Flag},
                                   FieldSpec{"dontWait", FieldType::Flag}};
constexpr std::array receiveAllFields{socketField, FieldSpec{"bytes", FieldType::Whole}};
constexpr std::array shutdownFields{socketField,
                                    FieldSpec{"how", FieldType::Token, true, "read write both"}};
constexpr std::array lingerFields{socketField, FieldSpec{"seconds", FieldType::Whole, true}};
constexpr std::array optionFields{
    socketField,
    FieldSpec{"option",
              FieldType::Token,
              true,
              "SO_KEEPALIVE SO_RCVBUF SO_SNDBUF SO_RCVTIMEO SO_SNDTIMEO SO_REUSEADDR "
              "TCP_DEFER_ACCEPT TCP_KEEPIDLE TCP_KEEPINTVL TCP_KEEPCNT TCP_LINGER2 TCP_NODELAY "
              "TCP_USER_TIMEOUT"},
    FieldSpec{"value", FieldType::Whole, true}};
constexpr std::array pollFields{socketField,
                                FieldSpec{"events", FieldType::Token, true, "IN OUT RDHUP"},
                                FieldSpec{"timeout", FieldType::Duration, true}};
constexpr std::array dupFields{socketField, FieldSpec{"as", FieldType::Socket, true}};
constexpr std::array shareFields{socketField, FieldSpec{"with", FieldType::Actor, true}};
constexpr std::array waitFields{socketField, FieldSpec{"timeout", FieldType::Duration, true}};
constexpr std::array serveFields{socketField,
                                 FieldSpec{"service",
                                           FieldType::Token,
                                           true,
                                           "line echo discard chargen"},
                                 FieldSpec{"settings", FieldType::Settings}};
constexpr std::array dialFields{FieldSpec{"to", FieldType::Actor, true},
                                FieldSpec{"service",
                                          FieldType::Token,
                                          true,
                                          "line echo discard chargen"},
                                FieldSpec{"settings", FieldType::Settings}};
constexpr std::array drainFields{FieldSpec{"deadline", FieldType::Duration, true}};
constexpr std::array relayFields{FieldSpec{"to", FieldType::Actor, true},
                                 FieldSpec{"onReset", FieldType::Token, false, "pass fin early"},
                                 FieldSpec{"onHalfClose", FieldType::Token, false, "pass swallow"},
                                 FieldSpec{"onRefused", FieldType::Token, false, "fin reset"},
                                 FieldSpec{"idle", FieldType::Duration}};

constexpr FieldSpec endField{"on", FieldType::Token, true, "client server"};
constexpr std::array routeFields{FieldSpec{"on", FieldType::Token, true, "client middle server"},
                                 FieldSpec{"toward", FieldType::Token, true, "client server"},
                                 FieldSpec{"kind",
                                           FieldType::Token,
                                           true,
                                           "open unreachable prohibit blackhole none local"}};
constexpr std::array linkFields{endField, FieldSpec{"state", FieldType::Token, true, "down up"}};
constexpr std::array addressFields{endField};
constexpr std::array sysctlFields{
    FieldSpec{"on", FieldType::Token, true, "client middle server"},
    FieldSpec{"name",
              FieldType::Token,
              true,
              "ip_local_port_range tcp_invalid_ratelimit tcp_orphan_retries tcp_retries2 "
              "tcp_syn_linear_timeouts tcp_syn_retries"},
    FieldSpec{"value", FieldType::Text, true}};
constexpr std::array destroyFields{socketField, FieldSpec{"of", FieldType::Actor, true}};
constexpr std::array forgeFields{socketField,
                                 FieldSpec{"of", FieldType::Actor, true},
                                 FieldSpec{"flag", FieldType::Token, true, "rst syn"},
                                 FieldSpec{"beyond", FieldType::Whole}};

constexpr std::array operations{
    OperationSpec{"observe", everybody, connectionSocket, observeFields},
    OperationSpec{"join", everybody, connectionSocket, joinFields},
    OperationSpec{"sleep", everybody, connectionSocket, sleepFields},

    OperationSpec{"socket", plain, connectionSocket, onlySocket},
    OperationSpec{"bind", plain, connectionSocket, bindFields},
    OperationSpec{"listen", plain | qt, listenerSocket, listenFields},
    OperationSpec{"accept", plain | qt, connectionSocket, acceptFields},
    OperationSpec{"connect", plain | qt, connectionSocket, connectFields},
    OperationSpec{"send", plain, connectionSocket, sendFields},
    OperationSpec{"send", qt, connectionSocket, qtSendFields},
    OperationSpec{"sendAll", plain, connectionSocket, sendAllFields},
    OperationSpec{"fill", plain, connectionSocket, onlySocket},
    OperationSpec{"receive", plain, connectionSocket, receiveFields},
    OperationSpec{"receive", qt, connectionSocket, onlySocket},
    OperationSpec{"receiveAll", plain, connectionSocket, receiveAllFields},
    OperationSpec{"shutdown", plain | qt, connectionSocket, shutdownFields},
    OperationSpec{"close", plain | qt, connectionSocket, onlySocket},
    OperationSpec{"linger", plain, connectionSocket, lingerFields},
    OperationSpec{"setOption", plain, connectionSocket, optionFields},
    OperationSpec{"nonBlocking", plain, connectionSocket, onlySocket},
    OperationSpec{"poll", plain, connectionSocket, pollFields},
    OperationSpec{"takeError", plain, connectionSocket, onlySocket},
    OperationSpec{"peerName", plain, connectionSocket, onlySocket},
    OperationSpec{"unconnect", plain, connectionSocket, onlySocket},
    OperationSpec{"dup", plain, connectionSocket, dupFields},
    OperationSpec{"vanish", plain, connectionSocket, onlySocket},
    OperationSpec{"share", kindBit(ActorKind::Posix), connectionSocket, shareFields},

    OperationSpec{"freeze", process, connectionSocket, {}},
    OperationSpec{"continue", process, connectionSocket, {}},
    OperationSpec{"kill", process, connectionSocket, {}},

    OperationSpec{"disconnectFromHost", qt, connectionSocket, onlySocket},
    OperationSpec{"abort", qt, connectionSocket, onlySocket},
    OperationSpec{"waitForConnected", qt, connectionSocket, waitFields},
    OperationSpec{"waitForReadyRead", qt, connectionSocket, waitFields},

    OperationSpec{"serve", engine, listenerSocket, serveFields},
    OperationSpec{"dial", engine, connectionSocket, dialFields},
    OperationSpec{"closeInGoodOrder", engine, connectionSocket, onlySocket},
    OperationSpec{"halfClose", engine, connectionSocket, onlySocket},
    OperationSpec{"reset", engine, connectionSocket, onlySocket},
    OperationSpec{"drain", engine, connectionSocket, drainFields},
    OperationSpec{"force", engine, connectionSocket, {}},

    OperationSpec{"relay", relay, listenerSocket, relayFields},

    OperationSpec{"cut", network, connectionSocket, {}},
    OperationSpec{"heal", network, connectionSocket, {}},
    OperationSpec{"route", network, connectionSocket, routeFields},
    OperationSpec{"link", network, connectionSocket, linkFields},
    OperationSpec{"address", network, connectionSocket, addressFields},
    OperationSpec{"sysctl", network, connectionSocket, sysctlFields},
    OperationSpec{"destroy", network, connectionSocket, destroyFields},
    OperationSpec{"forge", network, connectionSocket, forgeFields},
};

// clang-format off
constexpr std::array facts{
    FactSpec{"returns", FactType::Number, false},
    FactSpec{"errno", FactType::Errno, false},
    FactSpec{"eof", FactType::Flag, false},
    FactSpec{"bytes", FactType::Number, false},
    FactSpec{"text", FactType::Text, false},
    FactSpec{"socketError", FactType::Errno, false},
    FactSpec{"tookMs", FactType::Number, false},
    FactSpec{"died", FactType::Signal, false},
    FactSpec{"state", FactType::State, true},
    FactSpec{"otherState", FactType::State, true},
    FactSpec{"infoState", FactType::State, true},
    FactSpec{"otherInfoState", FactType::State, true},
    FactSpec{"poll", FactType::Poll, true},
    FactSpec{"otherPoll", FactType::Poll, true},
    FactSpec{"unsent", FactType::Number, true},
    FactSpec{"otherUnsent", FactType::Number, true},
    FactSpec{"unread", FactType::Number, true},
    FactSpec{"otherUnread", FactType::Number, true},
    FactSpec{"received", FactType::Number, true},
    FactSpec{"otherReceived", FactType::Number, true},
    FactSpec{"timer", FactType::Timer, true},
    FactSpec{"otherTimer", FactType::Timer, true},
    FactSpec{"backlog", FactType::Number, true},
    FactSpec{"blocked", FactType::Flag, true},
    FactSpec{"events", FactType::Events, true},
    FactSpec{"report", FactType::Report, true},
    FactSpec{"drain", FactType::Stage, true},
    FactSpec{"forced", FactType::Number, true},
    FactSpec{"challengeAcks", FactType::Number, true},
};
// clang-format on

} // namespace

std::span<const OperationSpec> allOperations()
{
    return operations;
}

const OperationSpec *findOperation(QStringView name)
{
    const auto *found
        = std::find_if(operations.begin(), operations.end(), [&](const OperationSpec &spec) {
              return name == QLatin1StringView(spec.name);
          });
    return found == operations.end() ? nullptr : found;
}

const OperationSpec *findOperation(QStringView name, ActorKind kind)
{
    const auto *found
        = std::find_if(operations.begin(), operations.end(), [&](const OperationSpec &spec) {
              return name == QLatin1StringView(spec.name) && (spec.kinds & kindBit(kind)) != 0;
          });
    return found == operations.end() ? nullptr : found;
}

std::span<const FactSpec> allFacts()
{
    return facts;
}

const FactSpec *findFact(QStringView name)
{
    const auto *found = std::find_if(facts.begin(), facts.end(), [&](const FactSpec &spec) {
        return name == QLatin1StringView(spec.name);
    });
    return found == facts.end() ? nullptr : found;
}

QStringList allRequirements()
{
    return {QStringLiteral("network-namespace"), QStringLiteral("tls")};
}

} // namespace Teardown
