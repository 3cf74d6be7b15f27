// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/jsonchannel.h"

#include <QJsonDocument>

#include <array>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace Teardown {

namespace {

// Room for the one descriptor a message may carry (cmsg(3)).
union Ancillary {
    cmsghdr header;
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

JsonChannel::Pair JsonChannel::makePair()
{
    std::array<int, 2> pair{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return {};
    return {Descriptor(pair[0]), Descriptor(pair[1])};
}

bool JsonChannel::fits(const QJsonObject &object)
{
    return bytesOf(object).size() <= largestMessage;
}

bool JsonChannel::send(const QJsonObject &object, int descriptor) const
{
    QByteArray json = bytesOf(object);
    if (json.size() > largestMessage)
        return false;
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

std::optional<QJsonObject> JsonChannel::receive(Descriptor *descriptor) const
{
    QByteArray json(largestMessage, Qt::Uninitialized);
    iovec part{.iov_base = json.data(), .iov_len = static_cast<std::size_t>(json.size())};
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

bool JsonChannel::waitForMessage(int milliseconds) const
{
    pollfd entry{.fd = m_socket.value(), .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, milliseconds) > 0;
}

} // namespace Teardown
