// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/socketaddress.h"

#include "core/base/wholenumber.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace Teardown {

namespace {

// RFC 1035 §2.3.4, in its text form.
constexpr qsizetype longestHostName = 253;

constexpr QLatin1StringView addressForm("use ADDR:PORT, such as 127.0.0.1:7400 or [::1]:7400");
constexpr QLatin1StringView
    hostForm("use HOST:PORT, such as localhost:7400, 127.0.0.1:7400 or [::1]:7400");

/// The IPv4 address inside ::ffff:0:0/96; any other address as it is. toIPv4Address() will not do
/// alone: it takes "::" for 0.0.0.0 as well.
QHostAddress unmapped(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    const bool isMapped = isIPv4 && address.protocol() == QAbstractSocket::IPv6Protocol
        && address != QHostAddress(QHostAddress::AnyIPv6);
    return isMapped ? QHostAddress(ipv4) : address;
}

/// "1.2.3.4:5". QHostAddress::toString() would take as long as all else of a line of the log.
QString dottedQuad(quint32 address, quint16 port)
{
    std::array<char, sizeof("255.255.255.255:65535")> text{};
    char *const limit = text.data() + text.size();
    char *end = text.data();
    for (const int shift : {24, 16, 8, 0}) {
        end = std::to_chars(end, limit, (address >> shift) & 0xffU).ptr;
        *end++ = shift > 0 ? '.' : ':';
    }
    end = std::to_chars(end, limit, port).ptr;
    return QString::fromLatin1(text.data(), end - text.data());
}

struct HostPort
{
    QString host;
    bool isBracketed = false;
    quint16 port = 0;
};

/// Splits at the last colon outside of brackets; \a form says in a failure what is allowed.
Result<HostPort> split(const QString &text, qint64 lowestPort, QLatin1StringView form)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0 || text.endsWith(u']'))
        return Failure{QStringLiteral("\"%1\" has no port; %2").arg(text, form)};

    HostPort parts{.host = text.left(colon)};
    if (parts.host.startsWith(u'[') && parts.host.endsWith(u']')) {
        parts.host = parts.host.mid(1, parts.host.size() - 2);
        parts.isBracketed = true;
    } else if (parts.host.contains(u':')) {
        return Failure{
            QStringLiteral("\"%1\": an IPv6 address needs brackets; %2").arg(text, form)};
    }

    const std::optional<qint64> port = parseWholeNumber(QStringView(text).mid(colon + 1));
    if (!port || *port < lowestPort || *port > 65'535) {
        return Failure{QStringLiteral("\"%1\": the port must be a number from %2 to 65535")
                           .arg(text, QString::number(lowestPort))};
    }
    parts.port = static_cast<quint16>(*port);
    return parts;
}

/// Null unless \a host is a dotted quad, or with brackets an IPv6 address. The short forms of
/// inet_aton(3), such as 127.1 or octal parts, are refused: they surprise.
QHostAddress literalAddress(const HostPort &parts)
{
    const QHostAddress address(parts.host);
    if (parts.isBracketed)
        return address.protocol() == QAbstractSocket::IPv6Protocol ? address : QHostAddress();
    return address.toString() == parts.host ? address : QHostAddress();
}

/// A dotted quad counts as a name; the short forms of inet_aton(3) do not, as for an address.
bool isHostName(const QString &host)
{
    const QHostAddress address(host);
    const bool isShortForm = !address.isNull() && address.toString() != host;
    return !host.isEmpty() && host.size() <= longestHostName && !isShortForm
        && std::all_of(host.begin(), host.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
           });
}

} // namespace

QString SocketAddress::toString() const
{
    if (isNull())
        return {};
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return dottedQuad(address.toIPv4Address(), port);
    const QHostAddress shown = unmapped(address);
    const bool needsBrackets = shown.protocol() == QAbstractSocket::IPv6Protocol;
    return (needsBrackets ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(shown.toString(), QString::number(port));
}

Result<SocketAddress> parseSocketAddress(const QString &text)
{
    const Result<HostPort> parts = split(text, 0, addressForm);
    if (!parts)
        return Failure{parts.error()};
    if (parts->host.isEmpty() && !parts->isBracketed)
        return SocketAddress{QHostAddress(QHostAddress::LocalHost), parts->port};

    const QHostAddress address = literalAddress(*parts);
    if (address.isNull()) {
        return Failure{QStringLiteral("\"%1\": \"%2\" is not an IP address; %3")
                           .arg(text, parts->host, addressForm)};
    }
    return SocketAddress{unmapped(address), parts->port};
}

Result<HostAndPort> parseHostAndPort(const QString &text)
{
    const Result<HostPort> parts = split(text, 1, hostForm);
    if (!parts)
        return Failure{parts.error()};

    const bool isValid
        = parts->isBracketed ? !literalAddress(*parts).isNull() : isHostName(parts->host);
    if (!isValid) {
        return Failure{QStringLiteral("\"%1\": \"%2\" is neither a host name nor an IP address; %3")
                           .arg(text, parts->host, hostForm)};
    }
    return HostAndPort{parts->host, parts->port};
}

} // namespace Teardown
