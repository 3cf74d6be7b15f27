// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace Teardown {

/// The columns of the connection table, in their first order.
enum class ConnectionColumn {
    Id,
    State,
    Role,
    Local,
    Peer,
    Service,
    Age, ///< of a live connection until now, of an ended one its whole life
    Idle, ///< since a byte was last received or sent; unknown once ended
    In,
    Out,
    Unsent, ///< not acknowledged by the peer's kernel; unknown once ended
    Rtt,
    Retransmits,
    NextDeadline, ///< which, and the time left
    EndedBy,
    Wire,
    Reason,
    Lost, ///< bytes that never reached the peer, and bytes that came and were never taken
};

inline constexpr std::array allConnectionColumns{ConnectionColumn::Id,
                                                 ConnectionColumn::State,
                                                 ConnectionColumn::Role,
                                                 ConnectionColumn::Local,
                                                 ConnectionColumn::Peer,
                                                 ConnectionColumn::Service,
                                                 ConnectionColumn::Age,
                                                 ConnectionColumn::Idle,
                                                 ConnectionColumn::In,
                                                 ConnectionColumn::Out,
                                                 ConnectionColumn::Unsent,
                                                 ConnectionColumn::Rtt,
                                                 ConnectionColumn::Retransmits,
                                                 ConnectionColumn::NextDeadline,
                                                 ConnectionColumn::EndedBy,
                                                 ConnectionColumn::Wire,
                                                 ConnectionColumn::Reason,
                                                 ConnectionColumn::Lost};

inline constexpr int connectionColumnCount = static_cast<int>(allConnectionColumns.size());

/// Stable: settings and exported files name columns by it.
QLatin1StringView token(ConnectionColumn column);
std::optional<ConnectionColumn> connectionColumnFromToken(QStringView token);

/// The heading, translated.
QString displayText(ConnectionColumn column);

/// What the column means, in one translated sentence.
QString explanationText(ConnectionColumn column);

/// True for figures, which stand at the right.
bool isFigure(ConnectionColumn column);

} // namespace Teardown
