// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Teardown {

/// A request to the kernel, put together piece by piece (netlink(7)).
class NetlinkRequest
{
public:
    /// \a flags beside NLM_F_REQUEST and NLM_F_ACK, which every request has.
    NetlinkRequest(quint16 type, quint16 flags);

    /// The fixed part, such as an ifinfomsg; before any attribute.
    template <typename Body> NetlinkRequest &body(const Body &body)
    {
        return append({reinterpret_cast<const char *>(&body), sizeof(body)});
    }

    NetlinkRequest &add(quint16 attribute, QByteArrayView value);

    /// With the zero byte the kernel expects at the end of a name.
    NetlinkRequest &addName(quint16 attribute, const char *name);
    NetlinkRequest &addNumber(quint16 attribute, quint32 number);

    /// Attributes until the matching end() are inside this one; \a head is a fixed part before
    /// them.
    NetlinkRequest &begin(quint16 attribute, QByteArrayView head = {});
    NetlinkRequest &end();

    /// Sends it on \a socket and waits for the kernel's answer: 0 or an errno.
    int perform(int socket) const;

private:
    NetlinkRequest &append(QByteArrayView bytes);

    QByteArray m_bytes;
    QList<qsizetype> m_open; ///< where the attributes begin that end() has not closed yet
};

} // namespace Teardown
