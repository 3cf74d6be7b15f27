// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actorchannel.h"

#include <QJsonDocument>

#include <array>
#include <cstring>

#include <sys/socket.h>
#include <sys/uio.h>

namespace Teardown {

namespace {

constexpr std::size_t largestMessage = 64 * 1024;

// Room for the one descriptor a message may carry (cmsg(3)).
union Ancillary {
    cmsghdr header;
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

QJsonObject toJson(const SocketEnds &ends)
{
    return {{QStringLiteral("local"), ends.local.toString()},
            {QStringLiteral("peer"), ends.peer.toString()}};
}

SocketAddress addressFrom(const QJsonValue &value)
{
    const auto parsed = parseSocketAddress(value.toString());
    return parsed ? *parsed : SocketAddress{};
}

} // namespace

std::pair<Descriptor, Descriptor> ActorChannel::makePair()
{
    std::array<int, 2> pair{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return {};
    return {Descriptor(pair[0]), Descriptor(pair[1])};
}

bool ActorChannel::ask(const Step &step, int descriptor) const
{
    return send({{QStringLiteral("do"), step.operation},
                 {QStringLiteral("arguments"), step.arguments}},
                descriptor);
}

std::optional<ActorChannel::Request> ActorChannel::nextRequest() const
{
    Request request;
    const auto object = receive(&request.descriptor);
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
    return send(object, -1);
}

std::optional<ActorChannel::Answer> ActorChannel::nextAnswer() const
{
    const auto object = receive(nullptr);
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

bool ActorChannel::send(const QJsonObject &object, int descriptor) const
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    iovec part{.iov_base = json.data(), .iov_len = static_cast<std::size_t>(json.size())};
    Ancillary ancillary = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = ancillary.bytes.data();
        message.msg_controllen = ancillary.bytes.size();
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    }
    return ::sendmsg(m_socket.value(), &message, MSG_NOSIGNAL) == json.size();
}

std::optional<QJsonObject> ActorChannel::receive(Descriptor *descriptor) const
{
    QByteArray json(largestMessage, Qt::Uninitialized);
    iovec part{.iov_base = json.data(), .iov_len = largestMessage};
    Ancillary ancillary = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (descriptor) {
        message.msg_control = ancillary.bytes.data();
        message.msg_controllen = ancillary.bytes.size();
    }
    const auto size = ::recvmsg(m_socket.value(), &message, MSG_CMSG_CLOEXEC);
    if (size <= 0)
        return std::nullopt;
    const cmsghdr *header = descriptor ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header && header->cmsg_type == SCM_RIGHTS) {
        int number = -1;
        std::memcpy(&number, CMSG_DATA(header), sizeof(int));
        *descriptor = Descriptor(number);
    }
    json.truncate(size);
    return QJsonDocument::fromJson(json).object();
}

} // namespace Teardown
