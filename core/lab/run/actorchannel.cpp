// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/actorchannel.h"

namespace Teardown {

namespace {

QJsonObject toJson(const SocketEnds &ends)
{
    return {{QStringLiteral("local"), ends.local.toString()},
            {QStringLiteral("peer"), ends.peer.toString()}};
}

} // namespace

bool ActorChannel::ask(const Step &step, int descriptor) const
{
    return m_messages.send({{QStringLiteral("do"), step.operation},
                            {QStringLiteral("arguments"), step.arguments}},
                           descriptor);
}

std::optional<ActorChannel::Request> ActorChannel::nextRequest() const
{
    Request request;
    const auto object = m_messages.receive(&request.descriptor);
    if (!object)
        return std::nullopt;
    request.step.operation = object->value(QLatin1StringView("do")).toString();
    request.step.arguments = object->value(QLatin1StringView("arguments")).toObject();
    return request;
}

bool ActorChannel::answer(const Answer &answer) const
{
    QJsonObject object{{QStringLiteral("call"), answer.result.call},
                       {QStringLiteral("errno"), answer.result.error},
                       {QStringLiteral("facts"), answer.result.facts},
                       {QStringLiteral("failure"), answer.result.failure},
                       {QStringLiteral("address"), answer.address.toString()}};
    if (answer.result.returned)
        object.insert(QStringLiteral("returned"), *answer.result.returned);
    if (answer.ends)
        object.insert(QStringLiteral("ends"), toJson(*answer.ends));
    return m_messages.send(object);
}

std::optional<ActorChannel::Answer> ActorChannel::nextAnswer() const
{
    const auto object = m_messages.receive();
    if (!object)
        return std::nullopt;
    Answer answer{.result = {.call = object->value(QLatin1StringView("call")).toString(),
                             .error = object->value(QLatin1StringView("errno")).toInt(),
                             .facts = object->value(QLatin1StringView("facts")).toObject(),
                             .failure = object->value(QLatin1StringView("failure")).toString()},
                  .address = addressFrom(object->value(QLatin1StringView("address")))};
    if (const QJsonValue returned = object->value(QLatin1StringView("returned"));
        returned.isDouble())
        answer.result.returned = returned.toInteger();
    if (const QJsonObject ends = object->value(QLatin1StringView("ends")).toObject();
        !ends.isEmpty())
        answer.ends = SocketEnds{addressFrom(ends.value(QLatin1StringView("local"))),
                                 addressFrom(ends.value(QLatin1StringView("peer")))};
    return answer;
}

} // namespace Teardown
