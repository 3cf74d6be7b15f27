// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <chrono>
#include <variant>

namespace Teardown::LineRequest {

/// The most a client may ask for (CONTRACT §4).
inline constexpr qint64 maxTransfer = qint64{1} << 40; ///< 1 TiB
inline constexpr std::chrono::milliseconds maxWork = std::chrono::hours(1);

struct Ping
{
    QByteArray token;
};
struct Pong
{
};
struct Echo
{
    QByteArray text;
};
struct Work
{
    std::chrono::milliseconds time;
};
struct Download
{
    qint64 size;
};
struct Upload
{
    qint64 size;
};
struct Stats
{
};
enum class Close { Fin, Half, Rst };
struct Help
{
};
struct UnknownCommand
{
};
struct BadArgument
{
};

using Request = std::variant<Ping,
                             Pong,
                             Echo,
                             Work,
                             Download,
                             Upload,
                             Stats,
                             Close,
                             Help,
                             UnknownCommand,
                             BadArgument>;

/// Reads one line of the protocol teardown/1, without its line end. Commands are case-insensitive.
Request parse(const QByteArray &line);

/// What HELP answers: one line a command.
QByteArray help();

} // namespace Teardown::LineRequest
