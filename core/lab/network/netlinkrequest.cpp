// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/netlinkrequest.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace Teardown {

NetlinkRequest::NetlinkRequest(quint16 type, quint16 flags)
{
    nlmsghdr header = {};
    header.nlmsg_type = type;
    header.nlmsg_flags = static_cast<quint16>(flags | NLM_F_REQUEST | NLM_F_ACK);
    body(header);
}

NetlinkRequest &NetlinkRequest::append(QByteArrayView bytes)
{
    m_bytes.append(bytes.data(), bytes.size());
    while (m_bytes.size() % NLMSG_ALIGNTO != 0)
        m_bytes.append('\0');
    return *this;
}

NetlinkRequest &NetlinkRequest::add(quint16 attribute, QByteArrayView value)
{
    return begin(attribute, value).end();
}

NetlinkRequest &NetlinkRequest::addName(quint16 attribute, const char *name)
{
    return add(attribute, {name, static_cast<qsizetype>(qstrlen(name)) + 1});
}

NetlinkRequest &NetlinkRequest::addNumber(quint16 attribute, quint32 number)
{
    return add(attribute, {reinterpret_cast<const char *>(&number), sizeof(number)});
}

NetlinkRequest &NetlinkRequest::begin(quint16 attribute, QByteArrayView head)
{
    m_open.append(m_bytes.size());
    // Closed by end(), unless it is a plain value: that has the length without the padding.
    body(rtattr{.rta_len = static_cast<quint16>(RTA_LENGTH(static_cast<quint16>(head.size()))),
                .rta_type = attribute});
    return append(head);
}

NetlinkRequest &NetlinkRequest::end()
{
    const qsizetype start = m_open.takeLast();
    rtattr attribute;
    std::memcpy(&attribute, m_bytes.constData() + start, sizeof(attribute));
    const auto whole = static_cast<quint16>(m_bytes.size() - start);
    if (RTA_ALIGN(attribute.rta_len) < whole)
        attribute.rta_len = whole;
    std::memcpy(m_bytes.data() + start, &attribute, sizeof(attribute));
    return *this;
}

int NetlinkRequest::perform(int socket) const
{
    QByteArray bytes = m_bytes;
    const auto size = static_cast<quint32>(bytes.size());
    std::memcpy(bytes.data() + offsetof(nlmsghdr, nlmsg_len), &size, sizeof(size));
    if (::send(socket, bytes.constData(), size, 0) != bytes.size())
        return errno;
    struct
    {
        nlmsghdr header;
        nlmsgerr error;
        std::array<char, 4096> request; // which the kernel sends back with an error
    } answer = {};
    const auto received = ::recv(socket, &answer, sizeof(answer), 0);
    if (received < 0)
        return errno;
    const bool isAnswer = answer.header.nlmsg_type == NLMSG_ERROR
        && received >= static_cast<ssize_t>(sizeof(answer.header) + sizeof(answer.error));
    return isAnswer ? -answer.error.error : EBADMSG;
}

} // namespace Teardown
