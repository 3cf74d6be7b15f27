// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/connectionstate.h"

#include <algorithm>
#include <iterator>

namespace Teardown {

namespace {

struct Move
{
    ConnectionState from;
    ConnectionState to;
};

constexpr Move allowedMoves[]{
    {ConnectionState::Connecting, ConnectionState::Open},
    {ConnectionState::Connecting, ConnectionState::Ended},
    {ConnectionState::Open, ConnectionState::PeerHalfClosed},
    {ConnectionState::Open, ConnectionState::Flushing},
    {ConnectionState::Open, ConnectionState::Ended},
    {ConnectionState::PeerHalfClosed, ConnectionState::Flushing},
    {ConnectionState::PeerHalfClosed, ConnectionState::Ended},
    {ConnectionState::Flushing, ConnectionState::FinSent},
    {ConnectionState::Flushing, ConnectionState::Ended},
    {ConnectionState::FinSent, ConnectionState::Ended},
};

} // namespace

bool isAllowedMove(ConnectionState from, ConnectionState to)
{
    return std::any_of(std::begin(allowedMoves), std::end(allowedMoves), [&](const Move &move) {
        return move.from == from && move.to == to;
    });
}

QLatin1StringView token(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connecting:
        return QLatin1StringView("connecting");
    case ConnectionState::Open:
        return QLatin1StringView("open");
    case ConnectionState::PeerHalfClosed:
        return QLatin1StringView("peer-half-closed");
    case ConnectionState::Flushing:
        return QLatin1StringView("flushing");
    case ConnectionState::FinSent:
        return QLatin1StringView("fin-sent");
    case ConnectionState::Ended:
        return QLatin1StringView("ended");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
