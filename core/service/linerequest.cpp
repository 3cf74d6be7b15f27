// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/linerequest.h"

#include "core/base/wholenumber.h"

#include <QString>

namespace Teardown::LineRequest {

namespace {

/// A whole number in decimal digits only, from 0 to \a most.
std::optional<qint64> number(const QByteArray &text, qint64 most)
{
    const std::optional<qint64> value = parseWholeNumber(QString::fromLatin1(text));
    return value && *value <= most ? value : std::nullopt;
}

Request parseClose(const QByteArray &argument)
{
    const QByteArray how = argument.toLower();
    if (how == "fin")
        return Close::Fin;
    if (how == "half")
        return Close::Half;
    if (how == "rst")
        return Close::Rst;
    return BadArgument{};
}

template <typename Without> Request withoutArgument(const QByteArray &argument, Without request)
{
    return argument.isEmpty() ? Request(request) : BadArgument{};
}

} // namespace

Request parse(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray command = (space < 0 ? line : line.left(space)).toUpper();
    const QByteArray text = space < 0 ? QByteArray() : line.mid(space + 1);
    const QByteArray argument = text.trimmed();

    if (command == "PING")
        return Ping{argument};
    if (command == "PONG")
        return Pong{};
    if (command == "ECHO")
        return Echo{text};
    if (command == "WORK") {
        const auto time = number(argument, maxWork.count());
        return time ? Request(Work{std::chrono::milliseconds(*time)}) : BadArgument{};
    }
    if (command == "DOWNLOAD") {
        const auto size = number(argument, maxTransfer);
        return size ? Request(Download{*size}) : BadArgument{};
    }
    if (command == "UPLOAD") {
        const auto size = number(argument, maxTransfer);
        return size ? Request(Upload{*size}) : BadArgument{};
    }
    if (command == "STATS")
        return withoutArgument(argument, Stats{});
    if (command == "CLOSE")
        return parseClose(argument);
    if (command == "QUIT")
        return withoutArgument(argument, Close::Fin);
    if (command == "HELP")
        return withoutArgument(argument, Help{});
    return UnknownCommand{};
}

QByteArray help()
{
    return "PING [token]: answers PONG [token]\n"
           "PONG [token]: answers the server's own PING\n"
           "ECHO text: answers ECHO text\n"
           "WORK MS: answers DONE MS after MS milliseconds, at most one hour\n"
           "DOWNLOAD N: answers DATA N and N bytes, at most 1 TiB\n"
           "UPLOAD N: takes N bytes, answers STORED N sha256=HEX, at most 1 TiB\n"
           "STATS: answers STATS and what the server knows of this connection, as JSON\n"
           "CLOSE fin: BYE, then the server's FIN\n"
           "CLOSE half: the server's FIN now; it goes on reading\n"
           "CLOSE rst: the server's RST\n"
           "QUIT: the same as CLOSE fin\n"
           "HELP: these lines\n"
           "OK\n";
}

} // namespace Teardown::LineRequest
