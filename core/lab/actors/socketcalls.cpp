// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/socketcalls.h"

#include "core/base/units.h"
#include "core/close/closereport.h"
#include "core/close/tcpinfo.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

constexpr qint64 chunk = 64 * 1024;
constexpr qsizetype longestText = 200; ///< longer data is not kept as a text

qint64 whole(const Step &step, const char *name, qint64 unsaid = 0)
{
    return step.arguments.value(QLatin1StringView(name)).toInteger(unsaid);
}

bool flag(const Step &step, const char *name)
{
    return step.arguments.value(QLatin1StringView(name)).toBool();
}

QByteArray payloadOf(const Step &step)
{
    const QString words = step.text("text");
    return words.isEmpty() ? labPayload(static_cast<qsizetype>(whole(step, "bytes", 1)))
                           : words.toUtf8();
}

void addData(CallResult &result, const char *data, qint64 size)
{
    result.facts.insert(QStringLiteral("bytes"), size);
    if (size > 0 && size <= longestText)
        result.facts.insert(QStringLiteral("text"),
                            QString::fromUtf8(data, static_cast<qsizetype>(size)));
}

struct Option
{
    const char *name;
    int level;
    int option;
    bool isTime; ///< a timeval, told in milliseconds
};

constexpr std::array options{
    Option{"SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE, false},
    Option{"SO_RCVBUF", SOL_SOCKET, SO_RCVBUF, false},
    Option{"SO_SNDBUF", SOL_SOCKET, SO_SNDBUF, false},
    Option{"SO_RCVTIMEO", SOL_SOCKET, SO_RCVTIMEO, true},
    Option{"SO_SNDTIMEO", SOL_SOCKET, SO_SNDTIMEO, true},
    Option{"SO_REUSEADDR", SOL_SOCKET, SO_REUSEADDR, false},
    Option{"TCP_DEFER_ACCEPT", IPPROTO_TCP, TCP_DEFER_ACCEPT, false},
    Option{"TCP_KEEPIDLE", IPPROTO_TCP, TCP_KEEPIDLE, false},
    Option{"TCP_KEEPINTVL", IPPROTO_TCP, TCP_KEEPINTVL, false},
    Option{"TCP_KEEPCNT", IPPROTO_TCP, TCP_KEEPCNT, false},
    Option{"TCP_LINGER2", IPPROTO_TCP, TCP_LINGER2, false},
    Option{"TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY, false},
    Option{"TCP_USER_TIMEOUT", IPPROTO_TCP, TCP_USER_TIMEOUT, false},
};

/// Sends until \a count bytes are with the kernel or a call fails.
CallResult sendRepeatedly(int descriptor, QString call, qint64 count, int flags)
{
    const QByteArray block = labPayload(chunk);
    qint64 total = 0;
    ssize_t sent = 0;
    while (total < count) {
        const auto size = static_cast<std::size_t>(std::min(chunk, count - total));
        sent = ::send(descriptor, block.constData(), size, MSG_NOSIGNAL | flags);
        if (sent < 0)
            break;
        total += sent;
    }
    CallResult result = resultOf(std::move(call), sent < 0 ? -1 : total);
    result.facts.insert(QStringLiteral("bytes"), total);
    return result;
}

QString pollNow(int descriptor)
{
    struct Bit
    {
        short mask;
        const char *name;
    };
    static constexpr std::array bits{Bit{POLLIN, "IN"},
                                     Bit{POLLOUT, "OUT"},
                                     Bit{POLLERR, "ERR"},
                                     Bit{POLLHUP, "HUP"},
                                     Bit{POLLRDHUP, "RDHUP"}};
    pollfd entry{.fd = descriptor, .events = POLLIN | POLLOUT | POLLRDHUP, .revents = 0};
    if (::poll(&entry, 1, 0) < 0)
        return {};
    QStringList words;
    for (const Bit &bit : bits) {
        if ((entry.revents & bit.mask) != 0)
            words.append(QString::fromLatin1(bit.name));
    }
    return words.join(u' ');
}

} // namespace

CallResult resultOf(QString call, qint64 returned)
{
    // errno first: building the rest may change it.
    const int error = returned < 0 ? errno : 0;
    return {.call = std::move(call), .returned = returned, .error = error};
}

QByteArray labPayload(qsizetype count)
{
    constexpr int first = 0x20;
    constexpr int different = 95;
    QByteArray bytes(count, Qt::Uninitialized);
    for (qsizetype i = 0; i < count; ++i)
        bytes[i] = static_cast<char>(first + i % different);
    return bytes;
}

sockaddr_in kernelAddress(const SocketAddress &address)
{
    sockaddr_in kernel = {};
    kernel.sin_family = AF_INET;
    kernel.sin_port = htons(address.port);
    kernel.sin_addr.s_addr = htonl(address.address.toIPv4Address());
    return kernel;
}

CallResult callSend(int descriptor, const Step &step)
{
    const QByteArray data = payloadOf(step);
    const int flags = (flag(step, "dontWait") ? MSG_DONTWAIT : 0)
        | (flag(step, "raiseSignal") ? 0 : MSG_NOSIGNAL);
    const auto sent
        = ::send(descriptor, data.constData(), static_cast<std::size_t>(data.size()), flags);
    return resultOf(QStringLiteral("send(%1)").arg(data.size()), sent);
}

CallResult callSendAll(int descriptor, const Step &step)
{
    const qint64 count = whole(step, "bytes");
    return sendRepeatedly(descriptor, QStringLiteral("send(…) × n, %1").arg(count), count, 0);
}

CallResult callFill(int descriptor)
{
    constexpr qint64 endless = qint64{1} << 40;
    return sendRepeatedly(descriptor,
                          QStringLiteral("send(…, MSG_DONTWAIT) × n"),
                          endless,
                          MSG_DONTWAIT);
}

CallResult callReceive(int descriptor, const Step &step)
{
    QByteArray data(static_cast<qsizetype>(whole(step, "bytes", chunk)), Qt::Uninitialized);
    const bool peek = flag(step, "peek");
    const bool dontWait = flag(step, "dontWait");
    const auto size = ::recv(descriptor,
                             data.data(),
                             static_cast<std::size_t>(data.size()),
                             (peek ? MSG_PEEK : 0) | (dontWait ? MSG_DONTWAIT : 0));
    CallResult result = resultOf({}, size);
    result.call = QStringLiteral("recv(%1%2%3)")
                      .arg(data.size())
                      .arg(peek ? QStringLiteral(", MSG_PEEK") : QString(),
                           dontWait ? QStringLiteral(", MSG_DONTWAIT") : QString());
    result.facts.insert(QStringLiteral("eof"), size == 0);
    if (size >= 0)
        addData(result, data.constData(), size);
    return result;
}

CallResult callReceiveAll(int descriptor, const Step &step)
{
    const qint64 wanted = whole(step, "bytes");
    QByteArray block(chunk, Qt::Uninitialized);
    QByteArray begin;
    qint64 total = 0;
    ssize_t size = 0;
    do {
        const qint64 most = wanted > 0 ? std::min(chunk, wanted - total) : chunk;
        size = ::recv(descriptor, block.data(), static_cast<std::size_t>(most), 0);
        if (size > 0 && total <= longestText)
            begin.append(block.constData(), size);
        total += std::max<ssize_t>(size, 0);
    } while (size > 0 && (wanted == 0 || total < wanted));
    CallResult result = resultOf({}, size < 0 ? -1 : total);
    result.call = wanted > 0 ? QStringLiteral("recv(…) × n, %1").arg(wanted)
                             : QStringLiteral("recv(…) × n");
    result.facts.insert(QStringLiteral("eof"), size == 0);
    addData(result, begin.constData(), total);
    return result;
}

CallResult callShutdown(int descriptor, const Step &step)
{
    const QString how = step.text("how");
    if (how == QLatin1StringView("read"))
        return resultOf(QStringLiteral("shutdown(SHUT_RD)"), ::shutdown(descriptor, SHUT_RD));
    if (how == QLatin1StringView("write"))
        return resultOf(QStringLiteral("shutdown(SHUT_WR)"), ::shutdown(descriptor, SHUT_WR));
    return resultOf(QStringLiteral("shutdown(SHUT_RDWR)"), ::shutdown(descriptor, SHUT_RDWR));
}

CallResult callLinger(int descriptor, const Step &step)
{
    const auto seconds = static_cast<int>(whole(step, "seconds"));
    const linger value{.l_onoff = 1, .l_linger = seconds};
    const int returned = ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, sizeof(value));
    return resultOf(QStringLiteral("setsockopt(SO_LINGER, {1, %1})").arg(seconds), returned);
}

CallResult callSetOption(int descriptor, const Step &step)
{
    const QString name = step.text("option");
    const auto value = static_cast<int>(whole(step, "value"));
    const auto *option = std::find_if(options.begin(), options.end(), [&](const Option &entry) {
        return name == QLatin1StringView(entry.name);
    });
    if (option == options.end())
        return CallResult::failed(QStringLiteral("There is no option %1.").arg(name));
    const timeval time{.tv_sec = value / 1000, .tv_usec = (value % 1000) * 1000};
    const int returned = option->isTime
        ? ::setsockopt(descriptor, option->level, option->option, &time, sizeof(time))
        : ::setsockopt(descriptor, option->level, option->option, &value, sizeof(value));
    return resultOf(QStringLiteral("setsockopt(%1, %2)").arg(name).arg(value), returned);
}

CallResult callNonBlocking(int descriptor)
{
    const int flags = ::fcntl(descriptor, F_GETFL);
    return resultOf(QStringLiteral("fcntl(F_SETFL, O_NONBLOCK)"),
                    ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK));
}

CallResult callPoll(int descriptor, const Step &step)
{
    const QString events = step.text("events");
    const auto timeout = parseDuration(step.text("timeout"));
    const auto milliseconds = static_cast<int>(timeout ? timeout->count() : 0);
    const short mask = events == QLatin1StringView("IN") ? POLLIN
        : events == QLatin1StringView("OUT")             ? POLLOUT
                                                         : POLLRDHUP;
    pollfd entry{.fd = descriptor, .events = mask, .revents = 0};
    return resultOf(QStringLiteral("poll(%1, %2 ms)").arg(events).arg(milliseconds),
                    ::poll(&entry, 1, milliseconds));
}

CallResult callTakeError(int descriptor)
{
    const QString taken = errnoName(takeSocketError(descriptor));
    // The call succeeds either way: what it brought is the value it wrote.
    const QString value = taken.isEmpty() ? QStringLiteral("0") : taken;
    CallResult result{.call = QStringLiteral("getsockopt(SO_ERROR, [%1])").arg(value),
                      .returned = 0};
    result.facts.insert(QStringLiteral("socketError"), taken);
    return result;
}

CallResult callPeerName(int descriptor)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof(storage);
    return resultOf(QStringLiteral("getpeername()"),
                    ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &size));
}

CallResult callUnconnect(int descriptor)
{
    const sockaddr unspecified{.sa_family = AF_UNSPEC, .sa_data = {}};
    return resultOf(QStringLiteral("connect(AF_UNSPEC)"),
                    ::connect(descriptor, &unspecified, sizeof(unspecified)));
}

SocketProbe probeSocket(int descriptor)
{
    const auto info = readTcpInfo(descriptor);
    return {.poll = pollNow(descriptor),
            .infoState = info ? tcpStateName(info->state) : QByteArray(),
            .received = info ? static_cast<qint64>(info->bytesReceived) : 0};
}

} // namespace Teardown
